// Sends letters at most once each: planned before, intent before every single one, done after. One in doubt is never sent again.
import { fillLines, fillTemplate, type TemplateFields } from '../domain/programme/template';
import type { MailTexts } from '../domain/programme/programme';
import type { Message, Problem } from '../domain/message';
import { oneLine } from '../domain/text';
import { type Effect, effectKey, Ledger } from './effects';
import type { Letter, Ports } from './ports';

export interface Addressed {
  /** What makes this letter the same letter in another attempt. */
  readonly about: readonly string[];
  readonly to: string;
  /** Worded only when it is about to go: of thousands, an execution sends a few dozen. */
  readonly letter: () => Letter;
  /** For the ledger: what it is. */
  readonly what: string;
  /** For the ledger: id of what the letter is about, by which its letters are found. */
  readonly ref?: string;
}

/** Refusals in a row after which it is not the address but the service. */
const MOST_REFUSALS = 3;

export interface Posted {
  /** Sent by this call. */
  readonly sent: number;
  /** Sent by this call or before. */
  readonly sentInAll: number;
  /** Whether these arrived is unknown: shown to the person, never sent again. */
  readonly doubtful: readonly string[];
  /** Still to be sent. */
  readonly left: number;
  /** How many stopped being still to be sent. */
  readonly settled: number;
  /** How many letters before `next` went. */
  readonly doneBefore: number;
  /** Which of the letters (from 0) is the first still to be sent: none before it is; their number when none is left. */
  readonly next: number;
  readonly why: 'done' | 'time' | 'quota' | 'outage' | 'refused';
  /** What the service said last, when it refused. */
  readonly problem?: Problem;
}

/**
 * Sends what has not been sent. Each letter costs one ledger write, one flush and the sending itself; dying anywhere leaves at
 * most one letter in doubt.
 * @throws what the service said when a person must mend something first
 */
export function post(ports: Ports, run: string, letters: readonly Addressed[]): Posted {
  const ledger = new Ledger(ports, run);
  const keyed = letters.map((addressed) => ({ ...addressed, key: effectKey(ports, 'mail', ...addressed.about) }));
  ledger.intend(
    keyed.map(({ key, what, to, ref = '' }): Effect => ({ key, kind: 'mail', what, who: to, ref })),
    'planned',
  );
  // An intent without an end is an attempt that died between sending and writing it down; it may be of another run, or no longer due.
  const died = ledger.lettersIn('intent');
  if (died.length > 0) ledger.settle(died.map(({ key }) => ({ key, state: 'doubt' as const })));

  const waiting = keyed.filter(({ key }) => ledger.state(key) === 'planned');
  ledger.look(waiting.map(({ key }) => key));
  const goesOn = ports.clock.stretch();
  let quota = waiting.length === 0 ? 0 : ports.mail.left();
  let sent = 0;
  let why: Posted['why'] = 'done';
  let previous: string | undefined;
  let refusals = 0;
  let problem: Problem | undefined;
  for (const { key, letter } of waiting) {
    if (quota <= 0) why = 'quota';
    else if (!goesOn()) why = 'time';
    if (why !== 'done') break;
    ledger.settle([
      ...(previous === undefined ? [] : [{ key: previous, state: 'done' as const }]),
      { key, state: 'intent' },
    ]);
    ports.workbook.flush();
    try {
      ports.mail.send(letter());
    } catch (error) {
      const { lasting, passes, ...said } = ports.explain(error);
      // Its words may be in any language. Were this the last letter of the day, nobody could tell whether it went.
      const isSpent = passes === undefined && !lasting && quota > 1 && noneLeft(ports);
      const unsent = passes === 'day' || lasting || isSpent;
      problem = said.problem;
      // Else, refused or not, nobody can tell from outside: it is listed for the person, and the others still get theirs.
      ledger.settle([{ key, state: unsent ? 'planned' : 'doubt' }]);
      previous = undefined;
      refusals += 1;
      if (lasting) throw error;
      if (passes !== undefined || isSpent) why = unsent ? 'quota' : 'outage';
      else if (refusals === MOST_REFUSALS) why = 'refused';
      if (why !== 'done') break;
      continue;
    }
    refusals = 0;
    previous = key;
    quota -= 1;
    sent += 1;
  }
  if (previous !== undefined) ledger.settle([{ key: previous, state: 'done' }]);
  const inAll = keyed.filter(({ key }) => ledger.state(key) === 'done').length;
  const left = keyed.filter(({ key }) => ledger.state(key) === 'planned').length;
  const planned = keyed.findIndex(({ key }) => ledger.state(key) === 'planned');
  const next = planned < 0 ? keyed.length : planned;
  return {
    sent,
    sentInAll: inAll,
    doubtful: [
      ...new Set([
        ...keyed.filter(({ key }) => ledger.state(key) === 'doubt').map(({ to }) => to),
        ...[...died, ...ledger.lettersIn('doubt').filter((row) => row.run === run)].map(({ who }) => who),
      ]),
    ],
    left,
    settled: waiting.length - left,
    next,
    doneBefore: keyed.slice(0, next).filter(({ key }) => ledger.state(key) === 'done').length,
    why,
    ...(problem === undefined ? {} : { problem }),
  };
}

function noneLeft({ mail }: Ports): boolean {
  try {
    return mail.left() <= 0;
  } catch {
    return false;
  }
}

const LINES = { time: 'going', quota: 'quota', outage: 'outage' } as const;

/** What a step says while letters are left; undefined when none are. `place` is where the run stands. */
export function unfinished<P extends { readonly cursor: unknown; readonly done: number; readonly total: number }>(
  { why, problem, left, doubtful: names }: Posted,
  sent: number,
  place: P,
): (P & { state: 'going' | 'waiting'; line: Message }) | { state: 'refused'; problems: Problem[] } | undefined {
  if (why === 'done') return undefined;
  const fields = { sent, left, names };
  if (why !== 'refused')
    return { ...place, state: why === 'time' ? 'going' : 'waiting', line: { code: `mail.${LINES[why]}`, fields } };
  return { state: 'refused', problems: [...(problem === undefined ? [] : [problem]), { code: 'mail.doubt', fields }] };
}

/** A letter from a wording. Line breaks never reach the subject; the HTML part is the escaped text with its links made clickable. */
export function letterFrom(texts: MailTexts, to: string, fields: TemplateFields): Letter {
  const subject = oneLine(fillTemplate(texts.subject, fields)).slice(0, 240);
  const text = fillLines(texts.text, fields);
  return { to, subject, text, html: htmlOf(text) };
}

/** Text as HTML: escaped, paragraphs kept, https links clickable. */
export function htmlOf(text: string): string {
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
  const linked = escaped.replace(/https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)»]/g, (url) => `<a href="${url}">${url}</a>`);
  return linked
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}

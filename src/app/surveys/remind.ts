// «Напомнить»: a letter to those who have not answered an open survey, not more often than the settings say.
import { addDays } from '../../domain/local-time';
import type { Outcome } from '../../domain/message';
import type { Teacher } from '../../domain/staff/teacher';
import type { Row } from '../../workbook/schema';
import { LEDGER, SURVEYS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { ingest } from '../answers/ingest';
import { openSurveys } from '../answers/process';
import { type Context, loadContext } from '../context';
import { type Addressed, post, unfinished } from '../letters';
import type { Ports } from '../ports';
import { answeredBy } from './carry-out';
import { lettersOf, remindedOn } from './plan';

interface Reminder {
  readonly survey: Row<typeof SURVEYS>;
  readonly silent: readonly Teacher[];
  readonly letters: readonly Addressed[];
}

/** Reading comes first, and then everybody's letter is planned; whoever follows looks at some of those still without one. */
type RemindCursor = 'read' | { readonly sent: number };

/** More letters than an execution sends. */
const WINDOW = 300;

export const remind: Action<Record<string, never>, RemindCursor> = {
  id: 'remind',
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),

  preview(ports) {
    const outcome = dueReminders(ports);
    if (!outcome.ok) return outcome;
    const letters = outcome.value.flatMap((reminder) => reminder.letters);
    const first = letters[0]?.letter();
    return {
      ok: true,
      value: {
        lines: outcome.value.map(({ survey, silent }) => ({
          code: 'remind.survey',
          fields: {
            title: survey.title,
            answered: survey.audience.length - silent.length,
            audience: survey.audience.length,
            names: silent.slice(0, 10).map(({ name }) => name),
          },
        })),
        counts: [{ label: { code: 'surveys.count.letters' }, value: String(letters.length) }],
        ...(first === undefined
          ? {}
          : { example: { kind: 'mail' as const, title: `${first.to} · ${first.subject}`, body: first.text } }),
        warnings: letters.length === 0 ? [{ code: 'remind.tooEarly' }] : [],
      },
    };
  },

  step(ports, run, _input, cursor) {
    if (cursor === undefined) {
      // Whoever has answered since the last reading must not be reminded.
      const context = loadContext(ports);
      if (!context.ok) return { state: 'refused', problems: context.problems };
      ingest(ports, context.value.staff, openSurveys(ports));
      return { state: 'going', cursor: 'read', done: 0, total: 1, line: { code: 'remind.reading' } };
    }
    const outcome = dueReminders(ports);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    // Those who have got theirs are not among them any more.
    const letters = outcome.value.flatMap((reminder) => reminder.letters);
    const posted = post(ports, run.run, cursor === 'read' ? letters : letters.slice(0, WINDOW));
    const sent = posted.sent + (cursor === 'read' ? 0 : cursor.sent);
    const left = letters.length - posted.settled;
    const place = { cursor: { sent }, done: sent, total: sent + left };
    const more = unfinished({ ...posted, left }, sent, place);
    if (more !== undefined) return more;
    const fields = { sent, names: posted.doubtful };
    if (cursor !== 'read' && letters.length > WINDOW)
      return { ...place, state: 'going', line: { code: 'mail.going', fields: { ...fields, left } } };
    return finished(
      [{ code: 'remind.done', fields }, ...(posted.doubtful.length > 0 ? [{ code: 'mail.doubt', fields }] : [])],
      [{ label: { code: 'link.sheet', fields: { table: SURVEYS.title } }, url: ports.workbook.linkTo(SURVEYS) }],
    );
  },
};

/** Reminders of every open survey, to those silent to whom no letter about it has gone for as long as the settings say. */
export function dueReminders(ports: Ports): Outcome<readonly Reminder[]> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context: Context = loaded.value;
  const today = ports.clock.today();
  const answered = answeredBy(ports);
  const surveys = ports.workbook
    .read(SURVEYS)
    .rows.filter(
      (row) =>
        row.state === 'open' &&
        row.audience.length > 0 &&
        row.cycle === context.settings.cycle &&
        (row.until === '' || row.until >= today),
    );
  if (surveys.length === 0) return { ok: false, problems: [{ code: 'remind.noSurveys' }] };
  const written = lastLetters(ports);
  const quietUntil = addDays(today, -context.settings.remindEvery);
  return {
    ok: true,
    value: surveys.map((survey) => {
      const silent = survey.audience.flatMap((code) => {
        const teacher = context.staff.byCode.get(code);
        return teacher === undefined || answered.get(survey.key)?.has(code) === true ? [] : [teacher];
      });
      const due = silent.filter(({ email }) => {
        const last = written.get(`${survey.title}|${email}`);
        return last === undefined || last <= quietUntil;
      });
      const plan = {
        key: survey.key,
        spec: { title: survey.title },
        until: survey.until === '' ? today : survey.until,
        mail: context.programme.texts.mails.reminder,
        fields: {},
      };
      return { survey, silent, letters: lettersOf(context, plan, survey.url, due, remindedOn(today)) };
    }),
  };
}

/** Title and e-mail → day of the last letter about it that went or may have gone. One still planned does not count: it is to go. */
export function lastLetters(ports: Ports): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const row of ports.workbook.read(LEDGER).rows) {
    if (row.kind !== 'mail' || row.state === 'planned') continue;
    const key = `${row.what}|${row.who}`;
    const day = row.at.slice(0, 10);
    if (day > (last.get(key) ?? '')) last.set(key, day);
  }
  return last;
}

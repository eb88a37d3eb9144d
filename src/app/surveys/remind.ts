// «Напомнить»: a letter to those who have not answered an open survey, not more often than the settings say.
import { addDays } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import type { Teacher } from '../../domain/staff/teacher';
import type { Placed, Row } from '../../workbook/schema';
import { LEDGER, SURVEYS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS, type Step } from '../action';
import { ingest } from '../answers/ingest';
import { FORMS_A_STEP } from '../answers/process';
import { type Context, loadContext } from '../context';
import { type Addressed, post, unfinished } from '../letters';
import type { Ports } from '../ports';
import { answeredBy } from './carry-out';
import { lettersOf, remindedOn } from './plan';

interface Reminder {
  readonly survey: Placed<Row<typeof SURVEYS>>;
  readonly silent: readonly Teacher[];
  readonly letters: readonly Addressed[];
}

interface RemindInput {
  /** The heartbeat's: refused when nobody is to be reminded, so that no run is begun. */
  readonly auto?: true;
}

/** Surveys come in portions: their forms are read first, then their letters go. */
interface RemindCursor {
  /** Row of the last survey that is done with. */
  readonly after: number;
  /** Row of the last survey whose form has been read. */
  readonly upto?: number;
  /** Keys of those read that nobody can answer. */
  readonly dead: readonly string[];
  /** Everybody's letter of the portion is planned: whoever follows looks at some of those still without one. */
  readonly planned?: true;
  readonly sent: number;
  /** What the person must hear at the end. */
  readonly lines: readonly Message[];
}

const START: RemindCursor = { after: 0, dead: [], sent: 0, lines: [] };

/** More letters than an execution sends. */
const WINDOW = 300;
/** A checkpoint must stay small. */
const MOST_LINES = 10;

export const remind: Action<RemindInput, RemindCursor> = {
  id: 'remind',
  fields: NO_FIELDS,

  read(ports, { auto }) {
    if (auto !== true) return { ok: true, value: {} };
    const outcome = dueReminders(ports);
    if (!outcome.ok) return outcome;
    return outcome.value.some(({ letters }) => letters.length > 0)
      ? { ok: true, value: { auto } }
      : { ok: false, problems: [{ code: 'remind.tooEarly' }] };
  },

  preview(ports) {
    const outcome = dueReminders(ports);
    if (!outcome.ok) return outcome;
    const due = outcome.value.filter(({ letters }) => letters.length > 0);
    const dead = unanswerable(
      ports,
      due.slice(0, FORMS_A_STEP).map(({ survey }) => survey),
    );
    const letters = due.flatMap((reminder) => (dead.has(reminder.survey.key) ? [] : reminder.letters));
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
        warnings: due.length === 0 ? [{ code: 'remind.tooEarly' }] : [...dead.values()],
      },
    };
  },

  step(ports, run, _input, cursor = START) {
    const outcome = dueReminders(ports);
    // The last survey may have stopped being open by what was read.
    const isOver = cursor !== START && !outcome.ok && outcome.problems.every(({ code }) => code === NO_SURVEYS);
    if (!outcome.ok && !isOver) return { state: 'refused', problems: outcome.problems };
    const due = (outcome.ok ? outcome.value : []).filter(
      ({ survey, letters }) => letters.length > 0 && survey.$row > cursor.after,
    );
    if (cursor.upto === undefined) {
      const surveys = due.slice(0, FORMS_A_STEP).map(({ survey }) => survey);
      if (surveys.length > 0) return readForms(ports, surveys, cursor);
    }
    const { upto = 0 } = cursor;
    // Those who have got theirs are not among them any more.
    const letters = due.flatMap(({ survey: { $row, key }, letters: of }) =>
      $row > upto || cursor.dead.includes(key) ? [] : of,
    );
    const later = due.reduce((sum, { survey, letters: of }) => sum + (survey.$row > upto ? of.length : 0), 0);
    const posted = post(ports, run.run, cursor.planned ? letters.slice(0, WINDOW) : letters);
    const sent = cursor.sent + posted.sent;
    const left = letters.length - posted.settled + later;
    const place = { cursor: { ...cursor, planned: true as const, sent }, done: sent, total: sent + left };
    const more = unfinished({ ...posted, left }, sent, place);
    if (more !== undefined) return more;
    const fields = { sent, names: posted.doubtful };
    const line = { code: 'mail.going', fields: { ...fields, left } };
    if (cursor.planned && letters.length > WINDOW) return { ...place, state: 'going', line };
    if (later > 0)
      return { ...place, state: 'going', cursor: { ...START, after: upto, sent, lines: cursor.lines }, line };
    return finished(
      [
        { code: 'remind.done', fields },
        ...(posted.doubtful.length > 0 ? [{ code: 'mail.doubt', fields }] : []),
        ...cursor.lines,
      ],
      [{ label: { code: 'link.sheet', fields: { table: SURVEYS.title } }, url: ports.workbook.linkTo(SURVEYS) }],
    );
  },
};

/** Whoever has answered since the last reading must not be reminded, nor anybody of a form that cannot be answered. */
function readForms(ports: Ports, surveys: readonly Reminder['survey'][], cursor: RemindCursor): Step<RemindCursor> {
  const context = loadContext(ports);
  if (!context.ok) return { state: 'refused', problems: context.problems };
  const { problems } = ingest(ports, context.value.staff, surveys);
  const dead = unanswerable(ports, surveys);
  return {
    state: 'going',
    cursor: {
      ...cursor,
      upto: Math.max(...surveys.map(({ $row }) => $row)),
      dead: [...dead.keys()],
      lines: [...cursor.lines, ...problems, ...dead.values()].slice(0, MOST_LINES),
    },
    done: cursor.sent,
    total: cursor.sent + 1,
    line: { code: 'remind.reading' },
  };
}

/** Surveys whose form nobody can answer, by key: what is wrong with it and what to do. */
function unanswerable(ports: Ports, surveys: readonly Reminder['survey'][]): ReadonlyMap<string, Message> {
  const asked = surveys.filter(({ formId }) => formId !== '');
  const binned = asked.length === 0 ? new Set<string>() : ports.forms.inBin();
  return new Map(
    asked.flatMap(({ key, title, formId }): [string, Message][] => {
      const code = binned.has(formId)
        ? 'remind.binned'
        : ports.forms.state(formId)?.accepting === false
          ? 'remind.closed'
          : undefined;
      return code === undefined ? [] : [[key, { code, fields: { title } }]];
    }),
  );
}

const NO_SURVEYS = 'remind.noSurveys';

/** Reminders of every open survey, to those silent to whom no letter about it has gone for as long as the settings say. */
function dueReminders(ports: Ports): Outcome<readonly Reminder[]> {
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
  if (surveys.length === 0) return { ok: false, problems: [{ code: NO_SURVEYS }] };
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

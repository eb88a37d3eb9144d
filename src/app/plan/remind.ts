// «Напомнить о плане» (A13): one letter a week to each responsible person about what is overdue and what is soon due.
import { addDays, isoWeekday, type LocalDate } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import { standingOf, wantsReminder } from '../../domain/plan/standing';
import { PLAN } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import { type Addressed, letterFrom, post } from '../letters';
import type { Ports } from '../ports';
import { type PlanItem, planItems } from './read';
import { nameOf } from './refresh';

interface RemindInput {
  /** Monday of the week whose letters these are: the run may end in another. */
  readonly week: LocalDate;
}

interface Reminders {
  readonly letters: readonly Addressed[];
  /** Measures about which nobody can be written to. */
  readonly unaddressed: readonly string[];
  readonly due: number;
}

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - isoWeekday(day));

export const remindPlan: Action<RemindInput, null> = {
  id: 'remindPlan',
  fields: NO_FIELDS,

  read(ports) {
    const missing = notSetUp(ports, PLAN);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const week = mondayOf(ports.clock.today());
    const reminders = dueReminders(ports, week);
    if (!reminders.ok) return reminders;
    // Nothing to say: no run is begun, nor is one written into the journal by the heartbeat.
    if (reminders.value.due === 0) return { ok: false, problems: [{ code: 'plan.remind.nothing' }] };
    return { ok: true, value: { week } };
  },

  preview(ports, { week }) {
    const reminders = dueReminders(ports, week);
    if (!reminders.ok) return reminders;
    const { letters, unaddressed, due } = reminders.value;
    const first = letters[0]?.letter();
    return {
      ok: true,
      value: {
        lines: [{ code: 'plan.remind.will', fields: { letters: letters.length, due } }],
        counts: [
          { label: { code: 'surveys.count.letters' }, value: String(letters.length) },
          { label: { code: 'plan.count.due' }, value: String(due) },
          { label: { code: 'plan.count.unaddressed' }, value: String(unaddressed.length) },
        ],
        ...(first === undefined
          ? {}
          : { example: { kind: 'mail' as const, title: `${first.to} · ${first.subject}`, body: first.text } }),
        warnings: warningsOf(unaddressed),
      },
    };
  },

  step(ports, run, { week }) {
    const reminders = dueReminders(ports, week);
    if (!reminders.ok) return { state: 'refused', problems: reminders.problems };
    const { letters, unaddressed } = reminders.value;
    const posted = post(ports, run.run, letters);
    const fields = { sent: posted.sent, left: posted.left, names: posted.doubtful };
    if (posted.why !== 'done') {
      return {
        state: posted.why === 'quota' ? 'waiting' : 'going',
        cursor: null,
        done: posted.sentInAll,
        total: posted.sentInAll + posted.left,
        line: { code: posted.why === 'quota' ? 'mail.quota' : 'mail.going', fields },
      };
    }
    return finished(
      [
        { code: 'plan.remind.done', fields: { sent: posted.sentInAll } },
        ...(posted.doubtful.length > 0 ? [{ code: 'mail.doubt', fields }] : []),
        ...warningsOf(unaddressed),
      ],
      [{ label: { code: 'link.sheet', fields: { table: PLAN.title } }, url: ports.workbook.linkTo(PLAN) }],
    );
  },
};

const warningsOf = (unaddressed: readonly string[]): readonly Message[] =>
  unaddressed.length === 0
    ? []
    : [{ code: 'plan.remind.unaddressed', fields: { count: unaddressed.length, titles: unaddressed } }];

function dueReminders(ports: Ports, week: LocalDate): Outcome<Reminders> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const { planDays } = context.settings;
  const today = ports.clock.today();
  const due = planItems(ports, context.settings).items.filter((item) => wantsReminder(item, today, planDays));
  const byPerson = new Map<string, PlanItem[]>();
  for (const item of due)
    for (const address of new Set(item.row.remind.map((email) => email.trim().toLowerCase()).filter(isAddress)))
      byPerson.set(address, [...(byPerson.get(address) ?? []), item]);
  return {
    ok: true,
    value: {
      letters: [...byPerson].map(([email, items]) => letterTo(ports, context, email, items, week)),
      unaddressed: due
        .filter(({ row }) => !row.remind.some((email) => isAddress(email.trim())))
        .map(({ row }) => nameOf(row)),
      due: due.length,
    },
  };
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function letterTo(
  ports: Ports,
  context: Context,
  email: string,
  items: readonly PlanItem[],
  week: LocalDate,
): Addressed {
  const { settings, programme, staff } = context;
  const lines = (overdue: boolean): string =>
    items
      .filter((item) => (standingOf(item, ports.clock.today()).kind === 'overdue') === overdue)
      .map((item) => `\n• ${ports.words.say(lineOf(ports, item))}`)
      .join('');
  const letter = letterFrom(programme.texts.mails.plan, email, {
    name:
      staff.all.find((teacher) => teacher.email === email)?.name ?? ports.words.say({ code: 'plan.mail.colleague' }),
    overdue: lines(true),
    soon: lines(false),
    link: ports.workbook.linkTo(PLAN),
    school: settings.school === '' ? programme.texts.schoolFallback : settings.school,
    programme: programme.title,
  });
  return { about: ['plan', week, email], what: letter.subject, to: email, letter: () => letter };
}

function lineOf(ports: Ports, item: PlanItem): Message {
  const standing = standingOf(item, ports.clock.today());
  return {
    code: `plan.mail.${standing.kind}`,
    fields: { title: nameOf(item.row), result: item.row.result, ...standing },
  };
}

// Rows of «План» from what was read or planned: codes, who is reminded, how the time was understood.
import type { Message } from '../../domain/message';
import type { Measure } from '../../domain/plan/table';
import type { Period } from '../../domain/plan/period';
import type { Teacher } from '../../domain/staff/teacher';
import type { Row } from '../../workbook/schema';
import { PLAN, SETTINGS } from '../../workbook/tables';
import { SETTING_DEFINITIONS } from '../../workbook/settings';
import type { Context } from '../context';
import type { Ports } from '../ports';

/** A measure about to become a row. */
export interface NewMeasure extends Omit<Measure, 'row'> {
  /** By it the same measure is known when it comes again. */
  readonly origin: string;
}

const PREFIX = 'М-';

/** Adds the measures whose origin is not there yet; gives how many were added. */
export function addMeasures(ports: Ports, context: Context, run: string, measures: readonly NewMeasure[]): number {
  const fresh = freshOf(ports, measures);
  let number = lastNumber(ports);
  ports.workbook.append(
    PLAN,
    fresh.map((measure): Row<typeof PLAN> => ({
      number: measure.number,
      title: measure.title,
      when: measure.when,
      start: measure.start,
      end: measure.end,
      repeat: measure.repeat,
      times: measure.times.map(shownPeriod),
      responsible: measure.responsible.replace(/\s*\n\s*/g, ', '),
      remind: addressesOf(context.staff.included, measure.responsible),
      state: 'planned',
      doneOn: [],
      standing: '',
      result: measure.result,
      audience: measure.audience,
      stage: measure.stage,
      remark: understood(ports, measure),
      measure: codeOf((number += 1)),
      origin: measure.origin,
      sent: undefined,
      run,
    })),
  );
  return fresh.length;
}

/** Measures that the plan has not got. */
export function freshOf(ports: Ports, measures: readonly NewMeasure[]): readonly NewMeasure[] {
  const { rows, unread } = ports.workbook.read(PLAN);
  const there = new Set([...rows, ...unread].map(({ origin }) => origin));
  return measures.filter(({ origin }) => !there.has(origin));
}

export const codeOf = (number: number): string => `${PREFIX}${String(number).padStart(3, '0')}`;

/** The greatest number of a code in the plan. */
export function lastNumber(ports: Ports): number {
  const { rows, unread } = ports.workbook.read(PLAN);
  const numbers = [...rows, ...unread].map(({ measure = '' }) => Number(measure.slice(PREFIX.length)));
  return Math.max(0, ...numbers.filter((number) => Number.isInteger(number)));
}

const dotted = (date: string): string => date.split('-').reverse().join('.');

/** «01.05.2027–31.05.2027», or the one day. */
export const shownPeriod = ({ from, to }: Period): string =>
  from === to ? dotted(from) : `${dotted(from)}–${dotted(to)}`;

/** Staff whose surname or whose whole role is named among the responsible. */
export function addressesOf(staff: readonly Teacher[], responsible: string): readonly string[] {
  const words = wordsOf(responsible);
  const named = staff.filter(({ name, role, email }) => {
    if (email === '') return false;
    const [surname = ''] = wordsOf(name);
    const position = wordsOf(role);
    return (surname.length > 2 && words.includes(surname)) || isWithin(position, words);
  });
  return [...new Set(named.map(({ email }) => email))];
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .split(/[^a-zа-я0-9]+/)
    .filter((word) => word !== '');

/** Roles that half the staff have say nothing of who answers for a measure. */
const COMMON_ROLES = new Set(['учитель', 'педагог']);

/** Do the words of a role stand together, in order, among these? */
function isWithin(role: readonly string[], words: readonly string[]): boolean {
  const text = role.join(' ');
  return text.length > 3 && !COMMON_ROLES.has(text) && ` ${words.join(' ')} `.includes(` ${text} `);
}

/** How the time was understood, where that is not plain from the words. */
export function understood(ports: Ports, { assumed, unread }: Pick<Measure, 'assumed' | 'unread'>): string {
  return assumed
    .map((name): Message => ({ code: `plan.assumed.${name}`, fields: { unread } }))
    .map((message) => ports.words.say(message))
    .join(' ');
}

/** Writes the programme's time into the settings, where it is not there yet or is another. */
export function keepProgrammePeriod(ports: Ports, { from, to }: Period): void {
  const rows = new Map(ports.workbook.read(SETTINGS).rows.map((row) => [row.key, row]));
  for (const [key, value] of [
    ['programmeFrom', dotted(from)],
    ['programmeTo', dotted(to)],
  ] as const) {
    const row = rows.get(key);
    const { title, meaning } = SETTING_DEFINITIONS[key];
    if (row === undefined) ports.workbook.append(SETTINGS, [{ key, title, value, meaning }]);
    else if (row.value !== value) ports.workbook.patch(SETTINGS, [{ $row: row.$row, set: { value } }]);
  }
}

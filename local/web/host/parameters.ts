// Reads what a page sent: nothing of it is believed.
import type { CellEntry, GuestAnswer, TabChange } from '../contract';
import { Refused } from './refusals';

type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(name: string): never {
  throw new Refused('malformed', name);
}

export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : malformed(name);
}

export function integerOf(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : malformed(name);
}

export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? value : malformed(name);
}

export function textsOf(fields: Fields, name: string): string[] {
  return listOf(fields, name).map((each) => (typeof each === 'string' ? each : malformed(name)));
}

export function fieldsOf(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : malformed(name);
}

export function optionalTextOf(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined ? undefined : textOf(fields, name);
}

/** An instant between 1970 and 2100, ISO 8601 with its offset. */
export function instantOf(fields: Fields, name: string): string {
  const text = textOf(fields, name);
  return Number.isFinite(Date.parse(text)) ? new Date(text).toISOString() : malformed(name);
}

/** Cells a person typed or pasted in one go; at most 100,000. */
export function entriesOf(fields: Fields): CellEntry[] {
  const entries = listOf(fields, 'entries');
  if (entries.length > 100_000) malformed('entries');
  return entries.map((entry) =>
    isFields(entry)
      ? { row: integerOf(entry, 'row'), column: integerOf(entry, 'column'), text: textOf(entry, 'text') }
      : malformed('entries'),
  );
}

export function tabChangeOf(fields: Fields): TabChange {
  const change = fieldsOf(fields, 'change');
  const kind = textOf(change, 'kind');
  switch (kind) {
    case 'add':
      return { kind, name: textOf(change, 'name') };
    case 'rename':
      return { kind, sheet: integerOf(change, 'sheet'), name: textOf(change, 'name') };
    case 'delete':
    case 'hide':
    case 'show':
      return { kind, sheet: integerOf(change, 'sheet') };
    default:
      return malformed('change');
  }
}

export function answerOf(fields: Fields): GuestAnswer {
  const answer = textOf(fields, 'answer');
  return answer === 'accepted' || answer === 'declined' || answer === 'tentative' ? answer : malformed('answer');
}

/** An e-mail address, roughly: what signs in must at least look like one. */
export function personOf(fields: Fields): string {
  const email = textOf(fields, 'as').trim().toLowerCase();
  return /^[^\s@/]+@[^\s@/]+$/.test(email) && email.length <= 200 ? email : malformed('as');
}

// Takes a staff list as a person has it and says what it changes: who is new, who changed, which rows cannot be taken and why.
import type { RowProblem } from '../message';
import type { StaffMapping } from './headers';
import { findHeader } from './headers';
import { codeKey, cleanText, emailKey, foldText, ownCode, ownCodeNumber } from './normalise';
import type { StaffRow } from './read-rows';
import { readRows } from './read-rows';
import type { Teacher } from './teacher';

export type { StaffField, StaffMapping } from './headers';

export interface StaffImport {
  /** How the columns were understood; undefined when no header was found: nothing was read then. */
  readonly mapping: StaffMapping | undefined;
  readonly added: readonly Teacher[];
  readonly changed: readonly { readonly before: Teacher; readonly after: Teacher }[];
  readonly unchanged: readonly Teacher[];
  /** On the present list but not in this one: kept as they are. */
  readonly absent: readonly Teacher[];
  /** Rows left out, in the order of the file. */
  readonly problems: readonly RowProblem[];
  /** Rows that were taken but deserve a look. */
  readonly notices: readonly RowProblem[];
  /** Empty rows inside the list. */
  readonly emptyRows: number;
}

/**
 * Reads a staff list. An empty cell or an absent column changes nothing of a known teacher; a teacher's code, once given, stays.
 * A row belongs to the known teacher with its code, else with its e-mail, else with its name (when only one bears it).
 * @param rows displayed values, row by row, the title lines and the header among them
 * @param mapping columns as corrected by a person; found by their headings when absent
 * @param reserved codes that were somebody's: never given to somebody else
 */
export function readStaff(
  rows: readonly (readonly string[])[],
  existing: readonly Teacher[],
  mapping: StaffMapping | undefined = findHeader(rows),
  reserved: readonly string[] = [],
): StaffImport {
  if (mapping === undefined) {
    const seen = (rows.find((row) => row.some((cell) => cleanText(cell) !== '')) ?? [])
      .map(cleanText)
      .filter((cell) => cell !== '')
      .slice(0, 10);
    const problems: RowProblem[] = [{ row: 1, code: 'staff.header.missing', fields: { seen } }];
    return { mapping, added: [], changed: [], unchanged: [], absent: existing, problems, notices: [], emptyRows: 0 };
  }
  const read = readRows(rows, mapping);
  const unique = withoutDuplicates(read.people);
  const matched = match(unique.people, existing);
  const codes = new CodeGiver([
    ...existing.map(({ code }) => code),
    ...unique.people.map(({ code }) => code ?? ''),
    ...reserved,
  ]);

  const added: Teacher[] = [];
  const changed: { before: Teacher; after: Teacher }[] = [];
  const unchanged: Teacher[] = [];
  const notices: RowProblem[] = [...unique.notices];
  for (const { person, teacher } of matched.pairs) {
    if (teacher === undefined) {
      added.push(newTeacher(person, person.code ?? codes.next()));
      continue;
    }
    const after = merge(teacher, person);
    if (sameTeacher(teacher, after)) unchanged.push(teacher);
    else changed.push({ before: teacher, after });
    if (person.code !== undefined && codeKey(person.code) !== codeKey(teacher.code)) {
      const fields = { name: person.name, code: person.code, kept: teacher.code };
      notices.push({ row: person.row, code: 'staff.code.kept', fields });
    }
  }
  const byRow = (a: RowProblem, b: RowProblem): number => a.row - b.row;
  const mentioned = new Set(matched.pairs.map(({ teacher }) => teacher));
  return {
    mapping,
    added,
    changed,
    unchanged,
    absent: existing.filter((teacher) => !mentioned.has(teacher)),
    problems: [...read.problems, ...[...unique.problems, ...matched.problems].map(inColumn(rows, mapping))].sort(byRow),
    notices: notices.sort(byRow),
    emptyRows: read.emptyRows,
  };
}

/** Names the column a problem between rows is about, by its heading: the e-mail's, the code's or the name's. */
function inColumn(
  rows: readonly (readonly string[])[],
  { headerRow, columns }: StaffMapping,
): (problem: RowProblem) => RowProblem {
  const heading = (at: number | undefined): string => (at === undefined ? '' : cleanText(rows[headerRow]?.[at] ?? ''));
  return (problem) => {
    const field = problem.code.startsWith('staff.email')
      ? 'email'
      : problem.code.startsWith('staff.name')
        ? 'name'
        : 'code';
    const column = heading(columns[field] ?? (field === 'name' ? columns.surname : columns.email));
    return column === '' ? problem : { ...problem, column };
  };
}

/** The first row of a person is taken; a later one with the same e-mail, code, or name alone is a problem. */
function withoutDuplicates(people: readonly StaffRow[]): {
  people: readonly StaffRow[];
  problems: readonly RowProblem[];
  notices: readonly RowProblem[];
} {
  const taken: StaffRow[] = [];
  const problems: RowProblem[] = [];
  const notices: RowProblem[] = [];
  const emails = new Map<string, StaffRow>();
  const codes = new Map<string, StaffRow>();
  const names = new Map<string, StaffRow[]>();
  for (const person of people) {
    const { row, name } = person;
    const email = person.email === undefined ? undefined : emailKey(person.email);
    const code = person.code === undefined ? undefined : codeKey(person.code);
    const sameEmail = email === undefined ? undefined : emails.get(email);
    const sameCode = code === undefined ? undefined : codes.get(code);
    const namesakes = names.get(foldText(name)) ?? [];
    const sameName = namesakes.find((other) => !toldApart(person, other));
    if (sameEmail !== undefined) {
      const fields = { name, email: person.email ?? '', first: sameEmail.row, firstName: sameEmail.name };
      problems.push({ row, code: 'staff.email.duplicate', fields });
    } else if (sameCode !== undefined) {
      const fields = { name, code: person.code ?? '', first: sameCode.row, firstName: sameCode.name };
      problems.push({ row, code: 'staff.code.duplicate', fields });
    } else if (sameName !== undefined) {
      problems.push({ row, code: 'staff.name.duplicate', fields: { name, first: sameName.row } });
    } else {
      const first = namesakes[0];
      if (first !== undefined) notices.push({ row, code: 'staff.name.namesake', fields: { name, first: first.row } });
      taken.push(person);
      if (email !== undefined) emails.set(email, person);
      if (code !== undefined) codes.set(code, person);
      names.set(foldText(name), [...namesakes, person]);
    }
  }
  return { people: taken, problems, notices };
}

/** Are two people of one name surely two? Both have an e-mail, or both a code, and these differ (checked before). */
function toldApart(a: StaffRow, b: StaffRow): boolean {
  return (a.email !== undefined && b.email !== undefined) || (a.code !== undefined && b.code !== undefined);
}

interface Matched {
  readonly pairs: readonly { readonly person: StaffRow; readonly teacher: Teacher | undefined }[];
  readonly problems: readonly RowProblem[];
}

function match(people: readonly StaffRow[], existing: readonly Teacher[]): Matched {
  const byCode = new Map(existing.map((teacher) => [codeKey(teacher.code), teacher]));
  const byEmail = new Map(
    existing.filter(({ email }) => email !== '').map((teacher) => [emailKey(teacher.email), teacher]),
  );
  const byName = new Map<string, Teacher[]>();
  for (const teacher of existing) {
    const key = foldText(teacher.name);
    byName.set(key, [...(byName.get(key) ?? []), teacher]);
  }
  const pairs: { person: StaffRow; teacher: Teacher | undefined }[] = [];
  const problems: RowProblem[] = [];
  const taken = new Map<Teacher, StaffRow>();
  // Whom a code or an address names is known before whom a bare name might mean.
  const claimed = new Set<Teacher>();
  for (const person of people) {
    for (const teacher of [
      person.code === undefined ? undefined : byCode.get(codeKey(person.code)),
      person.email === undefined ? undefined : byEmail.get(emailKey(person.email)),
    ]) {
      if (teacher !== undefined) claimed.add(teacher);
    }
  }
  for (const person of people) {
    const { row, name } = person;
    const ofCode = person.code === undefined ? undefined : byCode.get(codeKey(person.code));
    const ofEmail = person.email === undefined ? undefined : byEmail.get(emailKey(person.email));
    if (ofCode !== undefined && ofEmail !== undefined && ofCode !== ofEmail) {
      const fields = { name, code: ofCode.code, codeName: ofCode.name, email: ofEmail.email, emailName: ofEmail.name };
      problems.push({ row, code: 'staff.match.conflict', fields });
      continue;
    }
    const namesakes = (byName.get(foldText(name)) ?? []).filter(
      (teacher) => !claimed.has(teacher) && mayBe(person, teacher),
    );
    if (ofCode === undefined && ofEmail === undefined && namesakes.length > 1) {
      const fields = { name, codes: namesakes.map(({ code }) => code) };
      problems.push({ row, code: 'staff.name.ambiguous', fields });
      continue;
    }
    const teacher = ofCode ?? ofEmail ?? namesakes[0];
    const first = teacher === undefined ? undefined : taken.get(teacher);
    if (teacher !== undefined && first !== undefined) {
      const fields = { name, code: teacher.code, known: teacher.name, first: first.row };
      problems.push({ row, code: 'staff.match.twice', fields });
      continue;
    }
    if (teacher !== undefined) taken.set(teacher, person);
    pairs.push({ person, teacher });
  }
  return { pairs, problems };
}

/** A name alone is a match unless the row names another code of our own kind: then it is a namesake who came with a code. */
function mayBe(person: StaffRow, teacher: Teacher): boolean {
  return (
    person.code === undefined || ownCodeNumber(person.code) === undefined || ownCodeNumber(teacher.code) === undefined
  );
}

/** Gives out codes after the greatest in use. */
class CodeGiver {
  private last: number;

  constructor(used: readonly string[]) {
    this.last = Math.max(0, ...used.map((code) => ownCodeNumber(code) ?? 0));
  }

  next(): string {
    this.last += 1;
    return ownCode(this.last);
  }
}

function newTeacher(person: StaffRow, code: string): Teacher {
  return merge({ code, name: person.name, email: '', subjects: [], school: '', role: '', included: true }, person);
}

function merge(teacher: Teacher, person: StaffRow): Teacher {
  return {
    ...teacher,
    name: person.name,
    email: person.email ?? teacher.email,
    subjects: person.subjects ?? teacher.subjects,
    school: person.school ?? teacher.school,
    role: person.role ?? teacher.role,
    included: person.included ?? teacher.included,
    ...(person.maxAsConsultee === undefined ? {} : { maxAsConsultee: person.maxAsConsultee }),
    ...(person.maxAsConsultant === undefined ? {} : { maxAsConsultant: person.maxAsConsultant }),
  };
}

function sameTeacher(a: Teacher, b: Teacher): boolean {
  return (
    a.name === b.name &&
    a.email === b.email &&
    a.school === b.school &&
    a.role === b.role &&
    a.included === b.included &&
    a.maxAsConsultee === b.maxAsConsultee &&
    a.maxAsConsultant === b.maxAsConsultant &&
    a.subjects.length === b.subjects.length &&
    a.subjects.every((subject, index) => subject === b.subjects[index])
  );
}

// What nearly every action needs to know first: settings, programme, people, competencies.
import { checkFramework } from '../domain/framework/check';
import { competencyFromRow } from '../domain/framework/rows';
import type { Competency } from '../domain/framework/framework';
import type { Outcome, Problem, RowProblem } from '../domain/message';
import type { Programme } from '../domain/programme/programme';
import { emailFault, schoolKey } from '../domain/staff/normalise';
import type { Teacher } from '../domain/staff/teacher';
import { CATALOGUE } from '../programmes/catalogue';
import type { Row, Table } from '../workbook/schema';
import { readSetting } from '../workbook/read-setting';
import { SETTING_DEFINITIONS, type Setting, type SettingKey, type Settings } from '../workbook/settings';
import { COMPETENCIES, SETTINGS, STAFF } from '../workbook/tables';
import type { Books, Ports } from './ports';

export interface Context {
  readonly settings: Settings;
  readonly programme: Programme;
  readonly staff: Staff;
  readonly competencies: readonly Competency[];
  /** Rows that could not be read: shown to the person, the rest works. */
  readonly problems: readonly Problem[];
}

export interface Staff {
  readonly all: readonly Teacher[];
  /** Own staff that takes part. */
  readonly included: readonly Teacher[];
  readonly byCode: ReadonlyMap<string, Teacher>;
}

/** The workbook has not been set up, or was damaged: says what to do. */
export function notSetUp(ports: Books, ...tables: readonly Table[]): Problem | undefined {
  const missing = tables.filter((table) => !ports.workbook.has(table));
  if (missing.length === 0) return undefined;
  return { code: 'workbook.notSetUp', fields: { tables: missing.map((table) => table.title) } };
}

export function loadContext(ports: Ports): Outcome<Context> {
  const missing = notSetUp(ports, SETTINGS, STAFF, COMPETENCIES);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const settings = loadSettings(ports);
  if (!settings.ok) return settings;
  const programmeId = settings.value.programme;
  if (!CATALOGUE.some(({ id }) => id === programmeId)) {
    return {
      ok: false,
      problems: [
        { code: 'settings.programme.unknown', fields: { found: programmeId, known: CATALOGUE.map(({ id }) => id) } },
      ],
    };
  }
  const staff = loadStaff(ports, settings.value);
  const competencies = loadCompetencies(ports);
  return {
    ok: true,
    value: {
      settings: settings.value,
      // Read only by those who need its texts: it is large.
      get programme() {
        const programme = ports.programme(programmeId);
        if (programme === undefined)
          throw new Error(`programme ${programmeId} is in the catalogue but not in the build`);
        return programme;
      },
      staff: staff.value,
      competencies: competencies.value,
      problems: [...staff.problems, ...competencies.problems],
    },
  };
}

/** Settings with their defaults; every value that does not fit is a problem naming its row. */
export function loadSettings(ports: Books): Outcome<Settings> {
  const rows = new Map(ports.workbook.read(SETTINGS).rows.map((row) => [row.key, row]));
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, definition] of Object.entries(SETTING_DEFINITIONS) as [SettingKey, Setting][]) {
    const row = rows.get(key);
    const text = row?.value ?? definition.initial;
    const value = readSetting(definition, text);
    if (value === undefined) {
      problems.push({
        code: 'settings.value.bad',
        fields: {
          setting: row?.title ?? definition.title,
          found: text,
          example: definition.initial,
          row: row?.$row ?? 0,
        },
      });
    }
    values[key] = value;
  }
  const settings = values as Settings;
  if (isCopy(ports, settings.book)) problems.unshift(COPIED);
  return problems.length === 0 ? { ok: true, value: settings } : { ok: false, problems };
}

/** A copy of a workbook knows the forms, events and folders of the original: it must leave them alone until the set-up has cut it off. */
export const COPIED: Problem = { code: 'workbook.copied' };
export const isCopy = (ports: Books, book: string | undefined): boolean =>
  book !== undefined && book !== '' && book !== ports.workbook.id();

export function loadStaff(ports: Books, settings: Settings): { value: Staff; problems: readonly RowProblem[] } {
  const { rows, problems: unreadable } = ports.workbook.read(STAFF);
  const problems: RowProblem[] = [...unreadable];
  const all = rows.map((row) => {
    const teacher = settings.pseudonyms ? masked(teacherFromRow(row)) : teacherFromRow(row);
    const fault = teacher.email === '' ? undefined : emailFault(teacher.email)?.kind;
    if (fault === undefined || fault === 'typo') return teacher;
    // An address that cannot be right would fail every letter and event it stands in.
    problems.push({
      code: 'staff.email.unusable',
      row: row.$row,
      column: STAFF.columns.email.title,
      fields: { table: STAFF.title, name: teacher.name, email: teacher.email },
    });
    return { ...teacher, email: '' };
  });
  const own = schoolKey(settings.school);
  return {
    value: {
      all,
      included: all.filter(
        (teacher) => teacher.included && (own === '' || ['', own].includes(schoolKey(teacher.school))),
      ),
      byCode: new Map(all.map((teacher) => [teacher.code, teacher])),
    },
    problems,
  };
}

/** A staff code is the person's pseudonym: permanent, and never given to anybody else. */
const masked = (teacher: Teacher): Teacher => ({ ...teacher, name: teacher.code, fullName: teacher.name });

export function teacherFromRow(row: Row<typeof STAFF>): Teacher {
  const { code, name, email, subjects, school, role, included, maxAsConsultee, maxAsConsultant } = row;
  return {
    code,
    name,
    email: email.trim().toLowerCase(),
    subjects,
    school: school.trim(),
    role,
    included,
    ...(maxAsConsultee === undefined ? {} : { maxAsConsultee }),
    ...(maxAsConsultant === undefined ? {} : { maxAsConsultant }),
  };
}

function loadCompetencies(ports: Ports): { value: readonly Competency[]; problems: readonly Problem[] } {
  const { rows, problems } = ports.workbook.read(COMPETENCIES);
  const value: Competency[] = [];
  const bad: Problem[] = [...problems];
  for (const row of rows) {
    const outcome = competencyFromRow(row);
    if (outcome.ok) value.push(outcome.value);
    else bad.push(...outcome.problems.map((problem) => ({ ...problem, row: row.$row })));
  }
  const active = value.filter((competency) => competency.active);
  const wrong = active.length === 0 ? [] : checkFramework(active);
  return { value: active, problems: [...bad, ...wrong] };
}

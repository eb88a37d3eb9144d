// A framework from a table with free headings: which column is what, which competencies it holds, and what is wrong with them.
import type { RowProblem } from '../message';
import { romanise } from '../identity/distance';
import { foldText } from '../staff/normalise';
import { correctColumns, findTable, type FoundTable, type HeadingRule } from '../table/headings';
import { type Competency, levelFrom, MOST_LEVELS, scaleOf } from './framework';
import { competencyFromRow, type CompetencyRow, LEVEL_COLUMNS } from './rows';

export type FrameworkField =
  | 'id'
  | 'area'
  | 'title'
  | 'target'
  | 'roleTargets'
  | 'consultantFrom'
  | 'inNeedsSurvey'
  | 'practice'
  | 'levelNames'
  | 'active'
  | (typeof LEVEL_COLUMNS)[number];

/** Headings as schools word them. What is more particular comes first: «целевой уровень» is no level. */
const RULES: readonly HeadingRule<FrameworkField>[] = [
  { field: 'levelNames', words: /назван\p{L}* уровн|имена уровней|шкала$/u },
  { field: 'roleTargets', words: /по должност|для должност/ },
  { field: 'target', words: /целев|^цель|ожидаем\p{L}* уров|требуем\p{L}* уров|^норма$|target/u },
  { field: 'consultantFrom', words: /консультант|наставник с|порог|expert from/ },
  { field: 'inNeedsSurvey', words: /опрос\p{L}* потребност|в опросе/u },
  { field: 'practice', words: /практическ\p{L}* вопрос|вопросы|практика/u },
  { field: 'active', words: /^использу|^активн|^действует/ },
  { field: 'id', words: /^(?:код|id|шифр|индекс|номер|п п|n|№)(?: |$)|^код / },
  { field: 'area', words: /^(?:область|раздел|блок|направлени|группа|сфера|модуль|area)/ },
  ...LEVEL_COLUMNS.map((field, level) => ({
    field,
    words: new RegExp(`^(?:уровень|ур|level) ${String(level)}(?: |$)|^${String(level)} ?(?:й )?(?:уровень|ур)(?: |$)`),
  })),
  { field: 'title', words: /компетенц|умени|навык|показател|критери|наименовани|^название|competenc|skill/ },
];

/** Words that levels are called by, the lowest first within each row; «базовый» stands low where there is a higher word. */
const LEVEL_WORD =
  /^(?:[abcавс][12]|не владе\p{L}*|нулевой|начальн\p{L}*|низк\p{L}*|пороговый|минимальн\p{L}*|базов\p{L}*|допустим\p{L}*|средн\p{L}*|достаточн\p{L}*|оптимальн\p{L}*|уверенн\p{L}*|повышенн\p{L}*|продвинут\p{L}*|высок\p{L}*|эксперт\p{L}*|мастер\p{L}*|новичок|исследовател\p{L}*|лидер|новатор|пионер)(?: уровень)?$/u;

export interface FrameworkTable extends FoundTable<FrameworkField> {
  /** Names of the levels, when the columns are headed by words. */
  readonly levelNames: readonly string[];
}

/** Undefined when no row names competencies. `corrections`: see `correctColumns`. */
export function findFramework(
  rows: readonly (readonly string[])[],
  corrections: string,
): { readonly table: FrameworkTable; readonly unread: readonly string[] } | undefined {
  const found = findTable(rows, RULES, ['title']) ?? (corrections.trim() === '' ? undefined : firstRow(rows));
  if (found === undefined) return undefined;
  const header = rows[found.headerRow] ?? [];
  const { table, unread } = correctColumns(found, header, RULES, corrections);
  // What a person wrote and nobody understood comes first: it may be why nothing is found.
  if (table.columns.title === undefined && unread.length === 0) return undefined;
  const named = LEVEL_COLUMNS.some((field) => table.columns[field] !== undefined)
    ? []
    : table.unused.filter(({ heading }) => LEVEL_WORD.test(foldText(heading))).slice(0, MOST_LEVELS);
  const columns = { ...table.columns };
  named.forEach(({ column }, level) => {
    const field = LEVEL_COLUMNS[level];
    if (field !== undefined) columns[field] = column;
  });
  // «Уровень 1 … 4»: a scale that begins at one.
  const numbered = LEVEL_COLUMNS.filter((field) => columns[field] !== undefined);
  if (named.length === 0 && columns.level0 === undefined && columns.level1 !== undefined) {
    const from = numbered.map((field) => columns[field]);
    for (const field of LEVEL_COLUMNS) delete columns[field];
    from.forEach((column, level) => {
      const field = LEVEL_COLUMNS[level];
      if (field !== undefined && column !== undefined) columns[field] = column;
    });
  }
  const taken = new Set(named.map(({ column }) => column));
  const from1 = named.length === 0 && table.columns.level0 === undefined && table.columns.level1 !== undefined;
  return {
    table: {
      headerRow: table.headerRow,
      columns,
      unused: table.unused.filter(({ column }) => !taken.has(column)),
      levelNames:
        named.length > 0
          ? named.map(({ heading }) => heading)
          : from1
            ? numbered.map((_, index) => String(index + 1))
            : [],
    },
    unread,
  };
}

/** Corrections can name columns where no heading is understood. */
const firstRow = (rows: readonly (readonly string[])[]): FoundTable<FrameworkField> | undefined => {
  const headerRow = rows.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return headerRow < 0 ? undefined : { headerRow, columns: {}, unused: [] };
};

export interface FrameworkReading {
  readonly competencies: readonly Competency[];
  readonly problems: readonly RowProblem[];
  /** Rows whose target or threshold was not there and was taken from the scale: the last level but one, and the last. */
  readonly assumed: number;
}

const isYes = (text: string, blank: boolean): boolean =>
  text.trim() === '' ? blank : /^(?:да|yes|true|1|\+|x|х|✓|истина)$/i.test(text.trim());

/**
 * Competencies of the rows below the headings. A row with nothing but an area, or with nothing in the column of titles, opens an
 * area. An id that is not given is that of the competency of the same title in `standing`, or made from the title.
 * Problems are those of `competencyFromRow`, and `framework.import.twice` (field `title`): the table has this id or title already.
 */
export function readFramework(
  rows: readonly (readonly string[])[],
  { headerRow, columns, levelNames }: FrameworkTable,
  standing: readonly Competency[],
  otherArea: string,
): FrameworkReading {
  const known = new Map(standing.map((competency) => [foldText(competency.title), competency]));
  const competencies: Competency[] = [];
  const problems: RowProblem[] = [];
  const taken = new Set<string>();
  let area = '';
  let assumed = 0;
  rows.slice(headerRow + 1).forEach((cells, index) => {
    const cell = (field: FrameworkField): string => {
      const column = columns[field];
      return column === undefined ? '' : (cells[column] ?? '').trim();
    };
    const filled = cells.filter((text) => text.trim() !== '');
    const title = cell('title');
    const described = LEVEL_COLUMNS.some((field) => cell(field) !== '');
    if (filled.length === 0) return;
    if (cell('area') !== '') area = cell('area');
    // Where areas have a column of their own, a title alone is a competency without levels.
    if (filled.length === 1 && !described && (columns.area === undefined || title === '')) {
      area = (filled[0] ?? '').replace(/\s+/g, ' ').trim();
      return;
    }
    if (title === '') return;
    const row = index + headerRow + 2;
    const same = known.get(foldText(title));
    const id = cell('id') !== '' && /[a-z]/i.test(cell('id')) ? cell('id') : (same?.id ?? ownId(title));
    const [byId, byTitle] = [`id ${id.toLowerCase()}`, `title ${foldText(title)}`];
    if (taken.has(byId) || taken.has(byTitle)) {
      problems.push({ code: 'framework.import.twice', row, fields: { title } });
      return;
    }
    taken.add(byId).add(byTitle);
    const descriptors = LEVEL_COLUMNS.map((field) => cell(field));
    const last = descriptors.reduce((highest, text, level) => (text === '' ? highest : level), -1);
    const ownNames = cell('levelNames') === '' ? levelNames : cell('levelNames').split(/\s*;\s*/);
    const names = ownNames.slice(0, Math.max(0, last + 1));
    const scale = scaleOf({ descriptors: descriptors.slice(0, last + 1), levelNames: names });
    const level = (field: 'target' | 'consultantFrom', otherwise: number): number | undefined =>
      cell(field) === '' ? Math.max(0, otherwise) : (levelFrom(scale, cell(field)) ?? asNumber(cell(field)));
    const outcome = competencyFromRow({
      ...rowOf(descriptors),
      id,
      area: area === '' ? otherArea : area,
      title,
      levelNames: names,
      target: level('target', scale.top - 1),
      roleTargets: cell('roleTargets')
        .split(/[;\n]/)
        .filter((entry) => entry.trim() !== ''),
      consultantFrom: level('consultantFrom', scale.top),
      inNeedsSurvey: isYes(cell('inNeedsSurvey'), false),
      practice: cell('practice').split(/[;\n]/),
      active: isYes(cell('active'), true),
    });
    if (outcome.ok) {
      competencies.push(outcome.value);
      if (cell('target') === '' || cell('consultantFrom') === '') assumed += 1;
    } else problems.push(...outcome.problems.map((problem) => ({ ...problem, row })));
  });
  return { competencies, problems, assumed };
}

const asNumber = (text: string): number => Number(text.replace(',', '.'));

function rowOf(descriptors: readonly string[]): Pick<CompetencyRow, (typeof LEVEL_COLUMNS)[number]> {
  const [level0 = '', level1 = '', level2 = '', level3 = '', level4 = '', level5 = ''] = descriptors;
  return { level0, level1, level2, level3, level4, level5 };
}

/** `Работа с формами` → `own.rabota-s-formami`: the same title gives the same id. */
export function ownId(title: string): string {
  const slug = foldText(title)
    .split(' ')
    .map(romanise)
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return `own.${slug === '' ? 'x' : slug.slice(0, 60)}`;
}

// Writes everything that follows from the answers: profile, matrix, summary, coverage, programmes, feedback, offers.
import { scaleOf } from '../../domain/framework/framework';
import { MATRIX_FIRST_LEVEL, matrixView } from '../../domain/scoring/matrix';
import { summarise } from '../../domain/scoring/summary';
import { answerDays } from '../../domain/survey/answer-days';
import type { LocalDateTime } from '../../domain/local-time';
import type { Message } from '../../domain/message';
import { SUMMARY_CHARTS } from '../../workbook/charts';
import { MATRIX_LABELS, MATRIX_VIEW, matrixWidths, shadesOf } from '../../workbook/matrix-view';
import type { Row } from '../../workbook/schema';
import { ANSWER_DAYS, ANSWERS, LEVELS_TABLE, PROFILE, PROGRAMMES, SUMMARY, SURVEYS } from '../../workbook/tables';
import { takeOffers } from '../bank/offers';
import { writeFeedback } from '../feedback/analyse';
import { agreementsOf, answersMark, commonSlots, marksOf, writtenMarks } from '../groups/programmes';
import { programmesOf, slotsOf, standingGroups } from '../groups/read';
import type { Ports } from '../ports';
import { answeredBy } from '../surveys/carry-out';
import { silentNames } from '../surveys/silent';
import type { Profiles } from './profiles';

export interface Results {
  readonly deficits: number;
  readonly surpluses: number;
  readonly checks: number;
  readonly problems: readonly Message[];
}

/** How far the profile is written, and which one: in a region it takes longer than an execution should. */
export interface ProfileWritten {
  readonly rows: number;
  readonly of: string;
}

/** Rows of the profile written at once: some ten seconds of the typical model. */
const PART = 6000;

/** Forms that were read before the results were reckoned: since when, and keys of their surveys. */
interface FormsRead {
  readonly at: LocalDateTime;
  readonly surveys: ReadonlySet<string>;
}

/**
 * «Дефициты и профициты», a large one in parts while there is time for another step. Gives how far it came when it is not whole yet: to be
 * given back by the next execution, which begins anew when the profile has changed meanwhile.
 */
export function writeProfile(
  ports: Ports,
  { profiles }: Profiles,
  written: ProfileWritten | undefined,
): ProfileWritten | undefined {
  const rowsFrom = (from: number): Row<typeof PROFILE>[] =>
    profiles.slice(from, from + PART).map((profile) => ({ ...profile, basis: ports.words.say(profile.basis) }));
  if (profiles.length <= PART) {
    ports.workbook.replace(PROFILE, rowsFrom(0));
    return undefined;
  }
  const said = profiles.map(({ title: _title, basis: _basis, ...cells }) => Object.values(cells).join('|'));
  const of = ports.sha256(JSON.stringify({ rows: said })).slice(0, 16);
  let rows = written?.of === of ? written.rows : 0;
  // What follows from the levels is written by this very step: there must be time for a step, not for one thing more.
  ports.clock.stretch();
  while (rows < profiles.length) {
    const part = rowsFrom(rows);
    ports.workbook.replacePart(PROFILE, rows, part, profiles.length);
    rows += part.length;
    if (!ports.clock.mayGoOn()) return { rows, of };
  }
  return undefined;
}

/** What follows from the profile: summary, matrix, coverage, programmes, offers, feedback. */
export function writeConclusions(ports: Ports, loaded: Profiles, read?: FormsRead): Results {
  const { context, profiles } = loaded;
  ports.workbook.replace(SUMMARY, summaryRows(loaded));
  const { headings, rows, notes, columns } = matrixView(
    profiles,
    context.staff.included,
    context.competencies,
    MATRIX_LABELS,
  );
  ports.workbook.show({
    ...MATRIX_VIEW,
    headings,
    rows,
    notes,
    widths: matrixWidths(notes.length),
    heat: {
      firstColumn: MATRIX_FIRST_LEVEL,
      columns: columns.map(({ competency }) => shadesOf(scaleOf(competency))),
    },
  });
  drawSummary(ports);
  writeNames(ports, loaded);
  writeCoverage(ports, loaded, read);
  writeProgrammes(ports, loaded);
  takeOffers(ports, loaded);
  writeFeedback(ports, loaded);
  const count = (state: string): number => profiles.filter((profile) => profile.state === state).length;
  return { deficits: count('deficit'), surpluses: count('surplus'), checks: count('check'), problems: loaded.problems };
}

/** «Сводка» of the cycle that was loaded. */
export const summaryRows = ({ context, profiles, answers, reliability }: Profiles): readonly Row<typeof SUMMARY>[] =>
  summarise({
    teachers: context.staff.included,
    competencies: context.competencies,
    profiles,
    needs: answers.needsAsked
      ? [...answers.needs].flatMap(([teacher, { competencies }]) =>
          competencies.map((competency) => ({ teacher, competency })),
        )
      : undefined,
    addressed: [...answers.addressed].flatMap(([competency, given]) =>
      [...given].map(([teacher, { needed }]) => ({ teacher, competency, needed })),
    ),
    reliability,
  });

/** Charts under «Сводка». The days of the answers are missing in a workbook set up before they were kept. */
function drawSummary(ports: Ports): void {
  if (ports.workbook.has(ANSWER_DAYS)) {
    const counted = ports.workbook.read(ANSWERS).rows.filter(({ state }) => state === 'counted');
    ports.workbook.replace(ANSWER_DAYS, answerDays(counted.map(({ at }) => at)));
  }
  ports.workbook.draw(SUMMARY_CHARTS);
}

/** «Тесты и наблюдения»: names by code, where a person has written only the code. */
function writeNames(ports: Ports, { context }: Profiles): void {
  ports.workbook.patch(
    LEVELS_TABLE,
    ports.workbook.read(LEVELS_TABLE).rows.flatMap((row) => {
      const name = context.staff.byCode.get(row.teacher)?.name;
      return row.name !== '' || name === undefined ? [] : [{ $row: row.$row, set: { name } }];
    }),
  );
}

/** «Опросы»: who has answered and who has not, and up to when the forms that were read have been. */
function writeCoverage(ports: Ports, { context }: Profiles, read: FormsRead | undefined): void {
  const answered = answeredBy(ports);
  ports.workbook.patch(
    SURVEYS,
    ports.workbook.read(SURVEYS).rows.flatMap((row) => {
      const codes = answered.get(row.key) ?? new Set<string>();
      const count = row.audience.filter((code) => codes.has(code)).length;
      const missing = silentNames(ports, context, row.audience, codes);
      const isSame = count === row.answered && row.missing.length === missing.length;
      const set: Partial<Row<typeof SURVEYS>> = {
        ...(read !== undefined && row.state === 'open' && read.surveys.has(row.key) ? { readAt: read.at } : {}),
        ...(row.audience.length === 0 || isSame
          ? {}
          : {
              answered: count,
              answeredShare: count / row.audience.length,
              missing,
            }),
      };
      return Object.keys(set).length === 0 ? [] : [{ $row: row.$row, set }];
    }),
  );
}

/** «Программы занятий»: what those who consult the group now answered. What a person has edited by hand is left alone. */
function writeProgrammes(ports: Ports, { context, answers }: Profiles): void {
  const programmes = programmesOf(ports, context);
  if (programmes.length === 0) return;
  const labels = new Map(slotsOf(context.settings).map(({ value, label }) => [value, label]));
  const standing = new Map(standingGroups(ports, context).map((group) => [group.id, group]));
  ports.workbook.patch(
    PROGRAMMES,
    programmes.flatMap((row) => {
      const group = standing.get(row.group);
      const given =
        group === undefined
          ? [...(answers.agreements.get(row.group)?.values() ?? [])]
          : agreementsOf(answers, group).now;
      if (given.length === 0 || row.state === 'edited') return [];
      const joined = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('\n');
      const said = {
        topics: joined([...given.flatMap(({ taken }) => taken), ...given.map(({ topics }) => topics)]),
        practice: joined(given.map(({ task }) => task)),
        materials: joined(given.map(({ materials }) => materials)),
        slots: commonSlots(given).map((slot) => labels.get(slot) ?? slot),
        place: joined(given.map(({ place }) => place)),
        remark: joined(given.flatMap(({ otherTime, comments }) => [otherTime, comments])),
      };
      const state = given.some(({ ready }) => ready) ? 'agreed' : 'declined';
      const marks = marksOf(row);
      const mark = answersMark(ports, said);
      const standingMark = answersMark(ports, row);
      const written = writtenMarks({ ...marks, answers: mark });
      // The answer stands there whole. An attempt that died between two writes may have left the rest of the row to be done.
      if (standingMark === mark) return marks.answers === mark ? [] : [{ $row: row.$row, set: { state, written } }];
      // What stands there is not what was last written: a person has worked on it, and keeps it.
      if (marks.answers !== '' && marks.answers !== standingMark) return [{ $row: row.$row, set: { state: 'edited' } }];
      return [{ $row: row.$row, set: { ...said, state, written } }];
    }),
  );
}

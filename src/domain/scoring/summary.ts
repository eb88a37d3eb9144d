// The summary: how many of the staff chose, want, lack and master each competency.
import type { Competency } from '../framework/framework';
import type { Teacher } from '../staff/teacher';
import type { TeacherCompetency } from './level';
import type { ProfileRow } from './profile';
import type { AreaReliability } from './reliability';

/** A row of «Сводка». Shares are 0 … 1; undefined where there is nothing to be a share of. */
export interface SummaryRow {
  readonly competency: string;
  readonly title: string;
  /** Teachers who take part: the denominator of all shares but `addressedShare`. */
  readonly teachers: number;
  /** Chose it in the needs survey; undefined when the survey did not offer it. */
  readonly needs: number | undefined;
  readonly needsShare: number | undefined;
  /** Need it according to the addressed survey; undefined when there was none. */
  readonly addressed: number | undefined;
  /** Of those who answered the addressed survey about it. */
  readonly addressedShare: number | undefined;
  /** Assessed themselves in it. */
  readonly answered: number;
  readonly wants: number;
  readonly wantsShare: number | undefined;
  readonly deficits: number;
  readonly deficitsShare: number | undefined;
  readonly surpluses: number;
  readonly surplusesShare: number | undefined;
  readonly checks: number;
  /** Confirmed surplus and willing to help. */
  readonly consultants: number;
  /** Cronbach's alpha of the competency's area. */
  readonly reliability: number | undefined;
  /** Average error of one self-assessed level, in levels. */
  readonly error: number | undefined;
}

/** One teacher's answer to the addressed survey about a competency. */
export interface AddressedAnswer extends TeacherCompetency {
  /** Does the answer show a need? */
  readonly needed: boolean;
}

export interface SummaryInput {
  readonly teachers: readonly Teacher[];
  readonly competencies: readonly Competency[];
  readonly profiles: readonly ProfileRow[];
  /** Choices of the needs survey; undefined when it was not held. */
  readonly needs: readonly TeacherCompetency[] | undefined;
  readonly addressed: readonly AddressedAnswer[];
  readonly reliability: readonly AreaReliability[];
}

/** A row per active competency. Only teachers who take part are counted, each once. */
export function summarise(input: SummaryInput): readonly SummaryRow[] {
  const included = new Set(input.teachers.filter((teacher) => teacher.included).map(({ code }) => code));
  const all = included.size;
  const countIncluded = (codes: readonly string[]): number => new Set(codes.filter((code) => included.has(code))).size;
  const byCompetency = new Map<string, ProfileRow[]>();
  for (const row of input.profiles) {
    if (!included.has(row.teacher)) continue;
    const rows = byCompetency.get(row.competency);
    if (rows === undefined) byCompetency.set(row.competency, [row]);
    else rows.push(row);
  }
  return input.competencies
    .filter(({ active }) => active)
    .map((competency) => {
      const rows = byCompetency.get(competency.id) ?? [];
      const count = (test: (row: ProfileRow) => boolean): number => rows.filter(test).length;
      const chosen = (input.needs ?? [])
        .filter((need) => need.competency === competency.id)
        .map(({ teacher }) => teacher);
      const offered = input.needs !== undefined && (competency.inNeedsSurvey || chosen.length > 0);
      const needs = offered ? countIncluded(chosen) : undefined;
      const addressed = input.addressed.filter((answer) => answer.competency === competency.id);
      const needing = countIncluded(addressed.filter(({ needed }) => needed).map(({ teacher }) => teacher));
      const asked = countIncluded(addressed.map(({ teacher }) => teacher));
      const wants = count((row) => row.wants);
      const deficits = count((row) => row.state === 'deficit');
      const surpluses = count((row) => row.state === 'surplus');
      const area = input.reliability.find((one) => one.area === competency.area);
      return {
        competency: competency.id,
        title: competency.title,
        teachers: all,
        needs,
        needsShare: needs === undefined ? undefined : share(needs, all),
        addressed: addressed.length === 0 ? undefined : needing,
        addressedShare: addressed.length === 0 ? undefined : share(needing, asked),
        answered: count((row) => row.self !== undefined),
        wants,
        wantsShare: share(wants, all),
        deficits,
        deficitsShare: share(deficits, all),
        surpluses,
        surplusesShare: share(surpluses, all),
        checks: count((row) => row.state === 'check'),
        consultants: count((row) => row.state === 'surplus' && row.confirmed && row.helps),
        reliability: area?.alpha,
        error: area?.itemError,
      };
    });
}

/** 0 … 1; undefined of nothing. */
export function share(count: number, total: number): number | undefined {
  return total === 0 ? undefined : count / total;
}

/**
 * Per cent to one decimal, halves up: 11 of 61 is 18.0, 1 of 16 is 6.3. Reckoned in whole numbers, so that no binary fraction
 * turns a half down. Whole `count`, `total` ≥ 0; of nothing it is 0.
 */
export function percent(count: number, total: number): number {
  return total === 0 ? 0 : Math.floor((2000 * count + total) / (2 * total)) / 10;
}

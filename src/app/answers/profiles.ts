// Every teacher's deficits and surpluses, computed from answers, tests and observations; the one way to get them.
import { type ProfileRow, scoreProfiles } from '../../domain/scoring/profile';
import { type AreaReliability, reliabilityByArea } from '../../domain/scoring/reliability';
import type { LevelRecord, LevelSource } from '../../domain/scoring/profile';
import { isLevel } from '../../domain/framework/check';
import { type Level, scaleOf } from '../../domain/framework/framework';
import type { Message } from '../../domain/message';
import { LEVELS_TABLE } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { type AllAnswers, loadAnswers } from './load';

export interface Profiles {
  readonly context: Context;
  readonly answers: AllAnswers;
  readonly profiles: readonly ProfileRow[];
  readonly reliability: readonly AreaReliability[];
  readonly problems: readonly Message[];
}

export function profilesOf(ports: Ports, context: Context): Profiles {
  const answers = loadAnswers(ports, context);
  const { rows, problems } = ports.workbook.read(LEVELS_TABLE);
  const problemsOfRows: Message[] = [];
  const assessed: LevelRecord[] = rows
    .filter(({ cycle }) => cycle === context.settings.cycle)
    .flatMap((row): LevelRecord[] => {
      const bad = checkLevel(context, row.teacher, row.competency, row.level);
      if (bad !== undefined) {
        problemsOfRows.push({ ...bad, fields: { ...bad.fields, row: row.$row } });
        return [];
      }
      return [
        {
          teacher: row.teacher,
          competency: row.competency,
          source: row.source as LevelSource,
          level: row.level as Level,
          date: row.date,
        },
      ];
    });
  // Of one day the own questionnaire counts, as the last of the list: it asks by the descriptions of this very framework.
  const stated: LevelRecord[] = [
    ...answers.bound,
    ...[...answers.self].map(([teacher, given]) => ({ teacher, ...given })),
  ].flatMap(({ teacher, levels, date }) =>
    Object.entries(levels).map(([competency, level]): LevelRecord => ({
      teacher,
      competency,
      source: 'self',
      level,
      date,
    })),
  );
  // The scale may have been shortened after the question was asked.
  const tops = new Map(context.competencies.map((competency) => [competency.id, scaleOf(competency).top]));
  const offScale = ({ competency, level }: LevelRecord): boolean => level > (tops.get(competency) ?? level);
  const self = stated.filter((record) => !offScale(record));
  for (const competency of context.competencies) {
    const count = stated.filter((record) => record.competency === competency.id && offScale(record)).length;
    if (count > 0) problemsOfRows.push({ code: 'levels.self.offScale', fields: { title: competency.title, count } });
  }
  // Of the people these profiles are of: another school answers the same form, and errs in its own way.
  const own = new Set(context.staff.included.map(({ code }) => code));
  const reliability = reliabilityByArea(
    context.competencies,
    [...assessed, ...self].filter(({ teacher }) => own.has(teacher)),
  );
  const pairs = (of: 'wants' | 'helps'): { teacher: string; competency: string }[] =>
    [...[...answers.self].map(([teacher, given]) => ({ teacher, ...given })), ...answers.bound].flatMap((given) =>
      given[of].map((competency) => ({ teacher: given.teacher, competency })),
    );
  const profiles = scoreProfiles({
    teachers: context.staff.included,
    competencies: context.competencies,
    levels: [...assessed, ...self],
    wishes: pairs('wants'),
    helps: pairs('helps'),
    questions: [...answers.self].flatMap(([teacher, { questions }]) =>
      Object.entries(questions).map(([competency, points]) => ({ teacher, competency, text: points.join('; ') })),
    ),
    reliability,
  });
  return {
    context,
    answers,
    profiles,
    reliability,
    problems: [...context.problems, ...problems, ...problemsOfRows, ...answers.problems],
  };
}

function checkLevel(
  context: Context,
  teacher: string,
  competency: string,
  level: number | undefined,
): Message | undefined {
  if (!context.staff.byCode.has(teacher)) return { code: 'levels.teacher.unknown', fields: { found: teacher } };
  const known = context.competencies.find(({ id }) => id === competency);
  if (known === undefined) return { code: 'levels.competency.unknown', fields: { found: competency } };
  const { top } = scaleOf(known);
  return isLevel(level, top) ? undefined : { code: 'levels.level.bad', fields: { found: String(level ?? ''), top } };
}

// Every teacher's deficits and surpluses, computed from answers, tests and observations; the one way to get them.
import { type ProfileRow, scoreProfiles } from '../../domain/scoring/profile';
import { type AreaReliability, reliabilityByArea } from '../../domain/scoring/reliability';
import type { LevelRecord } from '../../domain/scoring/profile';
import type { Level } from '../../domain/framework/framework';
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
          source: row.source as 'test' | 'observation',
          level: row.level as Level,
          date: row.date,
        },
      ];
    });
  const self: LevelRecord[] = [...answers.self].flatMap(([teacher, { levels }]) =>
    Object.entries(levels).map(([competency, level]): LevelRecord => ({
      teacher,
      competency,
      source: 'self',
      level,
      date: '',
    })),
  );
  // Of the people these profiles are of: another school answers the same form, and errs in its own way.
  const own = new Set(context.staff.included.map(({ code }) => code));
  const reliability = reliabilityByArea(
    context.competencies,
    self.filter(({ teacher }) => own.has(teacher)),
  );
  const pairs = (of: 'wants' | 'helps'): { teacher: string; competency: string }[] =>
    [...answers.self].flatMap(([teacher, given]) => given[of].map((competency) => ({ teacher, competency })));
  const profiles = scoreProfiles({
    teachers: context.staff.included,
    competencies: context.competencies,
    levels: [...self, ...assessed],
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
  if (!context.competencies.some(({ id }) => id === competency))
    return { code: 'levels.competency.unknown', fields: { found: competency } };
  return level !== undefined && Number.isInteger(level) && level >= 0 && level <= 4
    ? undefined
    : { code: 'levels.level.bad', fields: { found: String(level ?? '') } };
}

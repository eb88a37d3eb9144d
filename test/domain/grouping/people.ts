// A made-up school for the tests of pairs, communities and levels of mastery: people by their levels, rows as scoring gives them.
import fc from 'fast-check';
import type { Level } from '../../../src/domain/framework/framework';
import { judge, type ProfileRow } from '../../../src/domain/scoring/profile';
import type { Teacher } from '../../../src/domain/staff/teacher';
import { type Wish, type WishKind, Wishes } from '../../../src/domain/grouping/wishes';

export const TARGET = 3;
export const CONSULTANT_FROM = 4;

export const teacher = (code: string, more: Partial<Teacher> = {}): Teacher => ({
  code,
  name: `Учитель ${code}`,
  email: '',
  subjects: [],
  school: '',
  role: 'учитель',
  included: true,
  ...more,
});

/** A row by the observed level; undefined = nothing is known. */
export function row(
  code: string,
  competency: string,
  level: Level | undefined,
  more: Partial<ProfileRow> = {},
): ProfileRow {
  return {
    teacher: code,
    name: `Учитель ${code}`,
    competency,
    title: competency.toUpperCase(),
    self: undefined,
    test: undefined,
    observation: level,
    target: TARGET,
    ...judge(level === undefined ? {} : { observation: { level, date: '' } }, TARGET, CONSULTANT_FROM, undefined),
    wants: false,
    helps: false,
    questions: '',
    ...more,
  };
}

export const wish = (who: string, whom: string, kind: WishKind = 'together', about = ''): Wish => ({
  row: 2,
  who,
  whom,
  kind,
  about,
});
export const wishes = (...list: readonly Wish[]): Wishes => new Wishes(list);
export const both = (one: string, other: string, about = ''): readonly Wish[] => [
  wish(one, other, 'together', about),
  wish(other, one, 'together', about),
];

export interface School {
  readonly teachers: readonly Teacher[];
  readonly profiles: readonly ProfileRow[];
  readonly competencies: readonly string[];
  readonly wishes: Wishes;
}

/** Random schools of a few people, with wishes of every kind. */
export function schools(limits: { least: number; most: number; competencies: number }): fc.Arbitrary<School> {
  const { least, most } = limits;
  return fc
    .record({
      people: fc.integer({ min: least, max: most }),
      competencies: fc.integer({ min: 1, max: limits.competencies }),
    })
    .chain(({ people, competencies }) =>
      fc.record({
        people: fc.array(
          fc.record({
            levels: fc.array(
              fc.record({
                level: fc.constantFrom<Level | undefined>(0, 1, 2, 2, 3, 4, 4, undefined),
                wants: fc.boolean(),
                helps: fc.boolean(),
              }),
              { minLength: competencies, maxLength: competencies },
            ),
            school: fc.constantFrom('А', 'Б'),
            subject: fc.constantFrom('физика', 'химия', 'музыка'),
            maxAsConsultant: fc.constantFrom(undefined, undefined, undefined, 0, 1, 2),
            maxAsConsultee: fc.constantFrom(undefined, undefined, undefined, undefined, 0),
          }),
          { minLength: people, maxLength: people },
        ),
        wishes: fc.array(
          fc.record({
            who: fc.nat(people - 1),
            whom: fc.nat(people - 1),
            kind: fc.constantFrom<'together' | 'both' | 'apart' | 'pinned'>(
              'together',
              'both',
              'both',
              'apart',
              'pinned',
            ),
            about: fc.constantFrom(-1, -1, 0),
          }),
          { maxLength: people },
        ),
      }),
    )
    .map(({ people, wishes: wished }) => {
      const code = (index: number): string => `У-${String(index + 1).padStart(2, '0')}`;
      const competencies = (people[0]?.levels ?? []).map((_level, c) => `c.${String(c)}`);
      const told = wished.flatMap(({ who, whom, kind, about }): readonly Wish[] => {
        if (who === whom) return [];
        const id = about < 0 ? '' : (competencies[about] ?? '');
        return kind === 'both' ? both(code(who), code(whom), id) : [wish(code(who), code(whom), kind, id)];
      });
      const all = new Wishes(told);
      return {
        teachers: people.map(({ school, subject, maxAsConsultant, maxAsConsultee }, index) =>
          teacher(code(index), {
            school,
            subjects: [subject],
            ...(maxAsConsultant === undefined ? {} : { maxAsConsultant }),
            ...(maxAsConsultee === undefined ? {} : { maxAsConsultee }),
          }),
        ),
        profiles: people.flatMap(({ levels }, index) =>
          levels.map(({ level, wants, helps }, c) => row(code(index), competencies[c] ?? '', level, { wants, helps })),
        ),
        competencies,
        // As the reader gives them: where somebody forbids, nothing is pinned.
        wishes: new Wishes(
          told.filter(({ kind, who, whom, about }) => kind !== 'pinned' || !all.forbids(who, whom, about)),
        ),
      };
    });
}

// Checks that a `summary.json` is exactly what the README promises: every key, no other, every number in its place.

type Check = (value: unknown, at: string) => readonly string[];

const wrong = (at: string, wanted: string, value: unknown): readonly string[] => [
  `${at}: ${wanted}, not ${JSON.stringify(value) ?? 'undefined'}`,
];
const when =
  (wanted: string, holds: (value: unknown) => boolean): Check =>
  (value, at) =>
    holds(value) ? [] : wrong(at, wanted, value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these keys, all of them and no others. */
const object =
  (keys: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isRecord(value)) return wrong(at, 'an object', value);
    const strange = Object.keys(value).filter((key) => !(key in keys));
    return [
      ...strange.map((key) => `${at}.${key}: nobody knows this key`),
      ...Object.entries(keys).flatMap(([key, check]) => check(value[key], `${at}.${key}`)),
    ];
  };

const list =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((one: unknown, index) => check(one, `${at}[${String(index)}]`))
      : wrong(at, 'a list', value);

const record =
  (check: Check): Check =>
  (value, at) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, one]) => check(one, `${at}.${key}`))
      : wrong(at, 'an object', value);

const text = when('a text', (value) => typeof value === 'string' && value !== '');
const whole = when('a whole number', (value) => Number.isInteger(value) && (value as number) >= 0);
const seconds = when('seconds', (value) => typeof value === 'number' && Number.isFinite(value) && value > 0);
const fraction = when('a share', (value) => typeof value === 'number' && value >= 0 && value <= 1);
const instant = when(
  'a time with its offset',
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);
/** https://developers.google.com/workspace/calendar/api/v3/reference/events#id */
const eventId = when(
  'an id that Calendar takes',
  (value) => typeof value === 'string' && /^[a-v0-9]{5,1024}$/.test(value),
);
const share = object({ count: whole, share: fraction });

const SUMMARY = object({
  programme: text,
  teachers: whole,
  answered: whole,
  competencies: list(object({ id: text, title: text, needs: share, deficits: share, surpluses: share })),
  groups: list(
    object({ id: text, competency: text, consultants: list(text), consultees: list(text), subjects: list(text) }),
  ),
  uncovered: list(object({ teacher: text, competency: text, reason: text })),
  modules: list(object({ id: text, group: text, start: instant, end: instant, eventId, guests: whole })),
  forms: list(object({ id: text, kind: text, items: whole, responses: whole })),
  bank: object({ folders: whole, resources: whole }),
  routes: object({ items: whole, teachers: whole, documents: whole }),
  lessons: object({ given: whole, cards: whole }),
  mail: object({ sent: whole }),
  calls: object({ total: whole, byService: record(whole), modelledSeconds: seconds }),
  executions: whole,
});

export interface Share {
  readonly count: number;
  readonly share: number;
}

/** The parts that the tests look at; all of it is checked by `summaryProblems`. */
export interface Summary {
  readonly programme: string;
  readonly teachers: number;
  readonly answered: number;
  readonly competencies: readonly { id: string; title: string; needs: Share; deficits: Share; surpluses: Share }[];
  readonly groups: readonly { id: string; competency: string; consultants: string[]; consultees: string[] }[];
  readonly uncovered: readonly { teacher: string; competency: string; reason: string }[];
  readonly modules: readonly {
    id: string;
    group: string;
    start: string;
    end: string;
    eventId: string;
    guests: number;
  }[];
  readonly forms: readonly { id: string; kind: string; items: number; responses: number }[];
  readonly bank: { readonly folders: number; readonly resources: number };
  readonly routes: { readonly items: number; readonly teachers: number; readonly documents: number };
  readonly lessons: { readonly given: number; readonly cards: number };
  readonly mail: { readonly sent: number };
  readonly calls: { readonly total: number; readonly byService: Readonly<Record<string, number>> };
  readonly executions: number;
}

/** What is wrong with a summary: its shape, then what its numbers say of each other. Empty when nothing is. */
export function summaryProblems(value: unknown): readonly string[] {
  const shape = SUMMARY(value, 'summary');
  return shape.length > 0 ? shape : contradictions(value as Summary);
}

function contradictions(summary: Summary): readonly string[] {
  const { teachers, competencies, groups, uncovered, modules, forms, calls } = summary;
  const known = new Set(competencies.map(({ id }) => id));
  const groupIds = new Set(groups.map(({ id }) => id));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const unless = (holds: boolean, what: string): readonly string[] => (holds ? [] : [what]);
  return [
    ...unless(summary.routes.documents === summary.routes.teachers, 'a route has not one document'),
    ...unless(summary.lessons.cards <= summary.lessons.given, 'more cards than lessons'),
    ...unless(summary.answered <= teachers, 'more have answered than there are teachers'),
    ...competencies.flatMap(({ id, needs, deficits, surpluses }) =>
      [needs, deficits, surpluses].flatMap((one) =>
        unless(Math.abs(one.share - one.count / teachers) < 1e-9, `${id}: the share is not that of the count`),
      ),
    ),
    ...unless(known.size === competencies.length, 'two competencies have one id'),
    ...unless(groupIds.size === groups.length, 'two groups have one id'),
    ...groups.flatMap(({ id, competency, consultants, consultees }) => [
      ...unless(known.has(competency), `${id}: unknown competency`),
      ...unless(consultants.length > 0 && consultees.length > 0, `${id}: one side is empty`),
      ...unless(
        new Set([...consultants, ...consultees]).size === consultants.length + consultees.length,
        `${id}: somebody sits in it twice`,
      ),
    ]),
    ...uncovered.flatMap(({ teacher, competency }) => unless(known.has(competency), `${teacher}: unknown competency`)),
    ...modules.flatMap(({ id, group, start, end, guests }) => {
      const members = groups.find((one) => one.id === group);
      return [
        ...unless(groupIds.has(group), `${id}: unknown group`),
        ...unless(Date.parse(start) < Date.parse(end), `${id}: ends before it starts`),
        ...unless(
          guests <= (members?.consultants.length ?? 0) + (members?.consultees.length ?? 0),
          `${id}: more guests than members`,
        ),
      ];
    }),
    ...unless(new Set(modules.map(({ eventId: one }) => one)).size === modules.length, 'two modules have one event'),
    ...unless(new Set(forms.map(({ id }) => id)).size === forms.length, 'two surveys have one form'),
    ...unless(sum(Object.values(calls.byService)) === calls.total, 'the calls by service are not all calls'),
  ];
}

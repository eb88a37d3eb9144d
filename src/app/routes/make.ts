// «Составить маршруты» (A12): the register made anew from what is known today, then a document for each teacher.
import type { Message, Outcome } from '../../domain/message';
import { LEDGER, ROUTES } from '../../workbook/tables';
import { type Action, type Example, finished, NO_FIELDS } from '../action';
import { notSetUp } from '../context';
import type { Ports } from '../ports';
import { loadRoutes, type RouteData } from './load';
import { PUBLISH_START, type PublishCursor, publishNext } from './publish';
import { planRegister, writeRegister } from './register';

interface MakeCursor {
  readonly counts: { readonly added: number; readonly changed: number; readonly cancelled: number };
  readonly publish: PublishCursor;
}

export const makeRoutes: Action<Record<string, never>, MakeCursor> = {
  id: 'makeRoutes',
  fields: NO_FIELDS,
  read(ports) {
    const missing = notSetUp(ports, ROUTES, LEDGER);
    return missing === undefined ? { ok: true, value: {} } : { ok: false, problems: [missing] };
  },

  preview(ports) {
    const loaded = routesToMake(ports);
    if (!loaded.ok) return loaded;
    const { data, plan } = loaded.value;
    const { rows } = ports.workbook.read(ROUTES);
    const { staff } = data.context;
    const teachers = new Set([
      ...plan.added.map(({ teacher }) => teacher),
      ...rows.filter(({ closed }) => closed === '').map(({ teacher }) => teacher),
    ]);
    const without = [...teachers].flatMap((code) => {
      const teacher = staff.byCode.get(code);
      return teacher?.email === '' ? [teacher.name] : [];
    });
    return {
      ok: true,
      value: {
        lines: [{ code: 'route.will', fields: { teachers: teachers.size } }, { code: 'route.will.share' }],
        counts: [
          { label: { code: 'route.count.teachers' }, value: String(teachers.size) },
          { label: { code: 'route.count.added' }, value: String(plan.added.length) },
          { label: { code: 'route.count.changed' }, value: String(plan.changes.length) },
          { label: { code: 'route.count.cancelled' }, value: String(plan.cancelled.length) },
        ],
        ...exampleOf(data, plan.added),
        warnings: [...unaddressed(without, without.length), ...data.problems.slice(0, 10)],
      },
    };
  },

  step(ports, run, _input, cursor) {
    const loaded = cursor === undefined ? routesToMake(ports) : loadOnly(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const { data, plan } = loaded.value;
    if (cursor === undefined) {
      if (plan !== undefined) writeRegister(ports, data, plan, run.run);
      const counts = {
        added: plan?.added.length ?? 0,
        changed: plan?.changes.length ?? 0,
        cancelled: plan?.cancelled.length ?? 0,
      };
      return {
        state: 'going',
        cursor: { counts, publish: PUBLISH_START },
        done: 1,
        total: 2,
        line: { code: 'route.register', fields: counts },
      };
    }
    const {
      cursor: publish,
      total,
      done,
    } = publishNext(ports, data, run.run, cursor.publish, { cycle: '', closed: '' });
    if (!done)
      return {
        state: 'going',
        cursor: { ...cursor, publish },
        done: publish.at + 1,
        total: total + 1,
        line: { code: 'route.documents', fields: { done: publish.at, total } },
      };
    return finished(
      [
        {
          code: 'route.done',
          fields: { ...cursor.counts, documents: total, made: publish.made, written: publish.written },
        },
        ...leftOut(publish),
      ],
      [{ label: { code: 'link.sheet', fields: { table: ROUTES.title } }, url: ports.workbook.linkTo(ROUTES) }],
    );
  },
};

type Made = Outcome<{ readonly data: RouteData; readonly plan: ReturnType<typeof planRegister> | undefined }>;

function loadOnly(ports: Ports): Made {
  const loaded = loadRoutes(ports);
  return loaded.ok ? { ok: true, value: { data: loaded.value, plan: undefined } } : loaded;
}

/** Refused when there is nothing a route could be made of, or the cycle is closed. */
function routesToMake(
  ports: Ports,
): Outcome<{ readonly data: RouteData; readonly plan: ReturnType<typeof planRegister> }> {
  const loaded = loadRoutes(ports);
  if (!loaded.ok) return loaded;
  const data = loaded.value;
  const { cycle } = data.context.settings;
  const { rows } = ports.workbook.read(ROUTES);
  if (rows.some((row) => row.cycle === cycle && row.closed !== ''))
    return { ok: false, problems: [{ code: 'route.cycleClosed', fields: { cycle } }] };
  if (data.grounds.length === 0 && rows.every((row) => row.cycle !== cycle))
    return { ok: false, problems: [{ code: 'route.nothing' }] };
  return { ok: true, value: { data, plan: planRegister(ports, data) } };
}

/** Whose document nobody but the director will see, and why. */
export function leftOut({
  refused,
  refusedCount,
  unaddressed: names,
  unaddressedCount,
}: PublishCursor): readonly Message[] {
  return [
    ...(refusedCount > 0 ? [{ code: 'route.refused', fields: { names: refused, count: refusedCount } }] : []),
    ...unaddressed(names, unaddressedCount),
  ];
}

const unaddressed = (names: readonly string[], count: number): readonly Message[] =>
  count === 0 ? [] : [{ code: 'route.unaddressed', fields: { names, count } }];

/** The first new item's words, as they will stand. */
function exampleOf(
  { context }: RouteData,
  added: ReturnType<typeof planRegister>['added'],
): { readonly example?: Example } {
  const [first] = added;
  if (first === undefined) return {};
  const { staff, competencies } = context;
  return {
    example: {
      kind: 'text',
      title: staff.byCode.get(first.teacher)?.name ?? '',
      body: added
        .filter(({ teacher }) => teacher === first.teacher)
        .map(({ competency, partners, when, task }) =>
          [competencies.find(({ id }) => id === competency)?.title ?? competency, partners, when, task]
            .filter((line) => line !== '')
            .join('\n'),
        )
        .join('\n\n'),
    },
  };
}

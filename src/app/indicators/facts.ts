// The fact of an indicator: how much of how many, where it comes from, who is nearest to the line, and what would help.
import type { IndicatorSource } from '../../domain/indicator/template';
import { isInSet, masteryOf, nearestOf } from '../../domain/indicator/mastery';
import type { MotivationComparison } from '../../domain/indicator/motivation';
import { monthsOfTerm, regularity } from '../../domain/lessons/regular';
import type { Message } from '../../domain/message';
import { standingOf } from '../../domain/plan/standing';
import { FEEDBACK, LESSONS, PLAN, SURVEYS } from '../../workbook/tables';
import { type Profiles, profilesOf } from '../answers/profiles';
import type { Context } from '../context';
import { standingGroups } from '../groups/read';
import { lessonsGiven } from '../lessons/read';
import type { Ports } from '../ports';
import { planItems } from '../plan/read';
import { standingModules } from '../timetable/modules';
import { loadMotivation } from './pupils';

export interface Fact {
  /** 0 … 1 (motivation may fall below 0); undefined when nothing is known yet. */
  readonly value: number | undefined;
  readonly origin: Message;
  readonly nearest: readonly Message[];
  /** What would help, once the target is in danger. */
  readonly advice: readonly Message[];
}

/** What an indicator's row asks for. */
export interface Asked {
  readonly source: IndicatorSource;
  readonly of: readonly string[];
  readonly least: number | undefined;
  readonly months: number | undefined;
  readonly target: number;
  readonly typed: number | undefined;
}

const SHOWN_NEAREST = 5;
/** Months of term in which lessons must have been given, where the row does not say. */
const MONTHS = 3;

/** Reads every table once, whatever the number of indicators. */
export class Facts {
  #profiles: Profiles | undefined;
  #motivation: MotivationComparison | undefined;

  constructor(
    private readonly ports: Ports,
    private readonly context: Context,
  ) {}

  get motivation(): MotivationComparison {
    return (this.#motivation ??= loadMotivation(this.ports, this.context));
  }

  private get profiles(): Profiles {
    return (this.#profiles ??= profilesOf(this.ports, this.context));
  }

  of(asked: Asked): Fact {
    switch (asked.source) {
      case 'groups':
        return this.included(asked);
      case 'modules':
        return this.attended(asked);
      case 'matrix':
        return this.mastered(asked);
      case 'feedback':
        return this.effectiveness();
      case 'lessons':
        return this.taught(asked);
      case 'surveys':
        return this.answered(asked);
      case 'motivation':
        return this.motivated();
      case 'plan':
        return this.carriedOut();
      case 'hand':
        return {
          value: asked.typed,
          origin: { code: asked.typed === undefined ? 'indicator.from.hand.none' : 'indicator.from.hand' },
          nearest: [],
          advice: [{ code: 'indicator.advice.hand' }],
        };
    }
  }

  /** People of the staff in groups that are published or over. */
  private included({ target }: Asked): Fact {
    const groups = standingGroups(this.ports, this.context).filter(({ state }) => state !== 'draft');
    const inside = new Set(
      groups.flatMap(({ consultants, consultees }) => [...consultants, ...consultees].map(({ code }) => code)),
    );
    return this.people('groups', inside, target, [
      { code: 'indicator.advice.groups', fields: { groups: groups.length } },
    ]);
  }

  /** People who were in a module that has been held. */
  private attended({ target }: Asked): Fact {
    const held = standingModules(this.ports, this.context).filter(({ row }) => row.state === 'held');
    const inside = new Set(
      held.flatMap(({ there }) => [...there.consultants, ...there.consultees].map(({ code }) => code)),
    );
    return this.people('modules', inside, target, [
      { code: 'indicator.advice.modules', fields: { modules: new Set(held.map(({ group }) => group.id)).size } },
    ]);
  }

  /** Nearest are those whom a group could take at once: with a deficit, or ready to consult. */
  private people(
    source: 'groups' | 'modules',
    inside: ReadonlySet<string>,
    target: number,
    advice: readonly Message[],
  ): Fact {
    const staff = this.context.staff.included;
    const have = staff.filter(({ code }) => inside.has(code)).length;
    const states = new Map<string, { deficits: number; surpluses: number }>();
    for (const { teacher, state, helps } of this.profiles.profiles) {
      const known = states.get(teacher) ?? { deficits: 0, surpluses: 0 };
      if (state === 'deficit') known.deficits += 1;
      if (state === 'surplus' && helps) known.surpluses += 1;
      states.set(teacher, known);
    }
    const outside = staff
      .filter(({ code }) => !inside.has(code))
      .map(({ code, name }) => ({ name, ...(states.get(code) ?? { deficits: 0, surpluses: 0 }) }))
      .filter(({ deficits, surpluses }) => deficits + surpluses > 0)
      .sort((a, b) => b.surpluses - a.surpluses || b.deficits - a.deficits || a.name.localeCompare(b.name, 'ru'));
    return {
      value: staff.length === 0 ? undefined : have / staff.length,
      origin: { code: `indicator.from.${source}`, fields: { have, of: staff.length } },
      nearest: outside.slice(0, SHOWN_NEAREST).map(({ name, deficits, surpluses }) => ({
        code: 'indicator.nearest.people',
        fields: { name, deficits, surpluses },
      })),
      advice: [...missing(have, staff.length, target), ...advice],
    };
  }

  private mastered({ of, least, target }: Asked): Fact {
    const { profiles } = this.profiles;
    const needed = least ?? 1;
    const progress = masteryOf(profiles, of, needed);
    const have = progress.filter(({ distance }) => distance === 0).length;
    const nearest = nearestOf(progress);
    const unknown = progress.filter(({ distance }) => distance === undefined).length;
    // What most of the nearest lack: one module on it moves most people.
    const lacks = new Map<string, number>();
    for (const { missing: gaps } of nearest.slice(0, Math.max(SHOWN_NEAREST, short(have, progress.length, target))))
      for (const { title } of gaps) lacks.set(title, (lacks.get(title) ?? 0) + 1);
    const [first] = [...lacks].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'ru'));
    return {
      value: progress.length === 0 || unknown === progress.length ? undefined : have / progress.length,
      origin: {
        code: 'indicator.from.matrix',
        fields: { have, of: progress.length, least: needed, set: sizeOfSet(this.context, of), unknown },
      },
      nearest: nearest.slice(0, SHOWN_NEAREST).map(({ name, distance = 0, missing: gaps }) => ({
        code: 'indicator.nearest.levels',
        fields: { name, levels: distance, titles: gaps.map(({ title }) => title) },
      })),
      advice: [
        ...missing(have, progress.length, target),
        ...(first === undefined
          ? []
          : [{ code: 'indicator.advice.module', fields: { title: first[0], count: first[1] } }]),
        ...(unknown > 0 ? [{ code: 'indicator.advice.unknown', fields: { count: unknown } }] : []),
      ],
    };
  }

  /** The index of the feedback, every answer weighing the same. */
  private effectiveness(): Fact {
    const rows = this.ports.workbook.read(FEEDBACK).rows.filter((row) => row.index !== undefined);
    const received = rows.reduce((sum, row) => sum + (row.received ?? 0), 0);
    const weighed = rows.reduce((sum, row) => sum + (row.received ?? 0) * (row.index ?? 0), 0);
    const lowest = [...rows].sort((a, b) => (a.index ?? 0) - (b.index ?? 0))[0];
    return {
      value: received === 0 ? undefined : weighed / received / 100,
      origin: { code: 'indicator.from.feedback', fields: { received, rows: rows.length } },
      nearest: [],
      advice:
        lowest === undefined
          ? []
          : [{ code: 'indicator.advice.feedback', fields: { title: lowest.title, module: lowest.module } }],
    };
  }

  /**
   * Who gives lessons with ICT regularly by «Уроки с ИКТ»: at least so many in each of the last months of term. Nothing is known while
   * the register is empty or no month of the programme is over.
   */
  private taught({ least, months, target }: Asked): Fact {
    const needed = Math.max(1, least ?? 1);
    const lessons = this.ports.workbook.has(LESSONS) ? lessonsGiven(this.ports, this.context) : [];
    const term = monthsOfTerm(this.ports.clock.today(), this.context.settings.programmeFrom, months ?? MONTHS);
    if (lessons.length === 0 || term.length === 0)
      return {
        value: undefined,
        origin: {
          code: lessons.length === 0 ? 'indicator.from.lessons.none' : 'indicator.from.lessons.early',
          fields: { table: LESSONS.title },
        },
        nearest: [],
        advice: [{ code: 'indicator.advice.lessons', fields: { least: needed, table: LESSONS.title } }],
      };
    const staff = this.context.staff.included;
    const names = new Map(staff.map(({ code, name }) => [code, name]));
    const all = regularity([...names.keys()], lessons, term, needed);
    const have = all.filter(({ missing: left }) => left === 0).length;
    const nearest = all
      .filter(({ lessons: given, missing: left }) => given > 0 && left > 0)
      .map((one) => ({ ...one, name: names.get(one.teacher) ?? one.teacher }))
      .sort((a, b) => a.missing - b.missing || b.lessons - a.lessons || a.name.localeCompare(b.name, 'ru'));
    return {
      value: staff.length === 0 ? undefined : have / staff.length,
      origin: {
        code: 'indicator.from.lessons',
        fields: { have, of: staff.length, least: needed, months: term.length, lessons: lessons.length },
      },
      nearest: nearest.slice(0, SHOWN_NEAREST).map(({ name, lessons: given, missing: left }) => ({
        code: 'indicator.nearest.lessons',
        fields: { name, lessons: given, left },
      })),
      advice: [
        ...missing(have, staff.length, target),
        { code: 'indicator.advice.lessons', fields: { least: needed, table: LESSONS.title } },
      ],
    };
  }

  private answered({ of, target }: Asked): Fact {
    const own = new Set(this.context.staff.included.map(({ code }) => code));
    const rows = this.ports.workbook.read(SURVEYS).rows.filter(
      (row) =>
        row.cycle === this.context.settings.cycle &&
        // A survey of a partner school is none of the staff.
        row.audience.some((code) => own.has(code)) &&
        isOneOf(row.kind, SURVEYS.columns.kind.choices, of),
    );
    const [have, all] = [
      rows.reduce((sum, row) => sum + (row.answered ?? 0), 0),
      rows.reduce((sum, row) => sum + row.audience.length, 0),
    ];
    const silent = [...new Set(rows.flatMap((row) => row.missing))];
    return {
      value: all === 0 ? undefined : have / all,
      origin: { code: 'indicator.from.surveys', fields: { have, of: all, surveys: rows.map(({ title }) => title) } },
      nearest: silent.slice(0, SHOWN_NEAREST).map((name) => ({ code: 'indicator.nearest.silent', fields: { name } })),
      advice: [...missing(have, all, target), { code: 'indicator.advice.surveys' }],
    };
  }

  private motivated(): Fact {
    const { overall, classes } = this.motivation;
    if (overall === undefined)
      return {
        value: undefined,
        origin: { code: 'indicator.from.motivation.none', fields: { classes: classes.length } },
        nearest: [],
        advice: [{ code: 'indicator.advice.motivation.ask' }],
      };
    const { growth, effect } = overall;
    const percent = (share: number): number => Math.round(share * 1000) / 10;
    return {
      value: growth.value,
      origin: {
        code: 'indicator.from.motivation',
        fields: {
          before: overall.before,
          after: overall.after,
          classes: overall.classes,
          low: percent(growth.low),
          high: percent(growth.high),
          effect: effect?.value ?? 0,
          effectLow: effect?.low ?? 0,
          effectHigh: effect?.high ?? 0,
        },
      },
      nearest: [],
      advice: [{ code: 'indicator.advice.motivation' }],
    };
  }

  private carriedOut(): Fact {
    const today = this.ports.clock.today();
    const items = planItems(this.ports, this.context.settings).items.filter(({ state }) => state !== 'cancelled');
    const kinds = items.map((item) => standingOf(item, today).kind);
    const done = kinds.filter((kind) => kind === 'done').length;
    const overdue = kinds.filter((kind) => kind === 'overdue').length;
    return {
      value: items.length === 0 ? undefined : done / items.length,
      origin: { code: 'indicator.from.plan', fields: { have: done, of: items.length } },
      nearest: [],
      advice: overdue === 0 ? [] : [{ code: 'indicator.advice.plan', fields: { overdue, table: PLAN.title } }],
    };
  }
}

/** How many active competencies are in the set. */
const sizeOfSet = ({ competencies }: Context, of: readonly string[]): number =>
  competencies.filter(({ id }) => isInSet(id, of)).length;

/** So many more are needed. */
const short = (have: number, of: number, target: number): number => Math.max(0, Math.ceil(target * of - 1e-9) - have);

function missing(have: number, of: number, target: number): readonly Message[] {
  const count = short(have, of, target);
  return count === 0 ? [] : [{ code: 'indicator.advice.missing', fields: { count } }];
}

/** Which kinds are meant: by their codes or their words in the sheet; none named means all. */
const isOneOf = (kind: string, choices: Readonly<Record<string, string>>, of: readonly string[]): boolean =>
  of.length === 0 || of.some((name) => name === kind || choices[kind] === name.toLowerCase());

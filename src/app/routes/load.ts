// What routes are made of: deficits, published groups with their modules and programmes, feedback, materials of the bank.
import { type Competency, type Level, targetFor } from '../../domain/framework/framework';
import { levelOf } from '../../domain/grouping/pairs/pairs';
import type { Message, Outcome } from '../../domain/message';
import type { WordedGround, Words } from '../../domain/route/merge';
import { evidenceOf, type RouteGround, type RouteModule, type RouteRole } from '../../domain/route/route';
import type { Teacher } from '../../domain/staff/teacher';
import { BANK, LEDGER, MODULES, PROGRAMMES, ROUTES } from '../../workbook/tables';
import { type Profiles, profilesOf } from '../answers/profiles';
import { type Context, loadContext, notSetUp } from '../context';
import { programmesOf, slotsOf, standingGroups, type StandingGroup } from '../groups/read';
import type { Ports } from '../ports';
import { roomedModules } from '../timetable/rooms';

/** Materials named in a row: the others are found in the bank. */
const MOST_RESOURCES = 5;

/** Profiles are scored and grounds put into words only when asked for: documents of a first cycle need neither. */
export interface RouteData {
  readonly context: Context;
  /** Of the present cycle. */
  readonly grounds: readonly WordedGround[];
  readonly levelOf: (teacher: string, competency: string) => Level | undefined;
  readonly problems: readonly Message[];
}

export function loadRoutes(ports: Ports): Outcome<RouteData> {
  const missing = notSetUp(ports, ROUTES, MODULES, PROGRAMMES, BANK, LEDGER);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  let known: { readonly profiles: Profiles; readonly levels: ReadonlyMap<string, Level | undefined> } | undefined;
  const scored = (): NonNullable<typeof known> => {
    if (known !== undefined) return known;
    const profiles = profilesOf(ports, context);
    const levels = profiles.profiles.map(
      (row) => [`${row.teacher}|${row.competency}`, levelOf(row) as Level | undefined] as const,
    );
    return (known = { profiles, levels: new Map(levels) });
  };
  const level: RouteData['levelOf'] = (teacher, competency) => scored().levels.get(`${teacher}|${competency}`);
  let grounds: readonly WordedGround[] | undefined;
  return {
    ok: true,
    value: {
      context,
      levelOf: level,
      get grounds() {
        return (grounds ??= groundsOf(ports, context, scored().profiles, level));
      },
      get problems() {
        return scored().profiles.problems;
      },
    },
  };
}

/** Deficits first, deepest first, then what a person consults in; people in the order of the staff list. */
function groundsOf(
  ports: Ports,
  context: Context,
  { profiles, answers }: Profiles,
  level: RouteData['levelOf'],
): readonly WordedGround[] {
  const groups = standingGroups(ports, context).filter(({ state }) => state !== 'draft' && state !== '');
  const told = new Set(answers.feedback.map(({ module, teacher }) => `${module}|${teacher}`));
  const modules = modulesByGroup(ports, context);
  const words = new Wording(ports, context);
  const competencies = new Map(context.competencies.map((competency) => [competency.id, competency]));
  const reached = reachedGoals(ports, context, level);
  const grounds: WordedGround[] = [];
  const add = (teacher: Teacher, competency: Competency, role: RouteRole, group: StandingGroup | undefined): void => {
    const known = level(teacher.code, competency.id);
    const ground: RouteGround = {
      teacher: teacher.code,
      competency: competency.id,
      role,
      level: known,
      goal: role === 'learns' ? targetFor(competency, teacher.role) : (known ?? competency.consultantFrom),
      group: group?.id ?? '',
      modules: (modules.get(group?.id ?? '') ?? []).map((module) => ({
        ...module,
        feedback: told.has(`${module.module}|${teacher.code}`),
      })),
    };
    grounds.push({ ...ground, wordsFrom: (from) => words.of(ground, from, competency, group) });
  };
  for (const teacher of context.staff.included) {
    const learning = new Map<string, StandingGroup>();
    for (const group of groups)
      if (group.consultees.some(({ code }) => code === teacher.code)) learning.set(group.competency, group);
    const deficits = profiles
      .filter((row) => row.teacher === teacher.code && row.state === 'deficit')
      .sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0));
    for (const id of new Set([
      ...deficits.map(({ competency }) => competency),
      ...learning.keys(),
      ...(reached.get(teacher.code) ?? []),
    ])) {
      const competency = competencies.get(id);
      if (competency !== undefined) add(teacher, competency, 'learns', learning.get(id));
    }
    for (const group of groups) {
      const competency = competencies.get(group.competency);
      if (competency !== undefined && group.consultants.some(({ code }) => code === teacher.code))
        add(teacher, competency, 'consults', group);
    }
  }
  return grounds;
}

/** Competencies of this cycle's routes whose goal is reached: no deficit any more, but that is what the route was for. */
function reachedGoals(
  ports: Ports,
  { settings }: Context,
  level: RouteData['levelOf'],
): ReadonlyMap<string, readonly string[]> {
  const reached = new Map<string, string[]>();
  for (const { teacher, competency, role, cycle, goal } of ports.workbook.read(ROUTES).rows)
    if (cycle === settings.cycle && role === 'learns' && (level(teacher, competency) ?? -1) >= (goal ?? Infinity))
      reached.set(teacher, [...(reached.get(teacher) ?? []), competency]);
  return reached;
}

function modulesByGroup(ports: Ports, context: Context): ReadonlyMap<string, readonly Omit<RouteModule, 'feedback'>[]> {
  const byGroup = new Map<string, Omit<RouteModule, 'feedback'>[]>();
  for (const { row } of roomedModules(ports, context)) {
    const { module, group, date, start, end, place, state } = row;
    if (state !== 'draft' && state !== 'invited' && state !== 'held') continue;
    byGroup.set(group, [...(byGroup.get(group) ?? []), { module, date, start, end, place, state }]);
  }
  return byGroup;
}

/** The words of an item, one a line where there are several. */
class Wording {
  readonly #resources = new Map<string, string[]>();
  readonly #practice: ReadonlyMap<string, string>;
  readonly #slots: ReadonlyMap<string, string>;

  constructor(
    private readonly ports: Ports,
    context: Context,
  ) {
    for (const { competency, state, title, link } of ports.workbook.read(BANK).rows) {
      if (state !== 'accepted') continue;
      const known = this.#resources.get(competency) ?? [];
      if (known.length < MOST_RESOURCES) known.push(link === '' ? title : `${title} — ${link}`);
      this.#resources.set(competency, known);
    }
    this.#practice = new Map(programmesOf(ports, context).map(({ group, practice }) => [group, practice]));
    this.#slots = new Map(slotsOf(context.settings).map(({ value, label }) => [value, label]));
  }

  of(ground: RouteGround, from: Level | undefined, competency: Competency, group: StandingGroup | undefined): Words {
    return {
      partners: this.#partners(ground, group),
      when: this.#when(ground, group),
      resources: (this.#resources.get(ground.competency) ?? []).join('\n'),
      task: this.#task(ground, competency),
      evidence: this.#lines(evidenceOf(ground, from)),
    };
  }

  #say(message: Message): string {
    return this.ports.words.say(message);
  }

  #lines(messages: readonly Message[]): string {
    return messages.map((message) => this.ports.words.say(message)).join('\n');
  }

  #partners({ role }: RouteGround, group: StandingGroup | undefined): string {
    if (group === undefined) return this.#say({ code: 'route.partners.none' });
    const others = role === 'learns' ? group.consultants : group.consultees;
    const fields = { group: group.id, names: others.map(({ name }) => name) };
    return this.#say({ code: role === 'learns' ? 'route.partners.learns' : 'route.partners.consults', fields });
  }

  #when({ modules }: RouteGround, group: StandingGroup | undefined): string {
    const dated = modules.filter(({ date }) => date !== '');
    if (dated.length > 0)
      return this.#lines(
        dated.map(({ module, date, start, end, place }) => ({
          code: 'route.when.module',
          fields: { module, date, start, end, place },
        })),
      );
    const slot = this.#slots.get(group?.slot ?? '');
    return slot === undefined
      ? this.#say({ code: 'route.when.none' })
      : this.#say({ code: 'route.when.slot', fields: { slot } });
  }

  #task({ role, group }: RouteGround, { practice }: Competency): string {
    const agreed = this.#practice.get(group) ?? '';
    if (role === 'consults') return this.#say({ code: 'route.task.consults', fields: { practice: agreed } });
    if (agreed !== '') return agreed;
    const [first] = practice;
    return first === undefined
      ? this.#say({ code: 'route.task.lesson' })
      : this.#say({ code: 'route.task.practice', fields: { practice: first } });
  }
}

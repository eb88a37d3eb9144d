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
import type { LessonPeople } from '../timetable/lesson-people';
import { type RoomedModule, roomedModules } from '../timetable/rooms';

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
  const lessons = lessonsByPerson(ports, context, new Set(groups.map(({ id }) => id)));
  const words = new Wording(ports, context);
  const competencies = new Map(context.competencies.map((competency) => [competency.id, competency]));
  const reached = reachedGoals(ports, context, level);
  const grounds: WordedGround[] = [];
  const lessonsOf = (teacher: Teacher, role: RouteRole): readonly Lesson[] =>
    lessons.get(seatKey(role, teacher.code)) ?? [];
  /** @param present the group that the teacher is in now */
  const add = (teacher: Teacher, competency: Competency, role: RouteRole, present: StandingGroup | undefined): void => {
    const known = level(teacher.code, competency.id);
    const left = lessonsOf(teacher, role).filter((lesson) => isLeft(lesson, teacher, role, competency.id));
    const group = present ?? left[left.length - 1]?.group;
    const ground: RouteGround = {
      teacher: teacher.code,
      competency: competency.id,
      role,
      level: known,
      goal: role === 'learns' ? targetFor(competency, teacher.role) : (known ?? competency.consultantFrom),
      group: group?.id ?? '',
      modules: lessonsOf(teacher, role)
        .filter((lesson) => lesson.group.id === present?.id || left.includes(lesson))
        .map(({ module }) => ({ ...module, feedback: told.has(`${module.module}|${teacher.code}`) })),
    };
    const former = present === undefined ? left : undefined;
    grounds.push({ ...ground, wordsFrom: (from) => words.of(ground, from, competency, group, former) });
  };
  for (const teacher of context.staff.included) {
    const learning = new Map<string, StandingGroup>();
    for (const group of groups) if (isIn(group, teacher, 'learns')) learning.set(group.competency, group);
    const deficits = profiles
      .filter((row) => row.teacher === teacher.code && row.state === 'deficit')
      .sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0));
    for (const id of new Set([
      ...deficits.map(({ competency }) => competency),
      ...learning.keys(),
      ...competenciesLeft(lessonsOf(teacher, 'learns'), teacher, 'learns'),
      ...(reached.get(teacher.code) ?? []),
    ])) {
      const competency = competencies.get(id);
      if (competency !== undefined) add(teacher, competency, 'learns', learning.get(id));
    }
    const consulting = groups.filter((group) => isIn(group, teacher, 'consults'));
    for (const group of consulting) {
      const competency = competencies.get(group.competency);
      if (competency !== undefined) add(teacher, competency, 'consults', group);
    }
    const now = new Set(consulting.map(({ competency }) => competency));
    for (const id of competenciesLeft(lessonsOf(teacher, 'consults'), teacher, 'consults')) {
      const competency = competencies.get(id);
      if (competency !== undefined && !now.has(id)) add(teacher, competency, 'consults', undefined);
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

/** A lesson as routes know it, with its group and the people it is or was for. */
interface Lesson extends Pick<RoomedModule, 'group' | 'there'> {
  readonly module: Omit<RouteModule, 'feedback'>;
}

const SIDE = { learns: 'consultees', consults: 'consultants' } as const;
const isIn = (people: LessonPeople, { code }: Teacher, role: RouteRole): boolean =>
  people[SIDE[role]].some((one) => one.code === code);
const seatKey = (role: RouteRole, teacher: string): string => `${role}|${teacher}`;

/** A lesson that the teacher was at, in that role, with a group that he is in no more. */
const isLeft = ({ group }: Lesson, teacher: Teacher, role: RouteRole, competency: string): boolean =>
  group.competency === competency && !isIn(group, teacher, role);

const competenciesLeft = (lessons: readonly Lesson[], teacher: Teacher, role: RouteRole): readonly string[] =>
  lessons.flatMap(({ group }) => (isIn(group, teacher, role) ? [] : [group.competency]));

/** Role and teacher → the lessons of these groups that are, or were, for him in that role. */
function lessonsByPerson(
  ports: Ports,
  context: Context,
  groups: ReadonlySet<string>,
): ReadonlyMap<string, readonly Lesson[]> {
  const found = new Map<string, Lesson[]>();
  for (const { row, group, there } of roomedModules(ports, context)) {
    const { module, date, start, end, place, state } = row;
    if ((state !== 'draft' && state !== 'invited' && state !== 'held') || !groups.has(group.id)) continue;
    const lesson: Lesson = { module: { module, date, start, end, place, state }, group, there };
    for (const role of ['learns', 'consults'] as const)
      for (const code of new Set(there[SIDE[role]].map(({ code: one }) => one))) {
        const known = found.get(seatKey(role, code));
        if (known === undefined) found.set(seatKey(role, code), [lesson]);
        else known.push(lesson);
      }
  }
  return found;
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

  /** @param former the lessons with a group that the teacher has left, when he is in none that works on it */
  of(
    ground: RouteGround,
    from: Level | undefined,
    competency: Competency,
    group: StandingGroup | undefined,
    former: readonly Lesson[] | undefined,
  ): Words {
    return {
      partners: this.#partners(ground, group, former),
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

  #partners({ role }: RouteGround, group: StandingGroup | undefined, former: readonly Lesson[] | undefined): string {
    if (group === undefined) return this.#say({ code: 'route.partners.none' });
    const met = former === undefined ? [group] : former.flatMap((one) => (one.group === group ? [one.there] : []));
    const others = met.flatMap((people) => people[SIDE[role === 'learns' ? 'consults' : 'learns']]);
    const fields = { group: group.id, names: [...new Map(others.map(({ code, name }) => [code, name])).values()] };
    if (former === undefined)
      return this.#say({ code: role === 'learns' ? 'route.partners.learns' : 'route.partners.consults', fields });
    return this.#say({ code: role === 'learns' ? 'route.partners.learned' : 'route.partners.consulted', fields });
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

// The cycle of a school, a district or a region, step by step: made up by a fixed rule, so that every size is alike.
import { toRespondentAnswers } from '../examples/answers-format';
import type { Answers, ItemSpec } from '../src/domain/survey/form-spec';
import { BANK, COMPETENCIES, GROUPS, LEVELS_TABLE, MODULES, QUESTIONS, SURVEYS } from '../src/workbook/tables';
import { MemoryProbe } from './memory';
import { besideAndAfter, type Part } from './region-after';
import { RegionDesk, type StepCost } from './region-step';
import { codeOf, emailOf, newWorkspace } from './schools';

export const COMPETENCIES_IN_ALL = 20;
const RESOURCES_A_TEACHER = 0.6;

export interface RegionCost {
  readonly teachers: number;
  readonly groups: number;
  readonly modules: number;
  readonly resources: number;
  /** From the set-up to the invitations. */
  readonly steps: readonly StepCost[];
  /** What a region presses besides and afterwards. */
  readonly others: readonly StepCost[];
  /** What of the others did not come to its end, and why. */
  readonly failures: readonly string[];
}

export interface Watched {
  /** Collects garbage at every few calls: takes several times as long. */
  readonly memory?: boolean;
  /** Is told of each step: a region takes minutes, and whoever waits sees where it is. */
  readonly progress?: (line: string) => void;
  /** Which parts follow the invitations: all, where it is not said. */
  readonly parts?: readonly Part[] | undefined;
}

export function cycleOf(teachers: number, { memory = false, progress, parts }: Watched = {}): RegionCost {
  const probe = memory ? new MemoryProbe() : undefined;
  const workspace = newWorkspace(`Регион на ${String(teachers)}`, 'workspace', probe?.look);
  const desk = new RegionDesk(workspace, probe, progress);
  const cost = new Region(desk, teachers).cycle();
  const steps = desk.steps.splice(0);
  besideAndAfter(desk, teachers, parts);
  return { ...cost, steps, others: desk.steps, failures: desk.failures };
}

class Region {
  constructor(
    private readonly desk: RegionDesk,
    private readonly teachers: number,
  ) {}

  cycle(): Omit<RegionCost, 'steps' | 'others' | 'failures'> {
    this.desk.workspace.openDocument();
    this.desk.press('setUp', { school: 'Регион', programme: 'vremya-rosta', cycle: '1' });
    this.#moreCompetencies();
    this.desk.press('importStaff', { sheet: this.#staffSheet() });
    this.desk.press('sendSelf');
    this.#answer();
    this.desk.press('processAnswers');
    this.desk.press('processAnswers', {}, 'processAnswers снова');
    this.desk.press('formGroups');
    this.desk.press('groupVariants', { what: 'save', name: 'осень' }, 'groupVariants, сохранить');
    this.desk.press('groupVariants', { what: 'compare', one: 'осень', other: '*' }, 'groupVariants, сравнить');
    this.desk.press('publishGroups');
    this.desk.press('makeTimetable');
    this.desk.press('sendInvitations');
    return {
      teachers: this.teachers,
      groups: new Set(this.desk.director.rows(GROUPS).map(({ group }) => group)).size,
      modules: this.desk.director.rows(MODULES).length,
      resources: this.desk.director.rows(BANK).length,
    };
  }

  #moreCompetencies(): void {
    const own = this.desk.director.rows(COMPETENCIES);
    this.desk.director.addRows(
      COMPETENCIES,
      Array.from({ length: COMPETENCIES_IN_ALL - own.length }, (_unused, index) => ({
        ...own[index % own.length],
        id: `extra.${String(index + 1)}`,
        title: `Дополнительная компетенция ${String(index + 1)}`,
        inNeedsSurvey: 'нет',
      })),
    );
  }

  #staffSheet(): string {
    const subjects = ['математика', 'история', 'физика', 'музыка', 'химия', 'биология'];
    return this.desk.director.pasteSheet('Список', [
      ['Код', 'ФИО', 'Электронная почта', 'Предметы'],
      ...Array.from({ length: this.teachers }, (_unused, index) => [
        codeOf(index + 1),
        `Учителева У. ${String(index + 1)}`,
        emailOf(index + 1),
        subjects[index % subjects.length] ?? '',
      ]),
    ]);
  }

  /** Everybody answers; surpluses are confirmed by tests; the bank is filled. */
  #answer(): void {
    const [survey] = this.desk.director.rows(SURVEYS);
    const items = this.desk.director.rows(QUESTIONS).map(({ spec }) => JSON.parse(spec) as ItemSpec);
    const competencies = this.desk.director.rows(COMPETENCIES);
    const names = [...new Set(competencies.map(({ area }) => area))];
    const areas = new Map(competencies.map(({ id, area }) => [id, names.indexOf(area) + 1]));
    const ids = competencies.map(({ id }) => id);
    const everybody = Array.from({ length: this.teachers }, (_unused, index) => index + 1);
    for (const n of everybody) {
      const filled = toRespondentAnswers(items, answersOf(n, ids, areas));
      this.desk.workspace.submitForm(survey?.formId ?? '', filled.answers, { email: emailOf(n) });
    }
    this.desk.director.addRows(
      LEVELS_TABLE,
      everybody.flatMap((n) =>
        ids.flatMap((competency, index) =>
          placeOf(n, index) === 0
            ? [{ cycle: '1', teacher: codeOf(n), competency, source: 'тест', level: '4', date: '03.09.2026' }]
            : [],
        ),
      ),
    );
    this.desk.director.addRows(
      BANK,
      Array.from({ length: Math.round(this.teachers * RESOURCES_A_TEACHER) }, (_unused, index) => ({
        resource: `Р-${String(index + 1)}`,
        title: `Памятка ${String(index + 1)}`,
        kind: 'алгоритм',
        competency: 'ict.forms',
        author: `Учителева У. ${String((index % this.teachers) + 1)}`,
        state: 'в банке',
      })),
    );
  }
}

/** Of twenty competencies a teacher masters one, and has a deficit in three. */
const placeOf = (n: number, index: number): number => (n * 7 + index * 3) % COMPETENCIES_IN_ALL;

/** What teacher number `n` fills in: a level by a fixed rule, so that every size has the same share of deficits and surpluses. */
function answersOf(n: number, ids: readonly string[], areas: ReadonlyMap<string, number>): Answers {
  const answers: Record<string, Answers[string]> = { consent: 'vr-2026-1' };
  const intents = new Map<number, Record<string, string[]>>();
  ids.forEach((id, index) => {
    const at = placeOf(n, index);
    const level = at === 0 ? 4 : at < 4 ? 1 : 3;
    answers[`level:${id}`] = String(level);
    if (level === 3) return;
    const area = areas.get(id) ?? 1;
    intents.set(area, { ...intents.get(area), [id]: [level === 4 ? 'help' : 'want'] });
  });
  for (const [area, intent] of intents) answers[`intent:${String(area)}`] = intent;
  const bands = ['14:00-15:00', '15:00-16:00'];
  answers['times'] = Object.fromEntries([0, 1, 2].map((more) => [String(((n + more) % 5) + 1), bands]));
  return answers;
}

// What a region presses beside the cycle and after the sessions: each action with the least that it needs, made up by a fixed rule.
import { toRespondentAnswers } from '../examples/answers-format';
import type { Answers, ItemSpec } from '../src/domain/survey/form-spec';
import {
  GROUPS,
  JOURNAL,
  LEDGER,
  LESSONS,
  LEVELS_TABLE,
  MODULE_STATES,
  MODULES,
  PARTNERS,
  PLAN,
  QUESTIONS,
  SETTINGS,
  STAFF,
  SURVEYS,
} from '../src/workbook/tables';
import type { RegionDesk } from './region-step';
import { codeOf, emailOf } from './schools';

const DAY = 86_400_000;
const FOUR_WEEKS = 28 * DAY;
/** One of so many teachers … has not answered the needs survey, gives a lesson with a card, takes a test again. */
const ONE_OF = 10;
const CONSENT = 'vr-2026-1';
const OTHER_SCHOOL = 'Школа № 2';

/** In the order of a year; what would take data away comes last. */
export const PARTS = [
  'views',
  'moves',
  'edits',
  'surveys',
  'agreement',
  'teams',
  'plan',
  'changes',
  'sessions',
  'bank',
  'routes',
  'nextCycle',
  'mending',
  'partners',
  'people',
] as const;
export type Part = (typeof PARTS)[number];

/** A part that does not come to its end is named, and the next one begun. */
export function besideAndAfter(desk: RegionDesk, teachers: number, parts: readonly Part[] = PARTS): void {
  const after = new After(desk, teachers);
  for (const part of parts)
    desk.attempt(() => {
      after[part]();
    });
}

class After {
  constructor(
    private readonly desk: RegionDesk,
    private readonly teachers: number,
  ) {}

  /** What the page asks before anything is pressed. */
  views(): void {
    const { desk } = this;
    desk.ask({ method: 'home' }, 'главная страница');
    desk.ask({ method: 'groups' }, 'вид групп');
    desk.ask({ method: 'timetable' }, 'вид расписания');
    desk.ask({ method: 'coverage' }, 'вид охвата');
    desk.beat(3, 'ежечасная проверка ×3');
  }

  /** A session is moved by four weeks, and back. */
  moves(): void {
    const { desk } = this;
    const invited = desk.director.rows(MODULES).filter(({ state }) => state === MODULE_STATES.invited);
    // As people work, the first may be over: the last is still to come.
    const [last] = invited.map((row) => ({ ...row, day: isoOf(row.date) })).sort((a, b) => (a.day < b.day ? 1 : -1));
    const { module = '', start = '', end = '', day = '' } = last ?? {};
    const date = new Date(Date.parse(day) + FOUR_WEEKS).toISOString().slice(0, 10);
    desk.press('moveModule', { what: 'move', module, date, time: `${start}-${end}` });
    const moved = desk.director.rows(JOURNAL).pop()?.run ?? '';
    desk.press('undoRun', { run: moved }, 'undoRun, перенос занятия');
  }

  /** Of two groups of one topic one is pinned; a person goes from one to the other, two change places; each is taken back. */
  edits(): void {
    const [one, other] = twoOfATopic(this.desk);
    const edit = (what: string, more: Readonly<Record<string, string>>, label: string): void => {
      this.desk.press('editGroups', { what, ...more, why: 'просьба школы' }, `editGroups, ${label}`);
    };
    const [person, from, to] = [one.teacher, one.group, other.group];
    edit('move', { person, from, to }, 'перевести');
    edit('undo', {}, 'вернуть');
    edit('swap', { person, from, other: other.teacher, to }, 'обменять');
    edit('undo', {}, 'вернуть обмен');
    edit('pin', { from }, 'закрепить');
    edit('unpin', { from }, 'открепить');
  }

  /** Needs with nine of ten answering, a reminder to the tenth, and the survey about what they named. */
  surveys(): void {
    const { desk } = this;
    desk.press('sendNeeds');
    this.#answer('needs', (n) => (n % ONE_OF === 0 ? undefined : { needs: ['ict.forms'], consent: CONSENT }));
    desk.press('processAnswers', {}, 'processAnswers, потребности');
    // A region's letters take days: the term is put off.
    desk.director.type(SURVEYS, 'until', ({ key }) => (key === '1/needs' ? '31.12.2026' : undefined));
    desk.wait(7 * DAY);
    desk.press('remind');
    desk.press('sendAddressed');
  }

  /** A form a group, all of them read by hand. */
  agreement(): void {
    const { desk } = this;
    desk.press('agreeProgrammes');
    desk.press('processAnswers', {}, 'processAnswers, по форме на группу');
    desk.beat(3, 'ежечасная проверка ×3, по форме на группу');
  }

  teams(): void {
    const { desk } = this;
    desk.press('formPairs');
    desk.press('formCommunities');
    desk.press('formMastery');
    desk.press('publishTeams', { kinds: ['pairs', 'communities'] });
  }

  plan(): void {
    const { desk } = this;
    desk.press('makePlan', { start: '2026-09-07' });
    desk.press('calendarPlan');
    desk.press('refreshPlan');
    // Measures have responsible people; the first ones are due or overdue.
    let measure = 0;
    desk.director.type(PLAN, 'remind', () => emailOf((measure++ % this.teachers) + 1));
    desk.press('remindPlan');
    desk.press('askPupils', { occasion: 'before', classes: '5А; 5Б' });
  }

  /** What a school brings along while the cycle goes on, and takes back. */
  changes(): void {
    const { desk } = this;
    const codes = Array.from({ length: this.teachers }, (_unused, index) => codeOf(index + 1));
    const courses = desk.director.pasteSheet('Курсы', [
      ['ФИО педагога', 'Тема курсов', 'Кол-во часов', 'Дата выдачи'],
      ...codes.flatMap((code) => [
        [code, 'Цифровые инструменты учителя', '72', '12.03.2026'],
        [code, 'Оценивание для обучения', '36', '20.05.2026'],
      ]),
    ]);
    desk.press('importCourses', { sheet: courses });
    const seen = desk.director.pasteSheet('Наблюдения', [['Код', 'Гугл-формы'], ...codes.map((code) => [code, '2'])]);
    desk.press('importLevels', { sheet: seen, source: 'observation', date: '2026-09-20' });
    const imported = desk.director.rows(JOURNAL).pop()?.run ?? '';
    desk.press('undoRun', { run: imported }, 'undoRun, загруженные уровни');
  }

  /** The sessions are over: guests have answered the invitations, and their people are asked how it was. */
  sessions(): void {
    const { desk } = this;
    const modules = desk.director.rows(MODULES);
    const groups = membersOf(desk);
    for (const { group, eventId } of modules)
      for (const { teacher } of groups.get(group) ?? [])
        desk.workspace.respond({ email: emailOf(Number(teacher.slice(2))), eventId, status: 'accepted' });
    desk.wait(60 * DAY);
    desk.press('askFeedback');
    const sessionOf = new Map<string, Answers[string]>();
    for (const { group, module } of modules)
      for (const { teacher, role } of groups.get(group) ?? []) sessionOf.set(`${role} ${teacher}`, module);
    for (const [kind, role] of [
      ['feedback.consultant', 'консультант'],
      ['feedback.consultee', 'консультируемый'],
    ] as const)
      this.#answer(kind, (n, offered) => {
        const module = sessionOf.get(`${role} ${codeOf(n)}`);
        return module !== undefined && offered.has(String(module)) ? { module } : undefined;
      });
    desk.press('processAnswers', {}, 'processAnswers, отзывы');
    desk.beat(3, 'ежечасная проверка ×3, после занятий');
  }

  bank(): void {
    const { desk } = this;
    desk.press('setUpBank');
    desk.press('fileResources', {
      resources: Array.from({ length: 15 }, (_unused, index) => ({
        title: `Новая памятка ${String(index + 1)}`,
        kind: 'algorithm',
        competency: 'ict.forms',
        author: 'Методический совет',
        file: { name: `Памятка ${String(index + 1)}.txt`, contentType: 'text/plain', base64: 'MQ==' },
      })),
    });
    desk.director.addRows(
      LESSONS,
      Array.from({ length: Math.ceil(this.teachers / ONE_OF) }, (_unused, index) => ({
        teacher: codeOf(index * ONE_OF + 1),
        date: '15.10.2026',
        topic: `Тема ${String(index + 1)}`,
        competency: 'ict.forms',
        state: 'проведён',
      })),
    );
    desk.press('fileLessonCards');
    desk.ask({ method: 'search', query: 'памятка' }, 'поиск в банке');
    desk.press('countIndicators');
  }

  /** A document of Google's a teacher. */
  routes(): void {
    const { desk } = this;
    desk.press('makeRoutes');
    desk.press('makeRoutes', {}, 'makeRoutes снова');
    desk.press('sendRoutes');
    desk.press('closeRoutes', { cycle: '1' });
  }

  /** One of ten takes the test again, and the year is summed up. */
  nextCycle(): void {
    const { desk } = this;
    const tests = desk.director.rows(LEVELS_TABLE).filter((_row, index) => index % ONE_OF === 0);
    desk.director.addRows(
      LEVELS_TABLE,
      tests.map((row) => ({ ...row, cycle: '2', level: '3', date: '01.12.2026' })),
    );
    desk.press('countGrowth', { before: '1', after: '2' });
    desk.press('evaluateModel', { cycle: '1' });
    desk.press('writeNote', { cycle: '1' });
    desk.press('selfCheck', { mode: 'check' });
  }

  /** A column, a trigger and a folder are lost. */
  mending(): void {
    const { desk } = this;
    const { ScriptApp: script, Drive: drive } = desk.workspace.globals as {
      ScriptApp: typeof ScriptApp;
      Drive: typeof Drive;
    };
    const staff = desk.director.spreadsheet.getSheetByName(STAFF.title);
    const [headings = []] = staff?.getDataRange().getDisplayValues() ?? [];
    staff?.deleteColumn(headings.indexOf(STAFF.columns.role.title) + 1);
    for (const trigger of script.getProjectTriggers().slice(0, 1)) script.deleteTrigger(trigger);
    const folder = desk.director.rows(LEDGER).find(({ kind, ref }) => kind === 'папка' && ref !== '');
    if (folder !== undefined) drive?.Files.update({ trashed: true }, folder.ref);
    desk.press('selfCheck', { mode: 'mend' }, 'selfCheck, исправить');
  }

  /** A tenth as many teachers of another school join: asked, and its coordinator gets the report. */
  partners(): void {
    const { desk } = this;
    const numbers = Array.from({ length: Math.ceil(this.teachers / ONE_OF) }, (_unused, n) => this.teachers + n + 1);
    desk.director.addRows(
      STAFF,
      numbers.map((n) => ({
        code: codeOf(n),
        name: `Соседова С. ${String(n)}`,
        email: emailOf(n),
        subjects: 'химия',
        school: OTHER_SCHOOL,
      })),
    );
    desk.press('refreshPartners');
    for (const [column, text] of [
      ['coordinator', 'Координатор'],
      ['email', 'coordinator@partner.example'],
      ['form', 'занятия в их школе'],
      ['agreed', '01.09.2026'],
    ] as const)
      desk.director.type(PARTNERS, column, () => text);
    desk.press('sendPartnerSurvey', { school: OTHER_SCHOOL, kind: 'self' });
    this.#answer(`self/${OTHER_SCHOOL}`, () => ({ consent: CONSENT }), numbers);
    desk.press('processAnswers', {}, 'processAnswers, партнёры');
    desk.press('refreshPartners', {}, 'refreshPartners снова');
    desk.press('sharePartnerReport', { school: OTHER_SCHOOL });
  }

  people(): void {
    const { desk } = this;
    desk.press('exportPerson', { person: codeOf(7) });
    desk.press('erasePerson', { person: codeOf(8), reason: 'ended' });
    desk.press('usePseudonyms', { mode: 'on' });
    desk.press('usePseudonyms', { mode: 'off' }, 'usePseudonyms, обратно');
    desk.director.type(SETTINGS, 'value', ({ key }) => (key === 'retentionMonths' ? '12' : undefined));
    desk.director.type(SETTINGS, 'value', ({ key }) => (key === 'cycle' ? '3' : undefined));
    desk.wait(500 * DAY);
    desk.press('eraseOld');
  }

  /** Fills the forms of a kind in; `answers` gets the number of a teacher asked and every value offered. */
  #answer(
    kind: string,
    answers: (n: number, offered: ReadonlySet<string>) => Answers | undefined,
    numbers = Array.from({ length: this.teachers }, (_unused, index) => index + 1),
  ): void {
    const specs = new Map<string, ItemSpec[]>();
    for (const { survey, spec } of this.desk.director.rows(QUESTIONS))
      specs.set(survey, [...(specs.get(survey) ?? []), JSON.parse(spec) as ItemSpec]);
    for (const { key, formId } of this.desk.director.rows(SURVEYS).filter((row) => row.key.startsWith(`1/${kind}`))) {
      const items = specs.get(key) ?? [];
      const offered = new Set(
        items.flatMap((item) => ('options' in item ? item.options.map(({ value }) => value) : [])),
      );
      for (const n of numbers) {
        const given = answers(n, offered);
        if (given === undefined) continue;
        const filled = toRespondentAnswers(items, { ...requiredOf(items), ...given });
        this.desk.workspace.submitForm(formId, filled.answers, { email: emailOf(n) });
      }
    }
  }
}

/** `30.10.2026` → `2026-10-30`. */
const isoOf = (shown: string): string => shown.split('.').reverse().join('-');

/** Something for whatever must be answered. */
function requiredOf(items: readonly ItemSpec[]): Answers {
  const answers: Record<string, Answers[string]> = {};
  for (const item of items) {
    if (!('required' in item) || !item.required) continue;
    if (item.type === 'scale') answers[item.key] = String(item.high);
    else if (item.type === 'text' || item.type === 'paragraph') answers[item.key] = 'да';
    else if (item.type === 'choice') answers[item.key] = item.options[0]?.value ?? '';
    else if (item.type === 'checkbox') answers[item.key] = [item.options[0]?.value ?? ''];
    else if (item.type === 'grid' || item.type === 'checkboxGrid')
      answers[item.key] = Object.fromEntries(item.rows.map(({ value }) => [value, [item.columns[0]?.value ?? '']]));
  }
  return answers;
}

/** A learner of each of two groups that have a topic in common. */
function twoOfATopic(desk: RegionDesk): readonly [Learner, Learner] {
  const learners = desk.director.rows(GROUPS).filter(({ role }) => role === 'консультируемый');
  for (const one of learners) {
    const other = learners.find(({ competency, group }) => competency === one.competency && group !== one.group);
    if (other !== undefined) return [one, other];
  }
  throw new Error('no two groups of one topic');
}

interface Learner {
  readonly group: string;
  readonly teacher: string;
}

interface Member {
  readonly teacher: string;
  readonly role: string;
}

function membersOf(desk: RegionDesk): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  for (const { group, teacher, role } of desk.director.rows(GROUPS)) {
    const own = members.get(group) ?? [];
    own.push({ teacher, role });
    members.set(group, own);
  }
  return members;
}

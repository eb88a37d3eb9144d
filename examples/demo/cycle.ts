// The whole cycle of a school: from the staff list to the analysed feedback, in the order in which people do it.
import type { LocalWorkspace } from '../../local/index';
import { FormRefusal } from '../../local/services/form/refusal';
import type { FormKind, ItemSpec } from '../../src/domain/survey/form-spec';
import {
  BANK,
  GROUPS,
  LESSONS,
  LEVELS_TABLE,
  MODULES,
  ANSWERS,
  QUESTIONS,
  SETTINGS,
  STAFF,
  SURVEYS,
} from '../../src/workbook/tables';
import { levelKey } from '../../src/domain/survey/keys';
import type { ActionId } from '../../src/shared/contract';
import { type RespondentAnswers, type Submission, toRespondentAnswers } from '../answers-format';
import type { Director } from './director';

export interface School {
  readonly name: string;
  readonly staff: readonly (readonly string[])[];
  readonly levels: readonly Readonly<Record<string, string>>[];
  readonly submissions: readonly Submission[];
  readonly programme: string;
}

/** What the terminal shows while the cycle runs. */
export interface Progress {
  step(title: string, lines: readonly string[]): void;
}

/** A form about a group has not taken an answer: what it offers was not known before there was the group. */
export class RefusedAnswer extends Error {
  override readonly name = 'RefusedAnswer';
  constructor(
    /** 1-based, of the answers file. */
    readonly row: number,
    why: string,
  ) {
    super(why);
  }
}

/** Winter and summer time are the same there since 2016. */
const OFFSET = '+07:00';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export class Cycle {
  /** Values of the last answers that their form does not offer: a slot that does not suit the group, a mistyped code. */
  #notOffered = 0;

  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly director: Director,
    private readonly school: School,
    private readonly progress: Progress,
  ) {}

  run(): void {
    this.workspace.openDocument();
    this.#act('setUp', { school: this.school.name, programme: this.school.programme, cycle: '1' });
    this.#act('importStaff', { sheet: this.director.pasteSheet('Список из школы', this.school.staff) });
    this.#act('makePlan', { start: this.#today() });

    if (this.#has('needs')) {
      this.#act('sendNeeds');
      this.#answer('needs');
      this.#act('processAnswers');
      this.#resolveUnknown();
    }
    this.#act('sendSelf');
    this.#answer('self');
    this.director.addRows(
      LEVELS_TABLE,
      this.school.levels.map((row) => ({ ...row, cycle: '1' })),
    );
    this.#act('processAnswers');
    this.#resolveUnknown();
    if (this.#has('addressed')) {
      this.#act('sendAddressed');
      this.#answer('addressed');
    }
    this.#wait(DAY);
    this.#act('remind');
    this.#act('processAnswers');

    this.#act('formGroups');
    this.#act('publishGroups');
    this.#act('agreeProgrammes');
    this.#answer('agreement');
    this.#act('processAnswers');
    this.#act('makeTimetable');
    this.#act('sendInvitations');
    this.#guestsRespond();

    this.#act('setUpBank');
    this.#answer('offer');
    this.#act('fileResources', {
      resources: RESOURCES.map((resource) => ({
        ...resource,
        file: {
          name: resource.fileName,
          contentType: 'text/plain',
          base64: Buffer.from(resource.text, 'utf8').toString('base64'),
        },
      })),
    });
    this.#act('processAnswers');
    const accepted = this.director.type(BANK, 'state', (row) => (row.state === 'на модерации' ? 'в банке' : undefined));
    this.progress.step('Модерация банка', [`принято предложений: ${String(accepted)}`]);

    this.#afterModules();
    this.#answer('feedback.consultant');
    this.#answer('feedback.consultee');
    this.#act('processAnswers');

    this.#lessons();
    if (this.director.rows(GROUPS).length > 0) {
      this.#act('makeRoutes');
      this.#act('sendRoutes');
    }
    this.#act('countIndicators');
  }

  /**
   * The next cycle's self-assessment, growth, and the verdict on the model. Of made-up people only: whoever learned in a group says a
   * level more of its competency, every third one two levels, and everything else as before.
   */
  again(): void {
    this.director.type(SETTINGS, 'value', (row) => (row.key === 'cycle' ? '2' : undefined));
    this.#act('sendSelf');
    this.#answerAgain();
    this.#act('processAnswers');
    this.#act('countGrowth', { before: '1', after: '2' });
    this.#act('evaluateModel', { cycle: '1' });
  }

  /** The end of it all: the note about the cycle in which sessions were held. */
  note(): void {
    this.#act('writeNote', { cycle: '1' });
  }

  #answerAgain(): void {
    const form = this.director.rows(SURVEYS).find(({ key }) => key === '2/self');
    if (form === undefined) throw new Error('the second self-assessment has no form');
    const specs = this.#specs().get(form.key) ?? [];
    const codeOf = new Map(this.director.rows(STAFF).map((row) => [row.email, row.code]));
    const learned = this.director.rows(GROUPS).filter(({ role }) => role === 'консультируемый');
    const last = new Map(
      this.school.submissions
        .filter(({ kind }) => kind === 'self')
        .map((submission) => [submission.email.toLowerCase(), submission]),
    );
    let number = 0;
    for (const [email, submission] of last) {
      const grown: Record<string, Submission['answers'][string]> = { ...submission.answers };
      for (const { competency } of learned.filter(({ teacher }) => teacher === codeOf.get(email))) {
        const key = levelKey(competency);
        grown[key] = String(Math.min(4, Number(grown[key] ?? 0) + (number % 3 === 0 ? 2 : 1)));
      }
      number += 1;
      this.#submit(
        { ...submission, email },
        form.formId,
        toRespondentAnswers(specs, grown).answers,
        new Date(this.#now() + 1000),
      );
    }
    this.progress.step('Ответы на анкеты', [`второй цикл; прислано ответов: ${String(number)}`]);
  }

  #has(kind: FormKind): boolean {
    return this.school.submissions.some((submission) => submission.kind === kind);
  }

  #act(action: ActionId, input: Readonly<Record<string, unknown>> = {}): void {
    const { run } = this.director.act(action, input);
    this.progress.step(run.title, run.lines);
  }

  #now(): number {
    return this.workspace.world.clock.now();
  }

  /** The school's day. */
  #today(): string {
    return new Date(this.#now() + 7 * HOUR).toISOString().slice(0, 10);
  }

  #wait(ms: number): void {
    this.workspace.advanceTo(new Date(this.#now() + ms));
  }

  /** Teachers fill in the open forms of a kind, in the order of their answers' times. */
  #answer(kind: FormKind): void {
    const forms = this.director.rows(SURVEYS).filter((row) => this.#kindOf(row.key) === kind);
    const specs = this.#specs();
    const groups = this.director.rows(GROUPS);
    const modules = this.director.rows(MODULES);
    const codeOf = new Map(this.director.rows(STAFF).map((row) => [row.email, row.code]));
    let sent = 0;
    this.#notOffered = 0;
    for (const submission of this.school.submissions.filter((one) => one.kind === kind)) {
      const code = codeOf.get(submission.email);
      const places = groups.filter((row) => row.teacher === code && row.competency === submission.about);
      const place = places.find(
        (row) => row.role === (kind === 'feedback.consultee' ? 'консультируемый' : 'консультант'),
      );
      const subject = kind === 'addressed' ? submission.about : kind === 'agreement' ? place?.group : undefined;
      const form = forms.find((row) => subject === undefined || row.key.endsWith(`/${subject}`));
      const module = modules.find((row) => row.group === place?.group && row.state !== 'отменено');
      const needsPlace = kind === 'agreement' || kind.startsWith('feedback');
      if (
        form === undefined ||
        (needsPlace && place === undefined) ||
        (kind.startsWith('feedback') && module === undefined)
      ) {
        continue;
      }
      const answers =
        kind.startsWith('feedback') && module !== undefined
          ? { ...submission.answers, module: module.module }
          : submission.answers;
      const entered = toRespondentAnswers(specs.get(form.key) ?? [], answers);
      this.#notOffered += entered.missing.length;
      // Offers for the bank come at any time; the other answers when the file says, at the earliest now.
      const written = kind === 'offer' ? 0 : Date.parse(`${submission.at}:00${OFFSET}`);
      const at = new Date(Math.max(written, this.#now() + 1000));
      this.#submit(submission, form.formId, entered.answers, at);
      sent += 1;
    }
    const lines = [`вид: ${kind}; прислано ответов: ${String(sent)}`];
    if (this.#notOffered > 0) lines.push(`значений, которых нет в форме (пропущены): ${String(this.#notOffered)}`);
    this.progress.step('Ответы на анкеты', lines);
  }

  #submit({ row, email }: Submission, formId: string, answers: RespondentAnswers['answers'], at: Date): void {
    try {
      this.workspace.submitForm(formId, answers, { email, at });
    } catch (error) {
      if (error instanceof FormRefusal) throw new RefusedAnswer(row, error.message);
      throw error;
    }
  }

  #kindOf(key: string): string {
    const [first = '', second = ''] = key.split('/');
    return first === 'bank' || !key.includes('/') ? (second === '' ? first : second) : second;
  }

  /** What each form asks, from the product's own hidden register. */
  #specs(): ReadonlyMap<string, readonly ItemSpec[]> {
    const specs = new Map<string, ItemSpec[]>();
    for (const { survey, spec } of this.director.rows(QUESTIONS))
      specs.set(survey, [...(specs.get(survey) ?? []), JSON.parse(spec) as ItemSpec]);
    return specs;
  }

  /** The director looks at the queue of unknown answers and takes the first of the people proposed. */
  #resolveUnknown(): void {
    const resolved = this.director.type(ANSWERS, 'teacher', (row) =>
      row.state === 'не опознан' && row.nearest !== '' ? row.nearest.split(' ')[0] : undefined,
    );
    const ignored = this.director.type(ANSWERS, 'state', (row) =>
      row.state === 'не опознан' && row.nearest === '' ? 'не учитывать' : undefined,
    );
    if (resolved + ignored === 0) return;
    this.progress.step('Очередь неопознанных', [
      `указан сотрудник: ${String(resolved)}; не учитывать: ${String(ignored)}`,
    ]);
    this.#act('processAnswers');
  }

  /** Most guests accept, some are not sure, a few decline: every tenth and every thirteenth of the list. */
  #guestsRespond(): void {
    const people = new Map(this.director.rows(STAFF).map((row) => [row.code, row.email]));
    const groups = this.director.rows(GROUPS);
    let number = 0;
    for (const module of this.director.rows(MODULES)) {
      if (module.eventId === '') continue;
      for (const member of groups.filter((row) => row.group === module.group)) {
        const email = people.get(member.teacher);
        if (email === undefined || email === '') continue;
        number += 1;
        const status = number % 13 === 0 ? 'declined' : number % 10 === 0 ? 'tentative' : 'accepted';
        this.workspace.respond({ email, eventId: module.eventId, status });
      }
    }
    this.progress.step('Ответы на приглашения', [`ответили гостей: ${String(number)}`]);
  }

  /** The first of those who learned have given a lesson with it; their cards are made from the template. */
  #lessons(): void {
    const learners = this.director.rows(GROUPS).filter(({ role }) => role === 'консультируемый');
    const first = [...new Map(learners.map((row) => [row.teacher, row])).values()].slice(0, LESSON_PLANS.length);
    const [year, month, day] = new Date(this.#now()).toISOString().slice(0, 10).split('-');
    this.director.addRows(
      LESSONS,
      first.map(({ teacher, subjects, competency }, index) => ({
        ...LESSON_PLANS[index],
        teacher,
        subject: subjects.split('; ')[0] ?? '',
        competency,
        date: [day, month, year].join('.'),
        state: 'проведён',
      })),
    );
    this.progress.step('Уроки с ИКТ', [`вписано уроков: ${String(first.length)}`]);
    if (first.length > 0) this.#act('fileLessonCards');
  }

  /** Time passes until all modules have ended; the hourly heartbeat sends the feedback forms by itself. */
  #afterModules(): void {
    const ends = this.director.rows(MODULES).flatMap((row) => {
      const [day = '', month = '', year = ''] = row.date.split('.');
      const at = Date.parse(`${year}-${month}-${day}T${row.end.padStart(5, '0')}:00${OFFSET}`);
      return Number.isNaN(at) ? [] : [at];
    });
    if (ends.length > 0) this.workspace.advanceTo(new Date(Math.max(...ends) + 3 * HOUR));
    const held = this.director.rows(MODULES).filter((row) => row.state === 'проведено').length;
    this.progress.step('Занятия проведены', [`модулей: ${String(held)}; анкеты отзывов разосланы сами`]);
  }
}

/** Lessons of the first who learned something in a group: what they taught with it, to whom. */
const LESSON_PLANS = [
  { topic: 'Проверка понимания за пять минут', group: '7А', tool: 'Анкета с проверкой ответов' },
  { topic: 'Сравниваем данные: таблица и диаграмма', group: '8Б', tool: 'Общая таблица класса' },
  { topic: 'Урок на расстоянии: работа в парах', group: '9А', tool: 'Видеовстреча и общий документ' },
  { topic: 'Защита мини-проекта', group: '6В', tool: 'Общая презентация' },
  { topic: 'Повторение перед контрольной', group: '5А', tool: 'Интерактивная панель' },
] as const;

/** Files the deputy director puts into the bank. */
const RESOURCES = [
  {
    title: 'Алгоритм: как провести урок с гугл-формой',
    kind: 'algorithm',
    competency: 'ict.forms',
    author: 'Методический совет',
    annotation: 'Пять шагов от цели урока до разбора ответов.',
    tags: 'формы; алгоритм',
    fileName: 'Алгоритм урока с формой.txt',
    text: '1. Выберите цель проверки.\n2. Составьте пять вопросов.\n3. Проверьте форму на себе.\n4. Проведите на уроке.\n5. Разберите ответы.\n',
  },
  {
    title: 'Рекомендации: таблица успеваемости класса',
    kind: 'recommendation',
    competency: 'ict.spreadsheets',
    author: 'Методический совет',
    annotation: 'Как вести таблицу, чтобы сводка считалась сама.',
    tags: 'таблицы; успеваемость',
    fileName: 'Таблица успеваемости.txt',
    text: 'Один ученик — одна строка. Одна работа — один столбец. Ничего не объединяйте.\n',
  },
  {
    title: 'Шаблон дистанционного урока',
    kind: 'template',
    competency: 'ict.distance',
    author: 'Методический совет',
    annotation: 'План урока на 30 минут с паузами и проверкой понимания.',
    tags: 'дистанционное обучение; шаблон',
    fileName: 'Шаблон дистанционного урока.txt',
    text: '0–3 мин: проверка связи и цель. 3–12: объяснение. 12–22: работа в парах. 22–28: разбор. 28–30: выход.\n',
  },
] as const;

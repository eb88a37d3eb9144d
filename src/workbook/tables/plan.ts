// The programme's plan: measures with their time, who answers for them, and where they stand.
import { table } from '../schema';

export const REPEATS = {
  weekly: 'каждую неделю',
  twiceMonthly: 'два раза в месяц',
  monthly: 'каждый месяц',
  quarterly: 'раз в квартал',
  termly: 'раз в учебную четверть',
  fourYearly: 'четыре раза в год',
  threeYearly: 'три раза в год',
  twiceYearly: 'два раза в год',
  yearly: 'раз в год',
  dates: 'в отдельные сроки',
} as const;

export const PLAN_STATES = {
  planned: 'запланировано',
  doing: 'выполняется',
  done: 'выполнено',
  cancelled: 'отменено',
} as const;

/** How «Как идут дела» begins (`plan.standing.*` of the messages; a test holds the two together). */
export const STANDING_TONES = {
  выполнено: 'good',
  идёт: 'doing',
  'срок сегодня': 'warn',
  просрочено: 'bad',
  пропущено: 'bad',
  отменено: 'off',
} as const;

export const PLAN = table({
  key: 'plan',
  title: 'План',
  about: 'Мероприятия программы: когда, кто отвечает, что должно получиться и как идут дела. Строки можно добавлять.',
  filledBy: 'both',
  tabColour: '#a142f4',
  frozenColumns: 2,
  columns: {
    number: { type: 'text', title: 'Номер', width: 70 },
    title: { type: 'text', title: 'Мероприятие', width: 320, required: true },
    when: {
      type: 'text',
      title: 'Сроки словами',
      width: 180,
      note: 'Как в вашем плане: «3 неделя декабря», «март – май», «ежемесячно». Пустые даты рядом заполнятся по этим словам.',
    },
    start: { type: 'date', title: 'Начало', width: 100 },
    end: { type: 'date', title: 'Окончание', width: 100, note: 'Срок выполнения.' },
    repeat: { type: 'choice', title: 'Повторяется', width: 150, choices: REPEATS },
    times: {
      type: 'list',
      title: 'Отдельные сроки',
      width: 180,
      note: 'Для «в отдельные сроки»: 01.05.2027–31.05.2027, несколько — через точку с запятой.',
    },
    responsible: { type: 'text', title: 'Ответственный', width: 220 },
    remind: {
      type: 'list',
      title: 'Кому напоминать',
      width: 220,
      note: 'Адреса почты через точку с запятой. Сначала — сотрудники, чья фамилия или должность названа слева.',
    },
    state: {
      type: 'choice',
      title: 'Состояние',
      width: 130,
      choices: PLAN_STATES,
      tones: { doing: 'doing', done: 'good', cancelled: 'off' },
    },
    doneOn: {
      type: 'list',
      title: 'Выполнено (даты)',
      width: 150,
      note: 'Для повторяющихся: дата каждого раза через точку с запятой.',
    },
    standing: {
      type: 'text',
      title: 'Как идут дела',
      width: 220,
      note: 'Пересчитывается по датам и состоянию. Красное — срок прошёл.',
      tones: STANDING_TONES,
    },
    result: { type: 'text', title: 'Ожидаемый результат', width: 300 },
    audience: { type: 'text', title: 'Для кого', width: 180 },
    stage: { type: 'text', title: 'Этап', width: 200 },
    remark: { type: 'text', title: 'Как поняты сроки', width: 260 },
    measure: { type: 'text', title: 'Код мероприятия', width: 90, hidden: true },
    origin: { type: 'text', title: 'Откуда', width: 120, hidden: true },
    sent: { type: 'json', title: 'Отпечатки событий', width: 120, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

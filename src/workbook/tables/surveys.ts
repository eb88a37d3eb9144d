// Tables about surveys: forms sent out, their questions, the answers, unknown respondents.
import { table } from '../schema';

export const FORM_KINDS = {
  needs: 'опрос потребностей',
  self: 'самооценка',
  addressed: 'адресный опрос',
  agreement: 'согласование с консультантом',
  'feedback.consultant': 'отзыв консультанта',
  'feedback.consultee': 'отзыв участника',
  offer: 'предложить материал',
  pupils: 'анкета учеников',
  bound: 'форма школы',
} as const;

export const SURVEY_STATES = {
  building: 'создаётся',
  open: 'идёт',
  closed: 'завершён',
  lost: 'форма не найдена',
} as const;

export const SURVEYS = table({
  key: 'surveys',
  title: 'Опросы',
  about: 'Все формы программы: кому, ссылка, сколько ответили.',
  filledBy: 'both',
  rowsBy: 'machine',
  tabColour: '#a142f4',
  columns: {
    key: { type: 'text', title: 'Ключ', width: 80, hidden: true },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    kind: { type: 'choice', title: 'Вид', width: 200, choices: FORM_KINDS },
    title: { type: 'text', title: 'Название', width: 320 },
    about: {
      type: 'text',
      title: 'О чём',
      width: 160,
      note: 'Компетенция, группа или занятие, к которым относится форма.',
    },
    state: { type: 'choice', title: 'Состояние', width: 110, choices: SURVEY_STATES },
    url: { type: 'text', title: 'Ссылка для ответа', width: 200, clip: true },
    editUrl: { type: 'text', title: 'Открыть форму', width: 200, clip: true },
    audience: { type: 'list', title: 'Кому (коды)', width: 120, hidden: true, person: 'codes' },
    audienceCount: { type: 'number', title: 'Адресатов', width: 90 },
    answered: { type: 'number', title: 'Ответили', width: 90 },
    answeredShare: { type: 'share', title: 'Доля', width: 70 },
    missing: { type: 'list', title: 'Кто не ответил', width: 320, person: 'codes' },
    created: { type: 'datetime', title: 'Создан', width: 130 },
    until: { type: 'date', title: 'Ответить до', width: 100, note: 'После этой даты напоминания не отправляются.' },
    readAt: { type: 'datetime', title: 'Ответы прочитаны', width: 130 },
    formId: { type: 'text', title: 'Код формы', width: 120, hidden: true },
    items: { type: 'number', title: 'Вопросов', width: 80 },
    codeItem: { type: 'text', title: 'Пункт с кодом', width: 100, hidden: true },
    consentItem: { type: 'text', title: 'Пункт согласия', width: 100, hidden: true },
    consentVersion: { type: 'text', title: 'Версия согласия', width: 100, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
    audience2: {
      type: 'list',
      title: 'Кому (коды), далее',
      width: 120,
      hidden: true,
      person: 'codes',
      continues: 'audience',
    },
    audience3: {
      type: 'list',
      title: 'Кому (коды), до конца',
      width: 120,
      hidden: true,
      person: 'codes',
      continues: 'audience',
    },
  },
});

export const QUESTIONS = table({
  key: 'questions',
  title: 'Вопросы форм',
  about: 'Какой пункт какой формы о чём спрашивает: по этой таблице разбираются ответы. Не править.',
  filledBy: 'machine',
  hidden: true,
  columns: {
    survey: { type: 'text', title: 'Опрос', width: 120 },
    itemId: { type: 'text', title: 'Код пункта', width: 120 },
    question: { type: 'text', title: 'Ключ вопроса', width: 160 },
    spec: { type: 'json', title: 'Описание', width: 400 },
  },
});

export const ANSWER_STATES = {
  counted: 'учтён',
  replaced: 'заменён новым',
  unknown: 'не опознан',
  outside: 'не из списка адресатов',
  ignored: 'не учитывать',
  noConsent: 'нет согласия',
} as const;

export const MATCHES = {
  email: 'по почте',
  code: 'по коду',
  name: 'по имени',
  hand: 'вручную',
  anonymous: 'анонимно',
  none: '—',
} as const;

export const ANSWERS = table({
  key: 'answers',
  title: 'Ответы',
  about: 'По строке на присланный ответ. Прежние ответы того же человека остаются с пометкой «заменён новым».',
  filledBy: 'both',
  rowsBy: 'machine',
  tabColour: '#a142f4',
  frozenColumns: 1,
  columns: {
    response: { type: 'text', title: 'Код ответа', width: 120, hidden: true },
    survey: { type: 'text', title: 'Ключ опроса', width: 160, hidden: true },
    form: { type: 'text', title: 'Опрос', width: 240 },
    at: { type: 'datetime', title: 'Получен', width: 130 },
    email: { type: 'text', title: 'Почта отвечавшего', width: 220 },
    typed: { type: 'text', title: 'Код или имя из ответа', width: 160 },
    teacher: {
      type: 'text',
      title: 'Код сотрудника',
      width: 110,
      note: 'Для неопознанного ответа впишите код сотрудника и снова обработайте ответы.',
    },
    name: { type: 'text', title: 'ФИО', width: 220 },
    match: { type: 'choice', title: 'Как опознан', width: 110, choices: MATCHES },
    state: {
      type: 'choice',
      title: 'Состояние',
      width: 150,
      choices: ANSWER_STATES,
      tones: { unknown: 'bad', outside: 'warn', replaced: 'off', ignored: 'off' },
    },
    nearest: { type: 'text', title: 'Похожие сотрудники', width: 320 },
    consent: {
      type: 'text',
      title: 'Согласие',
      width: 100,
      note: 'Версия текста согласия на обработку персональных данных.',
    },
    digest: { type: 'text', title: 'Отпечаток', width: 100, hidden: true },
    answers: { type: 'json', title: 'Ответы', width: 300, hidden: true },
  },
});

export const ANSWER_DAYS = table({
  key: 'answerDays',
  title: 'Ход ответов',
  about: 'Сколько ответов пришло по дням: по этим числам построен график на листе «Сводка».',
  filledBy: 'machine',
  hidden: true,
  columns: {
    date: { type: 'date', title: 'Дата', width: 100, required: true },
    came: { type: 'number', title: 'Пришло за день', width: 100 },
    total: { type: 'number', title: 'Всего ответов', width: 100 },
  },
});

export const CONSENTS = table({
  key: 'consents',
  title: 'Тексты согласия',
  about: 'Все версии согласия на обработку персональных данных, которые были в анкетах. Версия стоит у каждого ответа.',
  filledBy: 'machine',
  tabColour: '#5f6368',
  columns: {
    version: { type: 'text', title: 'Версия', width: 110, required: true },
    since: { type: 'datetime', title: 'Действует с', width: 130 },
    text: { type: 'text', title: 'Текст', width: 600, required: true },
  },
});

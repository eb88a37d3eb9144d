// The settings sheet: every rule of the programme in plain Russian, with its default.

type Kind = 'text' | 'whole' | 'flag' | 'date' | 'list' | 'dates' | 'bands' | 'days';

export interface Setting {
  readonly kind: Kind;
  readonly title: string;
  readonly initial: string;
  readonly meaning: string;
  /** Bounds of a whole number. */
  readonly least?: number;
  readonly most?: number;
}

/** What «закрепить вместе» weighs follows from the prices: see `domain/grouping/requests.ts`. */
const MOST_POINTS = 1000;

export const SETTING_DEFINITIONS = {
  school: {
    kind: 'text',
    title: 'Школа',
    initial: '',
    meaning: 'Как школа называется в анкетах и письмах. Сотрудники с другой школой в списке — партнёры.',
  },
  programme: {
    kind: 'text',
    title: 'Программа',
    initial: 'vremya-rosta',
    meaning: 'Код шаблона программы: из него берутся компетенции и тексты.',
  },
  cycle: {
    kind: 'text',
    title: 'Цикл',
    initial: '1',
    meaning: 'Номер или название текущего цикла. Смените его, когда начинаете новый круг опросов.',
  },
  days: {
    kind: 'days',
    title: 'Дни занятий',
    initial: 'Пн; Вт; Ср; Чт; Пт',
    meaning: 'Дни недели, которые предлагаются в анкете как удобные.',
  },
  bands: {
    kind: 'bands',
    title: 'Время занятий',
    initial: '14:00-15:00; 15:00-16:00; 16:00-17:00',
    meaning: 'Промежутки, которые предлагаются в анкете. Занятие занимает один промежуток.',
  },
  windowFrom: {
    kind: 'date',
    title: 'Занятия не раньше',
    initial: '',
    meaning: 'Первая дата занятий, дд.мм.гггг. Пусто — с завтрашнего дня.',
  },
  windowTo: {
    kind: 'date',
    title: 'Занятия не позже',
    initial: '',
    meaning: 'Последняя дата занятий. Пусто — четыре недели от первой.',
  },
  holidays: {
    kind: 'dates',
    title: 'Нерабочие дни',
    initial: '',
    meaning: 'Даты без занятий через точку с запятой. Каникулы — через тире: 26.10.2026-03.11.2026.',
  },
  rooms: {
    kind: 'list',
    title: 'Места занятий',
    initial: '',
    meaning:
      'Кабинеты через точку с запятой. «онлайн» среди них — кому не хватило кабинета. Пусто — занятия онлайн, со ссылкой на видеовстречу.',
  },
  groupLeast: {
    kind: 'whole',
    title: 'В группе не меньше участников',
    initial: '2',
    meaning: 'Наименьшее число консультируемых в мобильной группе.',
    least: 1,
    most: 50,
  },
  groupMost: {
    kind: 'whole',
    title: 'В группе не больше участников',
    initial: '8',
    meaning: 'Наибольшее число консультируемых в мобильной группе.',
    least: 1,
    most: 50,
  },
  perConsultant: {
    kind: 'whole',
    title: 'Участников на одного консультанта',
    initial: '5',
    meaning: 'Не больше стольких консультируемых приходится на консультанта.',
    least: 1,
    most: 50,
  },
  consultantsMost: {
    kind: 'whole',
    title: 'Консультантов в группе',
    initial: '2',
    meaning: 'Не больше стольких консультантов в одной группе.',
    least: 1,
    most: 5,
  },
  groupsPerConsultee: {
    kind: 'whole',
    title: 'Групп на консультируемого',
    initial: '2',
    meaning: 'Во скольких группах учитель может учиться одновременно.',
    least: 1,
    most: 10,
  },
  groupsPerConsultant: {
    kind: 'whole',
    title: 'Групп на консультанта',
    initial: '2',
    meaning: 'Сколько групп может вести один консультант.',
    least: 1,
    most: 10,
  },
  allowUnconfirmed: {
    kind: 'flag',
    title: 'Консультанты без подтверждения',
    initial: 'нет',
    meaning: '«да» — консультировать может и тот, чей высокий уровень ещё требует подтверждения.',
  },
  onlyWishes: {
    kind: 'flag',
    title: 'Только по желанию',
    initial: 'нет',
    meaning: '«да» — в группы попадают только те, кто отметил «хочу освоить».',
  },
  priceUncovered: {
    kind: 'whole',
    title: 'Цена: дефицит без группы',
    initial: '100',
    meaning: 'Баллы за дефицит на один уровень, оставшийся без группы; за два уровня — вчетверо, за три — вдевятеро.',
    least: 0,
    most: MOST_POINTS,
  },
  priceLeftOut: {
    kind: 'whole',
    title: 'Цена: учитель без единой группы',
    initial: '200',
    meaning: 'Баллы за человека с дефицитами, который не попал ни в одну группу.',
    least: 0,
    most: MOST_POINTS,
  },
  priceGroup: {
    kind: 'whole',
    title: 'Цена: ещё одна группа',
    initial: '20',
    meaning: 'Баллы за каждую группу: чем больше, тем меньше групп.',
    least: 0,
    most: MOST_POINTS,
  },
  priceLoad: {
    kind: 'whole',
    title: 'Цена: нагрузка консультанта',
    initial: '10',
    meaning: 'Баллы за первую группу консультанта, вдвое за вторую, втрое за третью: чем больше, тем ровнее нагрузка.',
    least: 0,
    most: MOST_POINTS,
  },
  priceSubject: {
    kind: 'whole',
    title: 'Цена: повтор предмета',
    initial: '4',
    meaning: 'Баллы за каждого, чей предмет в группе уже есть: чем больше, тем разнообразнее группы.',
    least: 0,
    most: MOST_POINTS,
  },
  priceSchool: {
    kind: 'whole',
    title: 'Цена: повтор школы',
    initial: '2',
    meaning: 'То же для школ, когда участвуют несколько.',
    least: 0,
    most: MOST_POINTS,
  },
  priceSlot: {
    kind: 'whole',
    title: 'Цена: менее удобное время',
    initial: '1',
    meaning: 'Баллы за человека, которому время группы лишь возможно.',
    least: 0,
    most: MOST_POINTS,
  },
  priceOldPair: {
    kind: 'whole',
    title: 'Цена: уже работали вместе',
    initial: '2',
    meaning: 'Баллы за пару, которая была в одной группе в прежних циклах.',
    least: 0,
    most: MOST_POINTS,
  },
  priceWish: {
    kind: 'whole',
    title: 'Цена: пожелание не исполнено',
    initial: '10',
    meaning: 'Баллы за строку «хочу вместе» листа «Пожелания», которую группы не исполнили.',
    least: 0,
    most: MOST_POINTS,
  },
  priceChange: {
    kind: 'whole',
    title: 'Цена: перемена в черновике',
    initial: '5',
    meaning: 'Баллы за человека, которого пересборка уводит из его группы: чем больше, тем меньше перемен.',
    least: 0,
    most: MOST_POINTS,
  },
  modulesPerGroup: {
    kind: 'whole',
    title: 'Занятий на группу',
    initial: '1',
    meaning: 'Сколько обучающих модулей у каждой группы в этом цикле, вместе с проведёнными.',
    least: 1,
    most: 10,
  },
  answerDays: {
    kind: 'whole',
    title: 'Дней на ответ',
    initial: '7',
    meaning: 'Срок ответа на анкету, дней со дня отправки.',
    least: 1,
    most: 90,
  },
  remindEvery: {
    kind: 'whole',
    title: 'Напоминать не чаще, дней',
    initial: '2',
    meaning: 'Не ответившим напоминание уходит не чаще этого.',
    least: 1,
    most: 30,
  },
  autoRemind: {
    kind: 'flag',
    title: 'Напоминать самим',
    initial: 'нет',
    meaning: '«да» — напоминания уходят без нажатия кнопки, не раньше восьми утра, пока не вышел срок ответа.',
  },
  autoFeedback: {
    kind: 'flag',
    title: 'Отзывы сразу после занятия',
    initial: 'да',
    meaning: '«да» — анкета отзыва уходит участникам в течение часа после окончания занятия, но не раньше восьми утра.',
  },
  programmeFrom: {
    kind: 'date',
    title: 'Начало программы',
    initial: '',
    meaning: 'С этого дня считаются сроки плана и показатели. Пусто — ещё не выбрано.',
  },
  programmeTo: {
    kind: 'date',
    title: 'Окончание программы',
    initial: '',
    meaning: 'Последний день программы: им кончается «весь период» в плане.',
  },
  planDays: {
    kind: 'whole',
    title: 'Напоминать о мероприятии за, дней',
    initial: '7',
    meaning: 'В письмо ответственному попадает то, до срока чего осталось не больше этого, и просроченное.',
    least: 0,
    most: 60,
  },
  autoPlan: {
    kind: 'flag',
    title: 'Напоминать о плане самим',
    initial: 'нет',
    meaning: '«да» — раз в неделю ответственным уходит письмо о ближайших и просроченных мероприятиях.',
  },
  pupilClasses: {
    kind: 'list',
    title: 'Классы для анкеты учеников',
    initial: '',
    meaning: 'Классы через точку с запятой: 5А; 5Б; 6А. Из них ученик выбирает свой.',
  },
  calendarTitle: {
    kind: 'text',
    title: 'Название календаря',
    initial: 'Время роста',
    meaning: 'Календарь программы: в нём создаются занятия.',
  },
  bankTitle: {
    kind: 'text',
    title: 'Папка методического банка',
    initial: 'Методический банк «Время роста»',
    meaning: 'Имя корневой папки на Диске.',
  },
  shareBank: {
    kind: 'flag',
    title: 'Открыть банк сотрудникам',
    initial: 'нет',
    meaning: '«да» — участники программы получают доступ к папке банка на чтение.',
  },
  partnerConsultees: {
    kind: 'flag',
    title: 'Партнёры учатся в группах',
    initial: 'нет',
    meaning:
      '«да» — педагоги школ-партнёров, с которыми сотрудничество согласовано, входят в мобильные группы участниками.',
  },
  partnerConsultants: {
    kind: 'flag',
    title: 'Партнёры консультируют в группах',
    initial: 'нет',
    meaning: '«да» — педагоги согласованных школ-партнёров могут быть и консультантами.',
  },
  consentText: {
    kind: 'text',
    title: 'Текст согласия',
    initial: '',
    meaning:
      'Согласие на обработку персональных данных в анкетах. Пусто — текст программы. Не длиннее 4000 знаков. После правки у следующих форм будет новая версия.',
  },
  pseudonyms: {
    kind: 'flag',
    title: 'Псевдонимы вместо имён',
    initial: 'нет',
    meaning:
      '«да» — в формах, группах и отчётах коды вместо имён. Меняйте через меню, чтобы заменить и уже написанное.',
  },
  retentionMonths: {
    kind: 'whole',
    title: 'Хранить данные, месяцев',
    initial: '24',
    meaning: 'Когда найдутся данные старше, придёт письмо с напоминанием их удалить. 0 — не напоминать.',
    least: 0,
    most: 120,
  },
  book: {
    kind: 'text',
    title: 'Код таблицы',
    initial: '',
    meaning: 'По нему дополнение узнаёт, что это не копия. Не меняйте.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingKey = keyof typeof SETTING_DEFINITIONS;

/** A time band of a school day, minutes from midnight. */
export interface Band {
  readonly start: number;
  readonly end: number;
}

type ValueOf<K extends Kind> = K extends 'whole'
  ? number
  : K extends 'flag'
    ? boolean
    : K extends 'list' | 'dates'
      ? readonly string[]
      : K extends 'bands'
        ? readonly Band[]
        : K extends 'days'
          ? readonly number[]
          : string;

export type Settings = { readonly [K in SettingKey]: ValueOf<(typeof SETTING_DEFINITIONS)[K]['kind']> };

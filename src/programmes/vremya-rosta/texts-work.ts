// Wording of the work after the diagnosis: agreement with consultants, offers to the bank, letters, calendar events.
import type { AgreementTexts, OfferTexts, ProgrammeTexts } from '../../domain/programme/programme';

export const AGREEMENT_TEXTS: AgreementTexts = {
  title: 'Программа занятия группы {group}: {competency}',
  fileName: 'Согласование: {group}, {competency}',
  description: [
    'Вас просят провести практическое занятие по теме «{competency}». Предложите, что разобрать и когда Вам удобно.',
    'Консультанты: {consultants}',
    'Участники: {consultees}',
  ].join('\n'),
  confirmation: 'Спасибо! Программа занятия попадёт в приглашение участникам.',
  ready: 'Готовы ли Вы провести занятие с этой группой?',
  readyOptions: { yes: 'Да', no: 'Нет, прошу найти замену' },
  covered: 'Какие вопросы участников возьмёте?',
  topics: 'Темы занятия (каждая с новой строки)',
  task: 'Практическое задание: что каждый сделает на занятии сам',
  materials: 'Материалы: что подготовить или принести, ссылки',
  slots: 'Удобное время из того, что подходит группе',
  otherTime: 'Другое удобное время',
  place: 'Где удобно провести (кабинет или онлайн)',
  comments: 'Что ещё важно учесть?',
};

export const OFFER_TEXTS: OfferTexts = {
  title: 'Предложить материал в методический банк',
  fileName: 'Материалы для методического банка',
  description:
    '{school}. Поделитесь рекомендацией, алгоритмом или разработкой. Файл положите на Диск и откройте доступ по ссылке: форма принимает только ссылки. После проверки материал увидят коллеги.',
  confirmation: 'Спасибо! Материал появится в банке после проверки.',
  resourceTitle: 'Название материала',
  kind: 'Вид материала',
  competency: 'К какой компетенции относится',
  link: 'Ссылка на материал',
  annotation: 'Для чего он и как его применять',
  tags: 'Метки через запятую: предмет, класс, тема',
};

/** Every letter ends alike: the identity of last resort, and who writes. */
const SIGNATURE = ['', 'Ваш код сотрудника: {code}', '', 'Программа «{programme}»', '{school}'];

/** What both letters about a route end with. */
const ROUTE_END = [
  '{link}',
  '',
  'Осваиваете: {learns}',
  'Консультируете коллег: {consults}',
  '',
  'Документ открыт только Вам и заместителю директора; войдите в Google под этим адресом почты. Под заголовком «{notes}» пишите своё: программа этого не меняет.',
  ...SIGNATURE.filter((line) => !line.includes('{code}')),
];

export const MAILS: ProgrammeTexts['mails'] = {
  invite: {
    subject: '{title}',
    text: [
      'Здравствуйте, {name}!',
      '',
      'Пожалуйста, ответьте на анкету «{title}»:',
      '{link}',
      'Срок: {deadline}',
      '',
      'Ответ можно изменить по той же ссылке.',
      ...SIGNATURE,
    ].join('\n'),
  },
  reminder: {
    subject: 'Ждём Вашего ответа: {title}',
    text: [
      'Здравствуйте, {name}!',
      '',
      'Мы ещё не получили Ваш ответ на анкету «{title}»:',
      '{link}',
      'Срок: {deadline}',
      '',
      'Если Вы уже отвечали, возможно, адрес почты в анкете записан с опечаткой. Ответьте на это письмо, и мы поправим.',
      ...SIGNATURE,
    ].join('\n'),
  },
  agreement: {
    subject: 'Вы консультант: {competency}',
    text: [
      'Здравствуйте, {name}!',
      '',
      'Коллеги просят помощи по теме «{competency}», а Вы владеете ею уверенно. Предложите программу занятия:',
      '{link}',
      'Срок: {deadline}',
      '',
      'Участники: {consultees}',
      'О чём они спрашивают: {questions}',
      ...SIGNATURE,
    ].join('\n'),
  },
  feedback: {
    subject: 'Как прошло занятие? {module}',
    text: [
      'Здравствуйте, {name}!',
      '',
      'Занятие: {module}',
      'Дата: {date}',
      'Расскажите, что получилось и что изменить, это займёт две минуты:',
      '{link}',
      'Срок: {deadline}',
      ...SIGNATURE.filter((line) => !line.includes('{code}')),
    ].join('\n'),
  },
  plan: {
    subject: 'План программы «{programme}»: что у Вас на очереди',
    text: [
      'Здравствуйте, {name}!',
      '',
      'Вы отвечаете за мероприятия программы.',
      '',
      'Срок прошёл:{overdue}',
      '',
      'Скоро срок:{soon}',
      '',
      'Отметьте сделанное или напишите, что мешает:',
      '{link}',
      ...SIGNATURE.filter((line) => !line.includes('{code}')),
    ].join('\n'),
  },
  route: {
    subject: 'Ваш индивидуальный маршрут, цикл {cycle}',
    text: [
      'Здравствуйте, {name}!',
      '',
      'Для Вас составлен индивидуальный маршрут: что освоить, с кем и когда.',
      ...ROUTE_END,
    ].join('\n'),
  },
  routeChanged: {
    subject: 'Ваш индивидуальный маршрут обновлён, цикл {cycle}',
    text: [
      'Здравствуйте, {name}!',
      '',
      'В Вашем индивидуальном маршруте есть изменения: посмотрите, что освоить, с кем и когда.',
      ...ROUTE_END,
    ].join('\n'),
  },
};

export const EVENT_TEXTS: ProgrammeTexts['event'] = {
  title: 'Практическое занятие: {competency}',
  description: [
    'Консультанты: {consultants}',
    '',
    'Темы: {topics}',
    '',
    'Вопросы участников: {questions}',
    '',
    'Практическое задание: {practice}',
    '',
    'Материалы: {materials}',
    '',
    'Место: {place}',
    'Отзыв после занятия: {feedback}',
    '',
    'Программа «{programme}»',
    '{school}',
  ].join('\n'),
};

// The programme's four indicators (90, 60, 50 and 10 % by its end) and the pupils' questionnaire; statements are our own.
import type { IndicatorTemplate, PupilsTexts } from '../../domain/indicator/template';

export const INDICATORS: readonly IndicatorTemplate[] = [
  {
    id: 'included',
    title: 'Учителя, включённые в систему непрерывного развития ИКТ-компетенций',
    source: 'groups',
    of: [],
    target: 0.9,
    week: 35,
  },
  {
    id: 'equipment',
    title: 'Учителя, владеющие оборудованием «Цифровая образовательная среда»',
    source: 'matrix',
    of: ['dee.'],
    least: 2,
    target: 0.6,
    week: 35,
  },
  {
    id: 'regular',
    title: 'Учителя, регулярно применяющие ИКТ на уроках: не реже двух уроков в месяц три учебных месяца подряд',
    source: 'lessons',
    of: [],
    least: 2,
    months: 3,
    target: 0.5,
    week: 35,
  },
  {
    id: 'motivation',
    title: 'Ученики, повысившие учебную мотивацию',
    source: 'motivation',
    of: [],
    target: 0.1,
    week: 35,
  },
];

const AGREE = { low: 'совсем не так', high: 'именно так' };

export const PUPILS_TEXTS: PupilsTexts = {
  title: 'Как тебе учится? ({occasion})',
  fileName: 'Анкета учеников о мотивации: {occasion}',
  description:
    '{school}. Анкета анонимная: мы не спрашиваем имя и не видим, кто ответил. Правильных ответов нет. Итоги считаются только по классу целиком и только если ответили пятеро или больше.',
  confirmation: 'Спасибо! Ответы придут без имени.',
  group: 'Твой класс',
  statements: [
    { key: 'interest', title: 'На уроках мне бывает интересно', ...AGREE },
    { key: 'effort', title: 'Если задание трудное, я ищу способ его решить', ...AGREE },
    { key: 'useful', title: 'Я понимаю, зачем мне то, что мы изучаем', ...AGREE },
    { key: 'bored', title: 'Я жду, когда урок закончится', reversed: true, ...AGREE },
    { key: 'more', title: 'Мне хочется узнать больше, чем рассказали на уроке', ...AGREE },
    { key: 'digital', title: 'С компьютером, планшетом или панелью учиться интереснее', ...AGREE },
    { key: 'able', title: 'У меня получается, когда я стараюсь', ...AGREE },
    { key: 'forced', title: 'Я учусь только потому, что заставляют', reversed: true, ...AGREE },
  ],
  high: 4,
};

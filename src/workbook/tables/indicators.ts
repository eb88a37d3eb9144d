// Indicators of the programme: their definition, fact and forecast; facts over time; pupils' motivation by class.
import { table } from '../schema';

export const INDICATOR_SOURCES = {
  groups: 'группы: кто включён',
  modules: 'занятия: кто побывал',
  matrix: 'матрица: кто достиг цели',
  feedback: 'отзывы: индекс занятий',
  lessons: 'уроки: кто применяет ИКТ постоянно',
  surveys: 'опросы: кто ответил',
  motivation: 'анкета учеников',
  plan: 'план: что выполнено',
  hand: 'вписываю сам',
} as const;

export const INDICATOR_VERDICTS = {
  noFact: 'факта нет',
  reached: 'достигнут',
  missed: 'не достигнут к сроку',
  onTrack: 'будет достигнут',
  behind: 'не будет достигнут',
  early: 'темпа ещё нет',
} as const;

export const INDICATORS = table({
  key: 'indicators',
  title: 'Показатели',
  about:
    'Целевые показатели программы: план, факт, прогноз при нынешнем темпе и что сделать. Цели и строки можно менять.',
  filledBy: 'both',
  tabColour: '#a142f4',
  frozenColumns: 1,
  columns: {
    title: { type: 'text', title: 'Показатель', width: 320, required: true },
    source: { type: 'choice', title: 'Откуда факт', width: 190, choices: INDICATOR_SOURCES, required: true },
    of: {
      type: 'list',
      title: 'Что считать',
      width: 170,
      note: 'Для матрицы: коды компетенций или начало кода с точкой («dee.»). Для опросов: вид из их листа.',
    },
    least: {
      type: 'number',
      title: 'Сколько из них',
      width: 90,
      note: 'Для матрицы — компетенций, для уроков — уроков в месяц: стольких достаточно.',
    },
    months: {
      type: 'number',
      title: 'За сколько месяцев',
      width: 90,
      note: 'Для уроков: сколько последних учебных месяцев подряд. Пусто — три.',
    },
    baseline: {
      type: 'share',
      title: 'Было вначале',
      width: 90,
      note: 'Пусто — ноль для групп, занятий, уроков, опросов и плана, для остального — первый факт.',
    },
    target: { type: 'share', title: 'Цель', width: 80, required: true },
    due: { type: 'date', title: 'К дате', width: 100 },
    plan: {
      type: 'share',
      title: 'План на сегодня',
      width: 90,
      note: 'Равномерно от начала программы до даты цели.',
    },
    fact: { type: 'share', title: 'Факт', width: 80, note: 'Для «вписываю сам» впишите долю; остальное считается.' },
    deviation: {
      type: 'share',
      title: 'Отклонение от плана',
      width: 100,
      note: 'Факт минус план на сегодня. Красное — отстаём, зелёное — опережаем.',
      signed: true,
    },
    forecast: { type: 'share', title: 'Прогноз к дате', width: 90, note: 'Каким будет факт при нынешнем темпе.' },
    verdict: {
      type: 'choice',
      title: 'Вывод',
      width: 170,
      note: 'Пересчитывается. Красное — срок прошёл, жёлтое — при нынешнем темпе цели не достичь.',
      choices: INDICATOR_VERDICTS,
      tones: { reached: 'good', onTrack: 'doing', behind: 'warn', missed: 'bad', noFact: 'off', early: 'off' },
    },
    basis: { type: 'text', title: 'На чём основан прогноз', width: 280 },
    nearest: { type: 'text', title: 'Кто ближе всех к цели', width: 320 },
    advice: { type: 'text', title: 'Что сделать', width: 360 },
    origin: { type: 'text', title: 'Откуда число', width: 320 },
    counted: { type: 'date', title: 'Посчитано', width: 100 },
    indicator: { type: 'text', title: 'Код показателя', width: 100, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const INDICATOR_FACTS = table({
  key: 'indicatorFacts',
  title: 'Ход показателей',
  about: 'Факты по дням: по ним считается темп и прогноз. По одной строке на показатель и день.',
  filledBy: 'machine',
  tabColour: '#a142f4',
  columns: {
    date: { type: 'date', title: 'Дата', width: 100, required: true },
    indicator: { type: 'text', title: 'Код показателя', width: 120, required: true },
    title: { type: 'text', title: 'Показатель', width: 320 },
    fact: { type: 'share', title: 'Факт', width: 80 },
    origin: { type: 'text', title: 'Откуда число', width: 360 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const MOTIVATION = table({
  key: 'motivation',
  title: 'Мотивация учеников',
  about:
    'Анонимная анкета до и после, по классам. Если с любой стороны меньше пяти ответов, класс не показан и не учтён.',
  filledBy: 'machine',
  tabColour: '#a142f4',
  columns: {
    group: { type: 'text', title: 'Класс', width: 150 },
    before: { type: 'number', title: 'Ответов до', width: 80 },
    after: { type: 'number', title: 'Ответов после', width: 80 },
    meanBefore: { type: 'number', decimals: 2, title: 'Среднее до', width: 80, note: 'По утверждениям анкеты, 1…5.' },
    meanAfter: { type: 'number', decimals: 2, title: 'Среднее после', width: 80 },
    effect: {
      type: 'number',
      decimals: 2,
      title: 'Величина эффекта',
      width: 90,
      note: 'g Хеджеса: на сколько стандартных отклонений сдвинулось среднее. 0,2 — малый, 0,5 — средний, 0,8 — большой.',
    },
    low: { type: 'number', decimals: 2, title: 'Эффект, не меньше', width: 90, note: '95-процентный интервал.' },
    high: { type: 'number', decimals: 2, title: 'Эффект, не больше', width: 90 },
    highBefore: { type: 'share', title: 'Высокая мотивация до', width: 100 },
    highAfter: { type: 'share', title: 'Высокая мотивация после', width: 100 },
    growth: { type: 'share', title: 'Прирост доли', width: 90, signed: true },
    growthLow: { type: 'share', title: 'Прирост, не меньше', width: 90, note: '95-процентный интервал Ньюкомба.' },
    growthHigh: { type: 'share', title: 'Прирост, не больше', width: 90 },
    remark: { type: 'text', title: 'Пояснение', width: 360 },
  },
});

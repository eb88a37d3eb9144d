// The evaluation of the model of mobile groups: criteria, numbers, thresholds, verdict.
import { table } from '../schema';

export const GRADES = { good: 'хорошо', middle: 'терпимо', bad: 'плохо', unknown: 'нет данных' } as const;

export const EVALUATION = table({
  key: 'evaluation',
  title: 'Оценка модели',
  about:
    'Работает ли модель мобильных групп: вывод, числа, пороги из настроек, откуда каждое число и что изменить. Пересчитывается.',
  filledBy: 'machine',
  tabColour: '#a142f4',
  frozenColumns: 1,
  columns: {
    title: { type: 'text', title: 'Критерий', width: 300 },
    value: { type: 'text', title: 'Значение', width: 240 },
    threshold: { type: 'text', title: 'Порог', width: 200, note: 'Пороги меняются на листе «Настройки».' },
    grade: { type: 'choice', title: 'Оценка', width: 100, choices: GRADES },
    origin: { type: 'text', title: 'Откуда число', width: 380 },
    advice: { type: 'text', title: 'Что изменить', width: 380 },
  },
});

// A lesson with ICT as a teacher writes it down.
import type { LESSONS } from '../../src/workbook/tables';
import type { Shown } from './desk';
import { PEOPLE } from './school';

export const lesson = (more: Partial<Shown<typeof LESSONS>> = {}): Partial<Shown<typeof LESSONS>> => ({
  name: PEOPLE.hail.name,
  date: '15.10.2026',
  group: '8Б',
  subject: 'Физика',
  topic: 'Плотность вещества',
  tool: 'Гугл-форма',
  competency: 'ict.forms',
  state: 'проведён',
  ...more,
});

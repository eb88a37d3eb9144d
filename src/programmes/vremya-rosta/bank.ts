// What the methodical bank takes; values are the codes of the register's column «Вид».
import type { Option } from '../../domain/survey/form-spec';

export const BANK_KINDS: readonly Option[] = [
  { value: 'recommendation', label: 'Методическая рекомендация' },
  { value: 'algorithm', label: 'Алгоритм (пошаговая инструкция)' },
  { value: 'lesson', label: 'Разработка урока' },
  { value: 'card', label: 'Технологическая карта' },
  { value: 'video', label: 'Видео' },
  { value: 'presentation', label: 'Презентация' },
  { value: 'template', label: 'Шаблон (таблица, форма, документ)' },
  { value: 'other', label: 'Другое' },
];

// The programme's framework: twelve competencies in four areas; the four published ones come first within their areas.
import type { Framework } from '../../domain/framework/framework';
import { ASSESSMENT, COLLABORATION, MOBILE_CLASS, PANEL, PUPIL_PROJECTS, RESOURCES, SAFETY, VR } from './practice';
import { DISTANCE, FORMS, PRESENTATIONS, SPREADSHEETS } from './technologies';

export const FRAMEWORK: Framework = {
  id: 'vremya-rosta.ict',
  title: 'ИКТ-компетенции учителя',
  source:
    'Четыре технологии — из опроса проекта «Методический абонемент / Время роста» (2021); остальные компетенции, уровни и практические вопросы составлены для этого шаблона.',
  competencies: [
    DISTANCE,
    RESOURCES,
    SAFETY,
    SPREADSHEETS,
    FORMS,
    PRESENTATIONS,
    PANEL,
    MOBILE_CLASS,
    VR,
    ASSESSMENT,
    PUPIL_PROJECTS,
    COLLABORATION,
  ],
};

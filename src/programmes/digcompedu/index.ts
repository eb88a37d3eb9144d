// «Цифровые компетенции педагога»: the European framework DigCompEdu with its six levels, worked through in mobile groups too.
import type { Framework } from '../../domain/framework/framework';
import type { IndicatorTemplate } from '../../domain/indicator/template';
import type { Programme, ProgrammeTexts } from '../../domain/programme/programme';
import { LESSON_CARD } from '../vremya-rosta/lesson-card';
import { BANK_KINDS } from '../vremya-rosta/bank';
import { PLAN } from '../vremya-rosta/plan';
import { TEXTS as COMMON } from '../vremya-rosta/texts';
import { LEARNERS_FIRST } from './learners';
import { PROFESSIONAL } from './professional';
import { TEACHING_AND_ASSESSMENT } from './teaching';

/** Areas, numbers and levels: facts of the publication. Titles in Russian, descriptors and questions: our own. */
export const DIGCOMPEDU_FRAMEWORK: Framework = {
  id: 'digcompedu',
  title: 'Цифровые компетенции педагога (DigCompEdu)',
  source:
    'Redecker C. European Framework for the Digital Competence of Educators: DigCompEdu. Punie Y. (ed.). EUR 28775 EN, Publications Office of the European Union, Luxembourg, 2017, JRC107466: шесть областей, 22 компетенции, уровни A1–C2. Русские названия, описания уровней и вопросы составлены для этого шаблона.',
  competencies: [...PROFESSIONAL, ...TEACHING_AND_ASSESSMENT, ...LEARNERS_FIRST],
};

const TEXTS: ProgrammeTexts = {
  ...COMMON,
  needs: {
    ...COMMON.needs,
    title: 'Какие цифровые компетенции Вы хотите развить?',
    needs: 'Отметьте то, что Вам нужно в работе',
  },
  self: {
    ...COMMON.self,
    title: 'Самооценка цифровых компетенций',
    description:
      '{school}. Программа «{programme}». По каждой компетенции выберите описание, которое ближе всего к Вашей работе сегодня: от A1 (знакомлюсь) до C2 (создаю новое). Правильных и неправильных ответов нет: по ним подбирают группу и консультанта, а не оценивают учителя. Займёт 15–20 минут.',
  },
  addressed: {
    ...COMMON.addressed,
    need: 'Нужно ли Вам повысить уровень этой компетенции?',
  },
};

const INDICATORS: readonly IndicatorTemplate[] = [
  {
    id: 'included',
    title: 'Учителя, включённые в развитие цифровых компетенций',
    source: 'groups',
    of: [],
    target: 0.9,
    week: 35,
  },
  {
    id: 'teaching',
    title: 'Учителя, у которых не менее двух компетенций преподавания на целевом уровне',
    source: 'matrix',
    of: ['dce.3.'],
    least: 2,
    target: 0.6,
    week: 35,
  },
];

export const DIGCOMPEDU: Programme = {
  id: 'digcompedu',
  title: 'Цифровые компетенции педагога',
  about:
    'Европейская рамка DigCompEdu: 22 компетенции в шести областях, шесть уровней от A1 до C2. Организация — те же мобильные группы.',
  framework: DIGCOMPEDU_FRAMEWORK,
  texts: TEXTS,
  plan: PLAN,
  indicators: INDICATORS,
  bank: { kinds: BANK_KINDS, lessonCard: LESSON_CARD },
};

// Faults of the competency framework: English.
import type { FRAMEWORK as RU } from '../ru/framework';
import type { Wording } from '../wording';

/** Which competency it is, by what is known of it. */
const ABOUT = '{?title}Competency “{title}”{?id} ({id}){/}{:}{?id}Competency {id}{:}A competency without a title{/}{/}';

const SCALE = 'Write a whole number from 0 to {top}';

export const FRAMEWORK: Readonly<Record<keyof typeof RU, Wording>> = {
  'framework.empty': 'No competency is in use. Open the sheet “Компетенции” and write “да” in “Используется”.',
  'framework.needs.none':
    'The needs survey has nothing to choose. Open the sheet “Компетенции” and write “да” in “В опросе потребностей”.',
  'framework.id.bad': `{?id}The code “{id}” does not fit.{:}${ABOUT}: no code.{/} A code begins with a Latin letter and holds Latin letters, digits, dots and hyphens; the word none is taken.`,
  'framework.id.repeated': `${ABOUT}: “{other}” has the same code. Give one of them another.`,
  'framework.title.missing': `${ABOUT}: no title. Fill in the column “Компетенция”.`,
  'framework.title.repeated': `${ABOUT}: the competency with the code {other} bears the same title. Change one of them, or the form cannot tell them apart.`,
  'framework.area.missing': `${ABOUT}: no area. Fill in the column “Область”.`,
  'framework.descriptor.missing': `${ABOUT}: level {level} is not described. Fill in the column “Уровень {level}”.`,
  'framework.levels.few': `${ABOUT}: {count} {count|level is|levels are} described, a scale needs at least {least}. Fill in the columns “Уровень 0”, “Уровень 1”, “Уровень 2” one after another.`,
  'framework.names.count': `${ABOUT}: {names} {names|name|names} for {levels} {levels|level|levels}. Write as many into “Названия уровней” as there are levels, or none.`,
  'framework.names.repeated': `${ABOUT}: two levels are named “{name}”. Give each its own name in “Названия уровней”.`,
  'framework.practice.repeated': `${ABOUT}: the question “{question}” is there twice. Leave it once in “Практические вопросы адресного опроса”.`,
  'framework.descriptor.repeated': `${ABOUT}: levels {first} and {level} are described alike. Describe them differently, or the form cannot tell them apart.`,
  'framework.target.missing': `${ABOUT}: no target. ${SCALE} into the column “Целевой уровень”.`,
  'framework.target.range': `${ABOUT}: the target {value} is not on the scale. ${SCALE} into the column “Целевой уровень”.`,
  'framework.consultantFrom.missing': `${ABOUT}: no level from which one may consult. ${SCALE} into the column “Консультант с уровня”.`,
  'framework.consultantFrom.range': `${ABOUT}: the consultant’s level {value} is not on the scale. ${SCALE} into the column “Консультант с уровня”.`,
  'framework.consultantFrom.belowTarget': `${ABOUT}: one may consult from level {consultantFrom}, but the target is higher: {target}. Write at least {least} into the column “Консультант с уровня”.`,
  'framework.consultantFrom.belowRoleTarget': `${ABOUT}: one may consult from level {consultantFrom}, but the target for the role “{role}” is higher: {target}. Raise “Консультант с уровня” or lower the target.`,
  'framework.roleTarget.bad': `${ABOUT}: “{value}” is unclear. Write into “Целевой уровень по должностям” like this: руководитель МО = 4.`,
  'framework.roleTarget.range': `${ABOUT}: the level for the role “{role}” is {value}, the scale goes from 0 to {top}. Correct the column “Целевой уровень по должностям”.`,
};

// Faults of the competency framework: Russian.
import type { Wordings } from '../wording';

/** Which competency it is, by what is known of it. */
const ABOUT = 'Компетенция {?title}«{title}»{?id} ({id}){/}{:}{?id}{id}{:}без названия{/}{/}';

const SCALE = 'Впишите целое число от 0 до {top}';

export const FRAMEWORK = {
  'framework.empty':
    'Ни одна компетенция не используется. Откройте лист «Компетенции» и поставьте «да» в столбце «Используется».',
  'framework.needs.none':
    'В опросе потребностей нечего выбрать. Откройте лист «Компетенции» и поставьте «да» в столбце «В опросе потребностей».',
  'framework.id.bad': `{?id}Код «{id}» не подходит.{:}${ABOUT}: нет кода.{/} Код начинается с латинской буквы, дальше латинские буквы, цифры, точки и дефисы; слово none занято.`,
  'framework.id.repeated': `${ABOUT}: такой же код у компетенции «{other}». Дайте одной из них другой код.`,
  'framework.title.missing': `${ABOUT}: нет названия. Заполните столбец «Компетенция».`,
  'framework.title.repeated': `${ABOUT}: так же называется компетенция с кодом {other}. Измените одно из названий, иначе в анкете их не различить.`,
  'framework.area.missing': `${ABOUT}: не указана область. Заполните столбец «Область».`,
  'framework.descriptor.missing': `${ABOUT}: уровень {level} не описан. Заполните столбец «Уровень {level}».`,
  'framework.levels.few': `${ABOUT}: {count|описан|описаны|описано} {count} {count|уровень|уровня|уровней}, а в шкале нужно не меньше {least}. Заполните подряд столбцы «Уровень 0», «Уровень 1», «Уровень 2».`,
  'framework.names.count': `${ABOUT}: названий уровней {names}, а самих уровней {levels}. Впишите в столбец «Названия уровней» столько же названий или очистите его.`,
  'framework.names.repeated': `${ABOUT}: два уровня названы «{name}». Дайте каждому своё название в столбце «Названия уровней».`,
  'framework.practice.repeated': `${ABOUT}: вопрос «{question}» стоит дважды. Оставьте его один раз в столбце «Практические вопросы адресного опроса».`,
  'framework.descriptor.repeated': `${ABOUT}: уровни {first} и {level} описаны одинаково. Опишите их по-разному, иначе в анкете их не различить.`,
  'framework.target.missing': `${ABOUT}: нет цели. ${SCALE} в столбец «Целевой уровень».`,
  'framework.target.range': `${ABOUT}: целевого уровня {value} нет на шкале. ${SCALE} в столбец «Целевой уровень».`,
  'framework.consultantFrom.missing': `${ABOUT}: не указано, с какого уровня можно консультировать. ${SCALE} в столбец «Консультант с уровня».`,
  'framework.consultantFrom.range': `${ABOUT}: уровня {value} для консультанта нет на шкале. ${SCALE} в столбец «Консультант с уровня».`,
  'framework.consultantFrom.belowTarget': `${ABOUT}: консультировать можно с уровня {consultantFrom}, а цель выше — {target}. Впишите в столбец «Консультант с уровня» не меньше {least}.`,
  'framework.consultantFrom.belowRoleTarget': `${ABOUT}: консультировать можно с уровня {consultantFrom}, а цель для должности «{role}» выше — {target}. Поднимите «Консультант с уровня» или снизьте цель.`,
  'framework.roleTarget.bad': `${ABOUT}: «{value}» непонятно. В столбец «Целевой уровень по должностям» пишите так: руководитель МО = 4.`,
  'framework.roleTarget.range': `${ABOUT}: для должности «{role}» указан уровень {value}, а шкала от 0 до {top}. Исправьте столбец «Целевой уровень по должностям».`,
} satisfies Wordings;

// Why a level is a deficit, a surplus or neither: Russian. Stands in a cell beside the levels.
import type { Wordings } from '../wording';

const ON = '{?date} от {date}{/}';
const SOURCE = `{?source=test}по тесту${ON}{:}{?source=observation}по наблюдению${ON}{:}по самооценке{/}{/}`;

/** The self-assessment and another source two levels apart or more. */
const GAP = '{?gap} Самооценка ({self}) расходится с проверкой на {gap} {gap|уровень|уровня|уровней}.{/}';

/** The error of measurement may be 0. */
const NEAR = '{?error=}{:} ({error}){/}';

export const SCORING = {
  'profile.unknown': 'Уровень неизвестен: нет ни самооценки, ни теста, ни наблюдения. Цель — {target}.',
  'profile.deficit': `Уровень {level} ${SOURCE}, цель {target}: не хватает {depth} {depth|уровня|уровней|уровней}.${GAP}`,
  'profile.deficit.near': `Уровень {level} ${SOURCE}, цель {target}: не хватает {depth} {depth|уровня|уровней|уровней}, но это в пределах ошибки измерения${NEAR}. Уточните тестом или на уроке.${GAP}`,
  'profile.norm': `Уровень {level} ${SOURCE}, цель {target} достигнута; консультировать можно с {consultantFrom}.${GAP}`,
  'profile.check': `Уровень {level} ${SOURCE}: для консультанта (с {consultantFrom}) достаточно, но запас меньше ошибки измерения${NEAR}. Подтвердите тестом или на уроке.${GAP}`,
  'profile.surplus.observation': `Уровень {level} ${SOURCE}: может консультировать (с {consultantFrom}), подтверждено наблюдением.${GAP}`,
  'profile.surplus.test': `Уровень {level} ${SOURCE}: может консультировать (с {consultantFrom}), подтверждено тестом.${GAP}`,
  'profile.surplus.margin': `Уровень {level} ${SOURCE}: может консультировать (с {consultantFrom}), запас больше ошибки измерения${NEAR}.${GAP}`,
  'profile.surplus.noerror': `Уровень {level} ${SOURCE}: может консультировать (с {consultantFrom}). Ошибку измерения посчитать нельзя: ответов пока мало, верим самооценке.${GAP}`,
} satisfies Wordings;

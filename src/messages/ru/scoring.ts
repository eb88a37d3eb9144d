// Why a level is a deficit, a surplus or neither: Russian. Stands in a cell beside the levels.
import type { Wordings } from '../wording';

const ON = '{?date} от {date}{/}';
const SOURCE = `{?source=test}по тесту${ON}{:}{?source=observation}по наблюдению${ON}{:}по самооценке{/}{/}`;

/** The self-assessment and another source two levels apart or more. */
const GAP = '{?gap} Самооценка ({selfRead}) расходится с проверкой на {gap} {gap|уровень|уровня|уровней}.{/}';

/** The error of measurement may be 0. */
const NEAR = '{?error=}{:} ({error}){/}';

export const SCORING = {
  'profile.unknown': 'Уровень неизвестен: нет ни самооценки, ни теста, ни наблюдения. Цель — {targetRead}.',
  'profile.deficit': `Уровень {levelRead} ${SOURCE}, цель {targetRead}: не хватает {depth} {depth|уровня|уровней|уровней}.${GAP}`,
  'profile.deficit.near': `Уровень {levelRead} ${SOURCE}, цель {targetRead}: не хватает {depth} {depth|уровня|уровней|уровней}, но это в пределах ошибки измерения${NEAR}. Уточните тестом или на уроке.${GAP}`,
  'profile.norm': `Уровень {levelRead} ${SOURCE}, цель {targetRead} достигнута; консультировать можно с {fromRead}.${GAP}`,
  'profile.check': `Уровень {levelRead} ${SOURCE}: для консультанта (с {fromRead}) достаточно, но запас меньше ошибки измерения${NEAR}. Подтвердите тестом или на уроке.${GAP}`,
  'profile.surplus.observation': `Уровень {levelRead} ${SOURCE}: может консультировать (с {fromRead}), подтверждено наблюдением.${GAP}`,
  'profile.surplus.test': `Уровень {levelRead} ${SOURCE}: может консультировать (с {fromRead}), подтверждено тестом.${GAP}`,
  'profile.surplus.margin': `Уровень {levelRead} ${SOURCE}: может консультировать (с {fromRead}), запас больше ошибки измерения${NEAR}.${GAP}`,
  'profile.surplus.noerror': `Уровень {levelRead} ${SOURCE}: может консультировать (с {fromRead}). Ошибку измерения посчитать нельзя: ответов пока мало, верим самооценке.${GAP}`,
} satisfies Wordings;

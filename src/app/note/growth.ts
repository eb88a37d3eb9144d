// «Динамика» and «Оценка модели» are sheets of other actions: until they are filled, a note has no rows of them.
import type { NoteFacts } from '../../domain/note/facts';
import type { Ports } from '../ports';

export const loadGrowth = (_ports: Ports): NoteFacts['growth'] => ({ rows: [], sources: [] });

export const loadEvaluation = (_ports: Ports): NoteFacts['evaluation'] => ({ rows: [], sources: [] });

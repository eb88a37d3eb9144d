// The keys by which questions are asked and answers found: one place, so that builders and readers cannot drift apart.

export const CODE = 'code';
export const CONSENT = 'consent';
/** The section whose help text is the consent's wording. */
export const CONSENT_SECTION = 'section:consent';
export const NEEDS = 'needs';
export const NEEDS_OTHER = 'needs.other';
/** The value of «none of these» in the needs survey; no competency may have it as its id. */
export const NO_NEED = 'none';
export const TIMES = 'times';
export const NEED = 'need';
export const TOPIC = 'topic';
export const READY = 'ready';
export const COVERED = 'covered';
export const TOPICS = 'topics';
export const TASK = 'task';
export const MATERIALS = 'materials';
export const SLOTS = 'slots';
export const OTHER_TIME = 'slots.other';
export const PLACE = 'place';
export const COMMENTS = 'comments';
export const BEFORE = 'before';
export const NOW = 'now';
export const AGAIN = 'again';
export const APPLIED = 'applied';
export const DIFFICULTIES = 'difficulties';
/** A pupil's class. */
export const GROUP = 'group';
export const RESOURCE_TITLE = 'title';
export const RESOURCE_KIND = 'kind';
export const RESOURCE_COMPETENCY = 'competency';
export const RESOURCE_LINK = 'link';
export const RESOURCE_ANNOTATION = 'annotation';
export const RESOURCE_TAGS = 'tags';

export const LEVEL_PREFIX = 'level:';
export const INTENT_PREFIX = 'intent:';
export const QUESTIONS_PREFIX = 'questions:';
export const PRACTICE_PREFIX = 'practice:';
export const SCALE_PREFIX = 'scale:';

/** Columns of an area's intent grid. */
export const WANT = 'want';
export const HELP = 'help';

export const levelKey = (competencyId: string): string => `${LEVEL_PREFIX}${competencyId}`;
/** `n` counts areas from 1, in the form's order. */
export const intentKey = (n: number): string => `${INTENT_PREFIX}${n}`;
export const questionsKey = (n: number): string => `${QUESTIONS_PREFIX}${n}`;
/** `i` counts a competency's practical questions from 1. */
export const practiceKey = (i: number): string => `${PRACTICE_PREFIX}${i}`;
export const scaleKey = (name: string): string => `${SCALE_PREFIX}${name}`;

/** A convenient time as the rules know it: weekday `1` … `7` and band `HH:mm-HH:mm`. */
export const slotOf = (day: string, band: string): string => `${day}|${band}`;

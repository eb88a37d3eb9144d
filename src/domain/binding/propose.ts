// What a school's own form says of competencies and levels: a proposal for each of its questions and answers, which a person corrects.
import type { Competency } from '../framework/framework';
import { levelName, scaleOf } from '../framework/framework';
import { foldText } from '../staff/normalise';
import { type LevelReason, levelsOf } from './level-words';
import { Likeness } from './likeness';

/** A question of a form as it stands there. */
export interface FormItem {
  readonly itemId: string;
  readonly title: string;
  /** `other`: of a kind that names neither competency nor level (a date, a file …). */
  readonly type: 'choice' | 'checkbox' | 'scale' | 'grid' | 'checkboxGrid' | 'text' | 'other';
  /** Answers to choose from; of a scale its numbers; of a grid its columns. */
  readonly options: readonly string[];
  /** Rows of a grid. */
  readonly rows: readonly string[];
}

export type BindingRole = 'level' | 'want' | 'help' | 'person' | 'skip';

/** What part of a question a line of the proposal is about. */
export type BindingPart = 'item' | 'option' | 'row' | 'column';

/** Why something is proposed: worded as `binding.why.<reason>`. */
export type BindingReason = LevelReason | 'title' | 'identity' | 'unfit' | 'unknown';

export interface BindingLine {
  readonly itemId: string;
  readonly part: BindingPart;
  /** The answer, row or column; '' of the question itself. */
  readonly label: string;
  readonly role: BindingRole;
  /** '' when none. */
  readonly competency: string;
  /** As people write it: number or name; '' when none. */
  readonly level: string;
  readonly why: BindingReason;
  /** The question is of a kind that cannot be bound. */
  readonly unfit: boolean;
}

/** Less alike is chance. */
const ALIKE = 0.5;
/** Closer to the next than this, a person should say which it is. */
const LEAD = 0.05;

const PERSON =
  /(?:^| )(?:фио|ф и о|фамили\p{L}*|ваше имя|имя и отчество|код сотрудника|табельный номер|кто вы|представьтесь)(?: |$)/u;
const WANT = /хо(?:чу|тите|тел)|освоить|научиться|нужн|потребност|интерес|узнать|дефицит|затруднен|испытыва/;
const HELP = /готов|помочь|помога|поделить|провести|наставник|консультир|научить(?!ся)|мастер класс/;

interface Proposer {
  readonly competencyOf: (text: string) => Competency | undefined;
}

/** Lines for every question, in the form's order. */
export function proposeBinding(
  items: readonly FormItem[],
  competencies: readonly Competency[],
): readonly BindingLine[] {
  const likeness = new Likeness(competencies.map(({ id, title }) => ({ id, text: title })));
  const byId = new Map(competencies.map((competency) => [competency.id, competency]));
  const competencyOf = (text: string): Competency | undefined => {
    const match = likeness.best(text);
    return match !== undefined && match.score >= ALIKE && match.lead >= LEAD ? byId.get(match.id) : undefined;
  };
  return items.flatMap((item) => linesOf(item, { competencyOf }));
}

const blank = (item: FormItem): Omit<BindingLine, 'part' | 'role' | 'why'> => ({
  itemId: item.itemId,
  label: '',
  competency: '',
  level: '',
  unfit: false,
});

function linesOf(item: FormItem, proposer: Proposer): readonly BindingLine[] {
  switch (item.type) {
    case 'other':
      return [{ ...blank(item), part: 'item', role: 'skip', why: 'unfit', unfit: true }];
    case 'text':
      return [
        PERSON.test(foldText(item.title))
          ? { ...blank(item), part: 'item', role: 'person', why: 'identity' }
          : { ...blank(item), part: 'item', role: 'skip', why: 'unknown' },
      ];
    case 'choice':
    case 'scale':
      return choiceLines(item, proposer);
    case 'checkbox':
      return checkboxLines(item, proposer);
    case 'grid':
      return gridLines(item, proposer);
    case 'checkboxGrid':
      return [
        ...rowLines(item, proposer),
        ...item.options.map((label): BindingLine => ({ ...blank(item), part: 'column', label, ...intentOf(label) })),
      ];
  }
}

function intentOf(text: string): Pick<BindingLine, 'role' | 'why'> {
  const folded = foldText(text);
  if (HELP.test(folded)) return { role: 'help', why: 'title' };
  return WANT.test(folded) ? { role: 'want', why: 'title' } : { role: 'skip', why: 'unknown' };
}

/** One competency a question: its answers are levels. */
function choiceLines(item: FormItem, { competencyOf }: Proposer): readonly BindingLine[] {
  const competency = competencyOf(item.title);
  if (competency === undefined)
    return item.options.map((label) => ({ ...blank(item), part: 'option', label, role: 'skip', why: 'unknown' }));
  return levelsOf(competency, item.options).map(({ level, why }, index): BindingLine => ({
    ...blank(item),
    part: 'option',
    label: item.options[index] ?? '',
    role: level === undefined ? 'skip' : 'level',
    competency: competency.id,
    level: level === undefined ? '' : String(levelName(scaleOf(competency), level)),
    why,
  }));
}

/** Several competencies a question: what is ticked is wanted, or offered to others. */
function checkboxLines(item: FormItem, { competencyOf }: Proposer): readonly BindingLine[] {
  const { role } = intentOf(item.title);
  return item.options.map((label): BindingLine => {
    const competency = competencyOf(label);
    return competency === undefined || role === 'skip'
      ? { ...blank(item), part: 'option', label, role: 'skip', competency: competency?.id ?? '', why: 'unknown' }
      : { ...blank(item), part: 'option', label, role, competency: competency.id, why: 'title' };
  });
}

/** Rows are competencies, columns levels on the scale of the first of them. */
function gridLines(item: FormItem, proposer: Proposer): readonly BindingLine[] {
  const rows = rowLines(item, proposer);
  const first = item.rows.map(proposer.competencyOf).find((competency) => competency !== undefined);
  const levels = first === undefined ? [] : levelsOf(first, item.options);
  return [
    ...rows,
    ...item.options.map((label, index): BindingLine => {
      const { level, why } = levels[index] ?? { level: undefined, why: 'unknown' as const };
      return {
        ...blank(item),
        part: 'column',
        label,
        role: level === undefined ? 'skip' : 'level',
        level: level === undefined || first === undefined ? '' : String(levelName(scaleOf(first), level)),
        why,
      };
    }),
  ];
}

function rowLines(item: FormItem, { competencyOf }: Proposer): readonly BindingLine[] {
  return item.rows.map((label): BindingLine => {
    const competency = competencyOf(label) ?? competencyOf(`${item.title} ${label}`);
    return {
      ...blank(item),
      part: 'row',
      label,
      role: competency === undefined ? 'skip' : 'level',
      competency: competency?.id ?? '',
      why: competency === undefined ? 'unknown' : 'title',
    };
  });
}

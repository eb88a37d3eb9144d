// Which level of a scale an answer names: by a description that is alike, by a number, by a word of mastery, or by its place.
import type { Competency } from '../framework/framework';
import { levelFrom, scaleOf } from '../framework/framework';
import { foldText } from '../staff/normalise';
import { Likeness } from './likeness';

/** Words of mastery and how far up a scale they stand; the first that fits counts, so a negation comes first. */
const WORDS: readonly (readonly [number, RegExp])[] = [
  [0, /(?:^| )(?:не (?!только)|никогда|нет|нулев|отсутств|ни разу|незнаком)/],
  [
    1,
    /(?:обуча|учу |научить|могу учить|наставни|эксперт|мастер|в совершенстве|отличн|свободно|делюсь опытом|высок|регулярно)/,
  ],
  [0.75, /(?:хорош|уверенн|част|достаточн|самостоятельн|повышенн|продвинут|оптимальн|применя|(?:^| )да(?: |$)|умею)/],
  [0.25, /(?:с помощью|начальн|начина|редко|слаб|низк|знаком|плохо|минимальн|попроб|пробую|недостаточн|неуверенн)/],
  [0.5, /(?:базов|средн|иногда|удовлетвор|частичн|по образцу|пользовател|допустим|порогов)/],
];

/** By what a level was proposed. */
export type LevelReason = 'descriptor' | 'name' | 'number' | 'word' | 'order' | 'none';

export interface ProposedLevel {
  readonly level: number | undefined;
  readonly why: LevelReason;
}

/** A description this much alike is taken for the competency's own. */
const ALIKE = 0.55;

/** The position that a word of mastery gives, 0 … 1. */
function positionOf(label: string): number | undefined {
  const text = foldText(label);
  return WORDS.find(([, words]) => words.test(text))?.[0];
}

const numberIn = (label: string): number | undefined => {
  const match = /^\s*(\d{1,2})(?:\s*(?:балл\S*|уров\S*)?\s*$|\s*[-–—.:)]\s*\S)/.exec(label);
  return match === null ? undefined : Number(match[1]);
};

/**
 * A level for each answer of one question, in the question's order.
 *
 * In turn: names of the scale's levels; descriptions alike to the competency's own; numbers (spread from the least to the
 * greatest offered over the scale); words of mastery; and, when there are as many answers as levels, their order. The way is one
 * for the whole question, the first that reads at least two thirds of its answers.
 */
export function levelsOf(competency: Competency, labels: readonly string[]): readonly ProposedLevel[] {
  const scale = scaleOf(competency);
  const { top } = scale;
  const enough = (found: readonly (number | undefined)[]): boolean =>
    found.filter((level) => level !== undefined).length * 3 >= labels.length * 2;
  const as = (found: readonly (number | undefined)[], why: LevelReason): readonly ProposedLevel[] =>
    found.map((level) => ({ level, why: level === undefined ? 'none' : why }));

  if (scale.names.length > 0) {
    const named = labels.map((label) => levelFrom({ top: -1, names: scale.names }, label.split(/[\s:.–—-]/)[0] ?? ''));
    if (enough(named)) return as(named, 'name');
  }
  const likeness = new Likeness(competency.descriptors.map((text, level) => ({ id: String(level), text })));
  const described = labels.map((label) => {
    const match = likeness.best(label);
    return match !== undefined && match.score >= ALIKE && match.lead > 0.05 ? Number(match.id) : undefined;
  });
  if (enough(described) && new Set(described).size > 1) return as(described, 'descriptor');
  const numbers = labels.map(numberIn);
  if (enough(numbers)) {
    const known = numbers.filter((number) => number !== undefined);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const spread = (number: number): number => (high === low ? 0 : Math.round(((number - low) / (high - low)) * top));
    return as(
      numbers.map((number) => (number === undefined ? undefined : spread(number))),
      'number',
    );
  }
  const words = labels.map(positionOf);
  if (enough(words) && new Set(words).size > 1)
    return as(
      words.map((position) => (position === undefined ? undefined : Math.round(position * top))),
      'word',
    );
  return labels.length === top + 1
    ? as(
        labels.map((_, level) => level),
        'order',
      )
    : as(
        labels.map(() => undefined),
        'none',
      );
}

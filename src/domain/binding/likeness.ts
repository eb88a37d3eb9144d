// How alike two short Russian texts are in what they are about: words by their stems, slips and endings forgiven, rare words weigh more.
import { foldText } from '../staff/normalise';

/** Words that say nothing of the subject of a question about competencies. */
const EMPTY = new Set(
  'и в во на с со к ко о об от до по из у за для при над под не ни а но или же ли бы как что это его ее их ваш ваша ваше ваши вы вас вам вами я мой мою мне свой свои своей своего уровень уровня владения владеете владею оцените насколько умение умения умею умеете навык навыки компетенция компетенции работа работы работе работать использование использования использую'.split(
    ' ',
  ),
);

/**
 * Endings of nouns, adjectives, participles and verbs, longest first: enough to bring the forms of one word together, which is all
 * that is asked here; a stem keeps three letters at least.
 */
const ENDINGS =
  /(?:ировани(?:е|я|ю|ем|и)|ованны(?:й|е|х|ми?)|ирова(?:ть|л|ла|ли)|ени(?:е|я|ю|ем|и|ях|ями)|ани(?:е|я|ю|ем|и|ях|ями)|ость(?:ю)?|ост(?:и|ей|ями?)|иями|ями|ами|иях|ого|его|ому|ему|ыми|ими|ться|тся|ете|ите|ешь|ишь|ует|уют|ить|ать|ять|еть|ах|ях|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|им|ым|их|ых|ия|ие|ию|ии|ть|ют|ут|ят|ат|ет|ит|ы|и|а|я|о|е|у|ю|ь)$/;

/** `таблицами` → `таблиц`; Latin and short words stay. */
export function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return stem.length < 3 ? word : stem;
}

/** Stems of the words that say something, each once. */
export function stemsOf(text: string): readonly string[] {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word));
  return [...new Set(words.map(stemOf))];
}

function trigrams(word: string): readonly string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 2 }, (_unused, index) => padded.slice(index, index + 3));
}

/** Two stems: 1 the same, else the share of trigrams in common (Dice), counted only from one half on: less is chance. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 4 || b.length < 4) return 0;
  const [first, second] = [trigrams(a), trigrams(b)];
  const rest = [...second];
  let common = 0;
  for (const gram of first) {
    const at = rest.indexOf(gram);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  const dice = (2 * common) / (first.length + second.length);
  return dice >= 0.5 ? dice : 0;
}

export interface Candidate {
  readonly id: string;
  readonly text: string;
}

export interface Match {
  readonly id: string;
  /** 0 … 1. */
  readonly score: number;
  /** How much likelier than the next. */
  readonly lead: number;
}

/** Finds which of the candidates a text is about. */
export class Likeness {
  readonly #candidates: readonly { readonly id: string; readonly stems: readonly string[] }[];
  readonly #weights = new Map<string, number>();

  constructor(candidates: readonly Candidate[]) {
    this.#candidates = candidates.map(({ id, text }) => ({ id, stems: stemsOf(text) }));
    // Inverse document frequency (K. Spärck Jones, J. Documentation 28 (1972) 11–21): a word in every title tells none of them apart.
    const count = new Map<string, number>();
    for (const { stems } of this.#candidates) for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1);
    for (const [stem, times] of count) this.#weights.set(stem, Math.log(1 + this.#candidates.length / times));
  }

  /** The likeliest, of equals the first; undefined when nothing is alike at all. */
  best(text: string): Match | undefined {
    const words = stemsOf(text);
    const scores = this.#candidates
      .map(({ id, stems }) => ({ id, score: this.#score(words, stems) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = scores;
    return first === undefined || first.score === 0
      ? undefined
      : { ...first, lead: first.score - (second?.score ?? 0) };
  }

  /** The weighed share of words in common, seen from the candidate and from the text (the greater: a question says more around it). */
  #score(words: readonly string[], stems: readonly string[]): number {
    if (words.length === 0 || stems.length === 0) return 0;
    const weigh = (stem: string): number => this.#weights.get(stem) ?? 1;
    let [found, all] = [0, 0];
    for (const stem of stems) {
      const alike = Math.max(...words.map((word) => wordLikeness(word, stem)));
      found += alike * weigh(stem);
      all += weigh(stem);
    }
    let [taken, said] = [0, 0];
    for (const word of words) {
      let [alike, weight] = [0, weigh(word)];
      for (const stem of stems) {
        const one = wordLikeness(word, stem);
        if (one > alike) [alike, weight] = [one, weigh(stem)];
      }
      taken += alike * weight;
      said += weight;
    }
    const [recall, precision] = [found / all, taken / said];
    return recall + precision === 0 ? 0 : Math.max(recall, precision) * 0.7 + Math.min(recall, precision) * 0.3;
  }
}

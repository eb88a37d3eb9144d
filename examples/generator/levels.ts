// Levels known from elsewhere than self-assessment: tests and observed lessons, as a school would enter them in «Уровни».
import type { Competency } from '../../src/domain/framework/framework';
import { byText, Dice } from './dice';
import type { Profile } from './profiles';

export interface KnownLevel {
  readonly teacher: string;
  readonly competency: string;
  readonly source: 'test' | 'observation';
  readonly level: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly evidence: string;
}

const EVIDENCE = { test: 'Практический тест', observation: 'Посещённый урок' } as const;

/** Confirms nearly all consultants (one a competency of several stays unconfirmed), and shows `others` teachers beside their own view. */
export function knownLevels(
  seed: number,
  competencies: readonly Competency[],
  profiles: readonly Profile[],
  others: number,
): KnownLevel[] {
  const dice = new Dice(seed);
  const out: KnownLevel[] = [];
  const add = (teacher: string, competency: string, level: number): void => {
    const source = dice.chance(0.5) ? 'test' : 'observation';
    const date = `2026-09-${String(dice.between(14, 22))}`;
    out.push({ teacher, competency, source, level, date, evidence: EVIDENCE[source] });
  };
  for (const { id } of competencies) {
    const consultants = profiles.filter(({ helps }) => helps.includes(id));
    consultants.forEach(({ person }, index) => {
      if (index === 0 || index < consultants.length - 1) add(person.code, id, 4);
      else if (consultants.length > 2) add(person.code, id, 3);
    });
  }
  for (const { person, levels, helps } of dice.some(profiles, others)) {
    const { id } = dice.pick(competencies.filter((competency) => !helps.includes(competency.id)));
    const seen = (levels[id] ?? 0) + dice.between(-1, 1);
    add(person.code, id, Math.min(Math.max(seen, 0), 3));
  }
  return out.sort((a, b) => byText(a.teacher, b.teacher) || byText(a.competency, b.competency));
}

// The facts of «Ресурсы»: consultants, materials, lessons, talks and articles.
import type { KindFact, ResourcesFacts } from '../../domain/note/facts';
import { BANK, LESSONS, OUTREACH, OUTREACH_KINDS, RESOURCE_KINDS } from '../../workbook/tables';
import type { Context } from '../context';
import { authorOf } from '../lessons/read';
import type { Ports } from '../ports';
import type { CycleData } from './cycle';
import { rowsOf, sourceOf } from './rows';

/** States in which a talk or an article is told of as a result. */
const SETTLED: ReadonlySet<string> = new Set(['accepted', 'held', 'published']);

export function loadResources(ports: Ports, { context, profile }: CycleData): ResourcesFacts {
  return {
    people: loadPeople(profile),
    bank: loadBank(ports, context),
    lessons: loadLessons(ports, context),
    outreach: loadOutreach(ports),
  };
}

function loadPeople({ rows: all, sources }: CycleData['profile']): ResourcesFacts['people'] {
  const rows = all.filter(({ state }) => state === 'surplus');
  const willing = rows.filter(({ helps }) => helps);
  const consultants = new Set(willing.map(({ teacher }) => teacher));
  return {
    consultants: consultants.size,
    competencies: new Set(willing.map(({ competency }) => competency)).size,
    silent: new Set(rows.map(({ teacher }) => teacher).filter((teacher) => !consultants.has(teacher))).size,
    sources,
  };
}

function loadBank(ports: Ports, { competencies }: Context): ResourcesFacts['bank'] {
  const rows = rowsOf(ports, BANK);
  const accepted = rows.filter(({ state }) => state === 'accepted');
  const about = new Set(accepted.map(({ competency }) => competency));
  return {
    kinds: kindsOf(
      accepted.map(({ kind }) => kind),
      RESOURCE_KINDS,
    ),
    accepted: accepted.length,
    proposed: rows.filter(({ state }) => state === 'proposed').length,
    without: competencies.filter(({ id }) => !about.has(id)).map(({ title }) => title),
    sources: [sourceOf(BANK, rows)],
  };
}

function loadLessons(ports: Ports, context: Context): ResourcesFacts['lessons'] {
  const today = ports.clock.today();
  const rows = rowsOf(ports, LESSONS).filter(
    ({ date, state }) => date !== '' && date <= today && (state === 'held' || state === ''),
  );
  const authors = rows.map((row) => authorOf(context, row));
  return {
    held: rows.length,
    teachers: new Set(authors.flatMap((author) => (typeof author === 'object' ? [author.code] : []))).size,
    cards: rows.filter(({ card }) => card !== '').length,
    sources: [sourceOf(LESSONS, rows)],
  };
}

function loadOutreach(ports: Ports): ResourcesFacts['outreach'] {
  const rows = rowsOf(ports, OUTREACH).filter(({ state }) => state !== 'declined');
  return {
    kinds: kindsOf(
      rows.map(({ kind }) => kind),
      OUTREACH_KINDS,
    ),
    settled: rows.filter(({ state }) => SETTLED.has(state)).length,
    all: rows.length,
    sources: [sourceOf(OUTREACH, rows)],
  };
}

/** In the order of the choices; rows without a kind are counted only in the whole. */
function kindsOf(found: readonly string[], labels: Readonly<Record<string, string>>): readonly KindFact[] {
  return Object.entries(labels)
    .map(([code, kind]) => ({ kind, count: found.filter((one) => one === code).length }))
    .filter(({ count }) => count > 0);
}

// Every partner school as it stands: its people, what they answered, their groups, sessions and feedback; and its next step.
import { nextStepOf, type PartnerFacts } from '../../domain/partner/standing';
import type { ProfileRow } from '../../domain/scoring/profile';
import { schoolKey } from '../../domain/staff/normalise';
import type { Teacher } from '../../domain/staff/teacher';
import type { Placed, Row } from '../../workbook/schema';
import { PARTNERS, SURVEYS } from '../../workbook/tables';
import { profilesOf } from '../answers/profiles';
import type { Context } from '../context';
import { standingGroups, type StandingGroup } from '../groups/read';
import type { Ports } from '../ports';
import { standingModules, type StandingModule } from '../timetable/modules';
import { partnerPeople, withPeople } from './people';

export type PartnerRow = Row<typeof PARTNERS>;

export interface PartnerSchool {
  /** Undefined: on the staff list, not in the sheet yet. */
  readonly row: Placed<PartnerRow> | undefined;
  readonly school: string;
  readonly people: readonly Teacher[];
  readonly profiles: readonly ProfileRow[];
  /** Groups, published or over, in which its people learn. */
  readonly groups: readonly StandingGroup[];
  /** Sessions of these and held ones in which its people learned. */
  readonly modules: readonly StandingModule[];
  readonly feedback: number;
  readonly facts: PartnerFacts;
}

/** Schools of the sheet in its order, then those found on the staff list only; none of whose row in the sheet a cell cannot be read. */
export function loadPartners(ports: Ports, context: Context): readonly PartnerSchool[] {
  const { cycle } = context.settings;
  const people = partnerPeople(context);
  const { rows, unread } = ports.workbook.read(PARTNERS);
  const known = new Set([...rows, ...unread].map(({ school = '' }) => schoolKey(school)));
  const surveys = ports.workbook.read(SURVEYS).rows.filter((row) => row.cycle === cycle);
  const { profiles, answers } = profilesOf(ports, withPeople(context, [...people.values()].flat()));
  const groups = standingGroups(ports, context).filter(({ state }) => state === 'published' || state === 'closed');
  const published = new Set(groups.map(({ id }) => id));
  const modules = standingModules(ports, context);

  const standing = (school: string, row: PartnerSchool['row']): PartnerSchool => {
    const own = people.get(schoolKey(school)) ?? [];
    const codes = new Set(own.map(({ code }) => code));
    const asked = (kinds: readonly string[]): number =>
      surveys.filter(({ kind, audience }) => kinds.includes(kind) && audience.some((code) => codes.has(code))).length;
    const theirs = groups.filter(({ consultees }) => consultees.some(({ code }) => codes.has(code)));
    const sessions = modules.filter(
      ({ row: { state }, group, there }) =>
        published.has(group.id) && state !== 'cancelled' && there.consultees.some(({ code }) => codes.has(code)),
    );
    const held = sessions.filter(({ row: { state } }) => state === 'held').length;
    const rowsOf = profiles.filter(({ teacher }) => codes.has(teacher));
    const facts: PartnerFacts = {
      agreed: row !== undefined && row.agreed !== '',
      people: own.length,
      asked: asked(['needs', 'self']),
      answered: own.filter(({ code }) => answers.self.has(code) || answers.needs.has(code)).length,
      deficits: rowsOf.filter(({ state }) => state === 'deficit').length,
      groups: theirs.length,
      planned: sessions.length - held,
      held,
      feedbackAsked: asked(['feedback.consultee', 'feedback.consultant']),
      shared: row !== undefined && row.shared !== '' && row.sharedCycle === cycle,
    };
    return {
      row,
      school,
      people: own,
      profiles: rowsOf,
      groups: theirs,
      modules: sessions,
      feedback: answers.feedback.filter(({ teacher }) => codes.has(teacher)).length,
      facts,
    };
  };
  return [
    ...rows.map((row) => standing(row.school, row)),
    ...[...people].flatMap(([folded, [first]]) =>
      known.has(folded) || first === undefined ? [] : [standing(first.school, undefined)],
    ),
  ];
}

/**
 * Writes how every school stands, and adds the schools that are not in the sheet yet.
 * @param shared the row of the school that has just got its results, on which day and in which cycle
 */
export function writePartners(
  ports: Ports,
  schools: readonly PartnerSchool[],
  run: string,
  shared?: { readonly row: PartnerRow; readonly today: string; readonly cycle: string },
): void {
  const standingOf = (facts: PartnerFacts): Pick<PartnerRow, 'state' | 'next'> => {
    const state = nextStepOf(facts);
    return { state, next: ports.words.say({ code: `partner.next.${state}` }) };
  };
  const isShared = ({ row }: PartnerSchool): boolean => row !== undefined && row === shared?.row;
  const computed = (one: PartnerSchool): Partial<PartnerRow> => ({
    ...standingOf(isShared(one) ? { ...one.facts, shared: true } : one.facts),
    people: one.people.length,
    answered: one.facts.answered,
    deficits: one.facts.deficits,
    consultants: [...new Set(one.groups.flatMap(({ consultants }) => consultants.map(({ name }) => name)))],
    groups: one.groups.map(({ id }) => id),
    dates: one.modules.map(({ row }) => row.date.split('-').reverse().join('.')),
    feedback: one.feedback,
    ...(shared !== undefined && isShared(one) ? { shared: shared.today, sharedCycle: shared.cycle } : {}),
  });
  ports.workbook.patch(
    PARTNERS,
    schools.flatMap((one) => (one.row === undefined ? [] : [{ $row: one.row.$row, set: computed(one) }])),
  );
  const blank: PartnerRow = {
    school: '',
    coordinator: '',
    email: '',
    form: '',
    agreed: '',
    place: '',
    state: '',
    next: '',
    people: undefined,
    answered: undefined,
    deficits: undefined,
    consultants: [],
    groups: [],
    dates: [],
    feedback: undefined,
    shared: '',
    sharedCycle: '',
    run,
  };
  ports.workbook.append(
    PARTNERS,
    schools
      .filter(({ row }) => row === undefined)
      .map((one): PartnerRow => ({ ...blank, ...computed(one), school: one.school })),
  );
}

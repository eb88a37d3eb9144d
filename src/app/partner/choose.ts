// Which partner school an action is about: chosen among those with which cooperation has been agreed.
import type { Outcome } from '../../domain/message';
import { schoolKey } from '../../domain/staff/normalise';
import { PARTNERS } from '../../workbook/tables';
import { type Field, type RawInput, textOf } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { loadPartners, type PartnerRow, type PartnerSchool } from './load';

export function schoolField(ports: Ports): Field {
  const rows = ports.workbook.has(PARTNERS) ? ports.workbook.read(PARTNERS).rows : [];
  const agreed = rows.filter((row) => row.agreed !== '');
  return {
    name: 'school',
    kind: 'choice',
    required: true,
    options: agreed.map(({ school }) => ({ value: school, label: school })),
    value: agreed[0]?.school ?? '',
  };
}

/** The school's name as the sheet has it. */
export function readSchool(ports: Ports, raw: RawInput): Outcome<string> {
  const missing = notSetUp(ports, PARTNERS);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const wanted = schoolKey(textOf(raw, 'school', 200) ?? '');
  const row = ports.workbook.read(PARTNERS).rows.find(({ school }) => schoolKey(school) === wanted);
  if (row === undefined) return { ok: false, problems: [{ code: 'partner.school.none' }] };
  return row.agreed === ''
    ? { ok: false, problems: [{ code: 'partner.notAgreed', fields: { school: row.school } }] }
    : { ok: true, value: row.school };
}

export interface Chosen {
  readonly context: Context;
  readonly partner: PartnerSchool & { readonly row: NonNullable<PartnerSchool['row']> & PartnerRow };
  readonly all: readonly PartnerSchool[];
}

/** The school as it stands now; refused when it has no people. */
export function chosenSchool(ports: Ports, school: string): Outcome<Chosen> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const all = loadPartners(ports, context.value);
  const partner = all.find((one) => one.school === school);
  if (partner?.row === undefined) return { ok: false, problems: [{ code: 'partner.school.none' }] };
  if (partner.people.length === 0) return { ok: false, problems: [{ code: 'partner.noPeople', fields: { school } }] };
  return { ok: true, value: { context: context.value, partner: { ...partner, row: partner.row }, all } };
}

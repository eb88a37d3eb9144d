// «Школы-партнёры» (A8): which schools there are, how far each has come, and what its next step is.
import { nextStepOf } from '../../domain/partner/standing';
import type { Message } from '../../domain/message';
import { PARTNERS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS } from '../action';
import { loadContext, notSetUp } from '../context';
import { loadPartners, type PartnerSchool, writePartners } from './load';

export const refreshPartners: Action<Record<string, never>, never> = {
  id: 'refreshPartners',
  anyAccount: true,
  fields: NO_FIELDS,

  read(ports) {
    const missing = notSetUp(ports, PARTNERS);
    return missing === undefined ? { ok: true, value: {} } : { ok: false, problems: [missing] };
  },

  preview(ports) {
    const context = loadContext(ports);
    if (!context.ok) return context;
    const schools = loadPartners(ports, context.value);
    const { problems: unreadable } = ports.workbook.read(PARTNERS);
    if (schools.length === 0)
      return { ok: false, problems: unreadable.length > 0 ? unreadable : [{ code: 'partner.none' }] };
    return {
      ok: true,
      value: {
        lines: schools.map(lineOf),
        counts: [
          { label: { code: 'partner.count.schools' }, value: String(schools.length) },
          {
            label: { code: 'partner.count.people' },
            value: String(schools.reduce((sum, { people }) => sum + people.length, 0)),
          },
        ],
        warnings: [...unreadable, ...context.value.problems].slice(0, 10),
      },
    };
  },

  step(ports, run) {
    const context = loadContext(ports);
    if (!context.ok) return { state: 'refused', problems: context.problems };
    const schools = loadPartners(ports, context.value);
    writePartners(ports, schools, run.run);
    return finished(schools.map(lineOf), [
      { label: { code: 'link.sheet', fields: { table: PARTNERS.title } }, url: ports.workbook.linkTo(PARTNERS) },
    ]);
  },
};

const lineOf = ({ school, people, facts }: PartnerSchool): Message => ({
  code: 'partner.line',
  fields: { school, people: people.length, step: nextStepOf(facts) },
});

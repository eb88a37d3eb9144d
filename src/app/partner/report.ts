// What a partner school's coordinator is shown: its own people's levels, conclusions, groups and sessions, and nobody else's.
import { csvOf } from '../../domain/partner/csv-file';
import { GROUP_ROLES, GROUPS, MODULES, PROFILE, PROFILE_STATES } from '../../workbook/tables';
import type { PartnerSchool } from './load';

/** The file's text: a row per person and competency that is known. */
export function reportOf({ profiles, groups, modules }: PartnerSchool): string {
  const { name, title, self, test, observation, target, state } = PROFILE.columns;
  const headings = [
    ...[name, title, self, test, observation, target, state].map((column) => column.title),
    GROUPS.columns.group.title,
    GROUP_ROLES.consultant,
    MODULES.columns.date.title,
  ];
  const level = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const rows = profiles
    .filter((row) => row.state !== 'unknown')
    .map((row) => {
      const group = groups.find(
        ({ competency, consultees }) =>
          competency === row.competency && consultees.some(({ code }) => code === row.teacher),
      );
      const sessions = modules.filter(
        (module) =>
          module.group.competency === row.competency &&
          module.there.consultees.some(({ code }) => code === row.teacher),
      );
      const [first] = sessions;
      const consultants = group?.consultants ?? first?.there.consultants ?? [];
      return [
        row.name,
        row.title,
        level(row.self),
        level(row.test),
        level(row.observation),
        String(row.target),
        PROFILE_STATES[row.state],
        group?.id ?? first?.group.id ?? '',
        consultants.map((consultant) => consultant.name).join('; '),
        sessions.map((session) => session.row.date.split('-').reverse().join('.')).join('; '),
      ];
    });
  return csvOf([headings, ...rows]);
}

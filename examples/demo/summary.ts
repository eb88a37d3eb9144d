// `summary.json`: what the cycle came to, read from the workbook and the local Workspace as they stand at the end.
import type { LocalWorkspace } from '../../local/index';
import { readCalendars } from '../../local/services/calendar/index';
import { readDrive } from '../../local/services/drive/index';
import { readForm } from '../../local/services/form/index';
import {
  BANK,
  COMPETENCIES,
  GROUPS,
  LESSONS,
  MODULES,
  ROUTES,
  STAFF,
  SUMMARY,
  SURVEYS,
  UNCOVERED,
} from '../../src/workbook/tables';
import type { Director } from './director';

interface Share {
  readonly count: number;
  readonly share: number;
}

export interface Summary {
  readonly programme: string;
  readonly teachers: number;
  readonly answered: number;
  readonly competencies: readonly { id: string; title: string; needs: Share; deficits: Share; surpluses: Share }[];
  readonly groups: readonly {
    id: string;
    competency: string;
    consultants: string[];
    consultees: string[];
    subjects: string[];
  }[];
  readonly uncovered: readonly { teacher: string; competency: string; reason: string }[];
  readonly modules: readonly {
    id: string;
    group: string;
    start: string;
    end: string;
    eventId: string;
    guests: number;
  }[];
  readonly forms: readonly { id: string; kind: string; items: number; responses: number }[];
  readonly bank: { folders: number; resources: number };
  /** Individual routes: rows of the register, the teachers who have one, documents made. */
  readonly routes: { items: number; teachers: number; documents: number };
  /** Lessons with ICT that were written down, and technological cards made for them. */
  readonly lessons: { given: number; cards: number };
  readonly mail: { sent: number };
  readonly calls: { total: number; byService: Record<string, number>; modelledSeconds: number };
  readonly executions: number;
}

const FOLDER = 'application/vnd.google-apps.folder';

export function summarise(workspace: LocalWorkspace, director: Director, programme: string, school: string): Summary {
  const { world } = workspace;
  const staff = director
    .rows(STAFF)
    .filter((row) => row.included === 'да' && (row.school === '' || row.school === school));
  const surveys = director.rows(SURVEYS);
  const self = surveys.find((row) => row.kind === 'самооценка');
  const share = (count: string): Share => ({
    count: Number(count),
    share: staff.length === 0 ? 0 : Number(count) / staff.length,
  });
  const active = new Set(
    director
      .rows(COMPETENCIES)
      .filter((row) => row.active === 'да')
      .map(({ id }) => id),
  );
  const groups = new Map<
    string,
    { id: string; competency: string; consultants: string[]; consultees: string[]; subjects: string[] }
  >();
  for (const row of director.rows(GROUPS)) {
    const group = groups.get(row.group) ?? {
      id: row.group,
      competency: row.competency,
      consultants: [],
      consultees: [],
      subjects: [],
    };
    (row.role === 'консультант' ? group.consultants : group.consultees).push(row.teacher);
    for (const subject of row.subjects.split('; '))
      if (subject !== '' && !group.subjects.includes(subject)) group.subjects.push(subject);
    groups.set(row.group, group);
  }
  const events = new Map(
    readCalendars(world).calendars.flatMap((calendar) => calendar.events.map((event) => [event.id, event] as const)),
  );
  const routes = director.rows(ROUTES);
  const lessons = director.rows(LESSONS);
  const cards = new Set(lessons.map(({ card }) => card));
  // Calls made by the product's executions, not those by which this program played the people.
  const calls = workspace.calls.filter(({ execution }) => execution > 0);
  const byService: Record<string, number> = {};
  for (const { service } of calls) byService[service] = (byService[service] ?? 0) + 1;
  const modelled = workspace.executions.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
  return {
    programme,
    teachers: staff.length,
    answered: Number(self?.answered ?? 0),
    competencies: director
      .rows(SUMMARY)
      .filter((row) => active.has(row.competency))
      .map((row) => ({
        id: row.competency,
        title: row.title,
        needs: share(row.needs),
        deficits: share(row.deficits),
        surpluses: share(row.surpluses),
      })),
    groups: [...groups.values()],
    uncovered: director
      .rows(UNCOVERED)
      .map((row) => ({ teacher: row.teacher, competency: row.competency, reason: row.reason })),
    modules: director.rows(MODULES).map((row) => {
      const event = events.get(row.eventId);
      return {
        id: row.module,
        group: row.group,
        start: event?.start?.dateTime ?? '',
        end: event?.end?.dateTime ?? '',
        eventId: row.eventId,
        guests: event?.attendees?.length ?? 0,
      };
    }),
    forms: surveys
      .filter((row) => row.formId !== '')
      .map((row) => ({
        id: row.formId,
        kind: row.key.split('/')[1] ?? row.key,
        items: Number(row.items),
        responses: readForm(world, row.formId).responses.length,
      })),
    bank: {
      folders: readDrive(world).files.filter(
        (file) => file.mimeType === FOLDER && file.ofApp && !file.trashed && file.name !== ROUTES.title,
      ).length,
      resources: director.rows(BANK).filter((row) => row.state === 'в банке').length,
    },
    routes: {
      items: routes.length,
      teachers: new Set(routes.map(({ teacher }) => teacher)).size,
      documents: new Set(routes.map(({ document }) => document)).size,
    },
    lessons: {
      given: lessons.length,
      cards: director.rows(BANK).filter(({ link }) => link !== '' && cards.has(link)).length,
    },
    mail: { sent: workspace.outbox.filter(({ kind }) => kind === 'mail').length },
    calls: {
      total: calls.length,
      byService: Object.fromEntries(Object.entries(byService).sort(([a], [b]) => a.localeCompare(b))),
      modelledSeconds: Math.round(modelled / 100) / 10,
    },
    executions: workspace.executions.length,
  };
}

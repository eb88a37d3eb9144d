// «Обработать ответы» and «Пересчитать матрицу»: new answers in, then everything that follows from them.
import { bindingChanges } from '../../domain/binding/changes';
import type { LocalDateTime } from '../../domain/local-time';
import type { Message } from '../../domain/message';
import type { Placed, Row } from '../../workbook/schema';
import { ANSWERS, PROFILE, SUMMARY, SURVEYS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS, type Step, textsOf } from '../action';
import { loadContext } from '../context';
import type { Ports } from '../ports';
import { refreshAttendance } from '../timetable/attendance';
import { type Ingested, ingest } from './ingest';
import { askedItems } from './load';
import { type Profiles, profilesOf } from './profiles';
import { type ProfileWritten, writeConclusions, writeProfile } from './results';

interface ProcessInput {
  /** Ids of the forms to be read; every open form when absent. The heartbeat names those that have new answers. */
  readonly only?: readonly string[];
}

interface ProcessCursor {
  /** Row of the last survey whose form has been read. */
  readonly after: number;
  /** When the reading began: answers given later may have been missed. */
  readonly readAt: LocalDateTime;
  readonly read: Omit<Ingested, 'problems'>;
  readonly problems: readonly Message[];
  /** The forms are read, and so much of the profile is written. */
  readonly profile?: ProfileWritten;
}

const START: Omit<ProcessCursor, 'readAt'> = {
  after: 0,
  read: { added: 0, edited: 0, replaced: 0, unknown: 0, noConsent: 0 },
  problems: [],
};

/** Surveys named in the preview; a school with many groups has dozens. */
const MOST_NAMED = 5;

/** Forms read between two checkpoints. */
export const FORMS_A_STEP = 25;

/** Surveys whose forms may still bring answers. */
export function openSurveys(ports: Ports): readonly Placed<Row<typeof SURVEYS>>[] {
  return ports.workbook.read(SURVEYS).rows.filter(({ state, formId }) => state === 'open' && formId !== '');
}

export const processAnswers: Action<ProcessInput, ProcessCursor> = {
  id: 'processAnswers',
  fields: NO_FIELDS,
  read(_ports, raw) {
    const only = textsOf(raw, 'only') ?? [];
    return { ok: true, value: only.length === 0 ? {} : { only } };
  },

  preview(ports) {
    const context = loadContext(ports);
    if (!context.ok) return context;
    const surveys = openSurveys(ports);
    if (surveys.length === 0) return { ok: false, problems: [{ code: 'answers.noSurveys' }] };
    return {
      ok: true,
      value: {
        lines: [
          { code: 'answers.will' },
          ...surveys.slice(0, MOST_NAMED).map(({ title }) => ({ code: 'answers.will.survey', fields: { title } })),
          ...(surveys.length > MOST_NAMED
            ? [{ code: 'answers.will.more', fields: { count: surveys.length - MOST_NAMED } }]
            : []),
        ],
        counts: [{ label: { code: 'answers.count.surveys' }, value: String(surveys.length) }],
        warnings: context.value.problems.slice(0, 10),
      },
    };
  },

  step(ports, _run, { only }, cursor) {
    const context = loadContext(ports);
    if (!context.ok) return { state: 'refused', problems: context.problems };
    const open = openSurveys(ports);
    const surveys = only === undefined ? open : open.filter(({ formId }) => only.includes(formId));
    const { after, read, problems } = cursor ?? START;
    const pending = surveys.filter(({ $row }) => $row > after).slice(0, FORMS_A_STEP);
    if (pending.length > 0 || cursor === undefined) {
      const readAt = cursor?.readAt ?? ports.clock.localNow();
      if (cursor === undefined) refreshAttendance(ports, context.value);
      const { problems: ingested, ...part } = ingest(
        ports,
        context.value.staff,
        pending,
        cursor === undefined ? open : pending,
      );
      const found = [...ingested, ...editedForms(ports, pending)];
      const sum = {
        added: read.added + part.added,
        edited: read.edited + part.edited,
        replaced: read.replaced + part.replaced,
        unknown: part.unknown,
        noConsent: part.noConsent,
      };
      const last = pending[pending.length - 1]?.$row ?? Number.MAX_SAFE_INTEGER;
      const done = surveys.filter(({ $row }) => $row <= last).length;
      return {
        state: 'going',
        // A checkpoint must stay small: a few problems are kept in full, the sheet shows the rest.
        cursor: { after: last, readAt, read: sum, problems: [...problems, ...found].slice(0, 10) },
        done,
        total: surveys.length + 1,
        line: { code: 'answers.read', fields: { ...sum } },
      };
    }
    const loaded = profilesOf(ports, context.value);
    const profile = writeProfile(ports, loaded, cursor.profile);
    if (profile !== undefined) return { ...partWritten(loaded, profile), cursor: { ...cursor, profile } };
    // After the reading: answers given before the form went into the bin are not lost.
    const binned = formsInBin(ports, open);
    const results = writeConclusions(ports, loaded, {
      at: cursor.readAt,
      surveys: new Set(surveys.map(({ key }) => key)),
    });
    return finished(
      [
        { code: 'answers.done', fields: { ...read } },
        {
          code: 'answers.results',
          fields: { deficits: results.deficits, surpluses: results.surpluses, checks: results.checks },
        },
        ...(read.unknown > 0 ? [{ code: 'answers.unknown', fields: { count: read.unknown } }] : []),
        ...(read.noConsent > 0 ? [{ code: 'answers.noConsent', fields: { count: read.noConsent } }] : []),
        ...binned,
        ...problems,
        ...results.problems.slice(0, 10),
      ],
      linksToResults(ports),
    );
  },
};

/** What schools have edited in their own forms since these were bound. */
function editedForms(ports: Ports, surveys: readonly Placed<Row<typeof SURVEYS>>[]): readonly Message[] {
  const bound = surveys.filter(({ kind }) => kind === 'bound');
  if (bound.length === 0) return [];
  const asked = askedItems(ports);
  return bound.flatMap(({ key, formId, title }) => {
    const picture = ports.forms.inspect(formId);
    return typeof picture === 'string'
      ? []
      : bindingChanges(asked.get(key) ?? [], picture.items).map((problem) => ({
          ...problem,
          fields: { ...problem.fields, form: title },
        }));
  });
}

/** Forms that nobody can answer any more, because somebody has put them into the bin: named, and not read again. */
function formsInBin(ports: Ports, surveys: readonly Placed<Row<typeof SURVEYS>>[]): readonly Message[] {
  const binned = surveys.length === 0 ? new Set<string>() : ports.forms.inBin();
  const gone = surveys.filter(({ formId }) => binned.has(formId));
  ports.workbook.patch(
    SURVEYS,
    gone.map(({ $row }) => ({ $row, set: { state: 'lost' } })),
  );
  return gone.map(({ title }) => ({ code: 'answers.formInBin', fields: { title } }));
}

const partWritten = (
  { profiles }: Profiles,
  { rows }: ProfileWritten,
): Omit<Extract<Step<never>, { state: 'going' }>, 'cursor'> => ({
  state: 'going',
  done: rows,
  total: profiles.length,
  line: { code: 'answers.writing', fields: { rows, total: profiles.length } },
});

export const scoreMatrix: Action<Record<string, never>, ProfileWritten> = {
  id: 'scoreMatrix',
  anyAccount: true,
  fields: NO_FIELDS,
  read: () => ({ ok: true, value: {} }),
  preview(ports) {
    const context = loadContext(ports);
    return context.ok
      ? {
          ok: true,
          value: {
            lines: [{ code: 'matrix.will' }],
            counts: [{ label: { code: 'matrix.count.teachers' }, value: String(context.value.staff.included.length) }],
            warnings: context.value.problems.slice(0, 10),
          },
        }
      : context;
  },
  step(ports, _run, _input, cursor) {
    const context = loadContext(ports);
    if (!context.ok) return { state: 'refused', problems: context.problems };
    const loaded = profilesOf(ports, context.value);
    const written = writeProfile(ports, loaded, cursor);
    if (written !== undefined) return { ...partWritten(loaded, written), cursor: written };
    const results = writeConclusions(ports, loaded);
    return finished(
      [
        {
          code: 'answers.results',
          fields: { deficits: results.deficits, surpluses: results.surpluses, checks: results.checks },
        },
        ...results.problems.slice(0, 10),
      ],
      linksToResults(ports),
    );
  },
};

const linksToResults = (ports: Ports): { label: Message; url: string }[] =>
  [PROFILE, SUMMARY, ANSWERS].map((table) => ({
    label: { code: 'link.sheet', fields: { table: table.title } },
    url: ports.workbook.linkTo(table),
  }));

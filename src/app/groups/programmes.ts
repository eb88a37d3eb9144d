// Rows of «Программы занятий» held against their groups as they are now: what is asked, who agrees to what.
import { labelKey } from '../../domain/survey/labels';
import { oneLine } from '../../domain/text';
import type { ItemSpec } from '../../domain/survey/form-spec';
import { COVERED } from '../../domain/survey/keys';
import type { Placed, Row, Table } from '../../workbook/schema';
import { PROGRAMMES } from '../../workbook/tables';
import type { AllAnswers, GivenAgreement } from '../answers/load';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { surveyKey } from '../surveys/plan';
import type { StandingGroup } from './read';

export type ProgrammeRow = Placed<Row<typeof PROGRAMMES>>;

/** What the group's consultees asked to be worked through, each once. */
export function questionsOf(answers: AllAnswers, group: StandingGroup): readonly string[] {
  const asked = group.consultees.flatMap(({ code }) => {
    // The competency's code may have been typed: «constructor» must not find what every object has.
    const questions = new Map(Object.entries(answers.self.get(code)?.questions ?? {}));
    return [
      ...(questions.get(group.competency) ?? []),
      ...(answers.addressed.get(group.competency)?.get(code)?.topics ?? []),
    ];
  });
  // As a cell and a form can hold them.
  return [...new Set(asked.map(oneLine))].filter((question) => question !== '');
}

/** The questions that a form offers to tick; of one that was made anew, what it does now. */
export function offeredIn(items: readonly { readonly spec: ItemSpec }[]): readonly string[] {
  const asked = items.flatMap(({ spec }) => (spec.key === COVERED && spec.type === 'checkbox' ? [spec.options] : []));
  return (asked.pop() ?? []).map(({ label }) => label);
}

/** Has somebody changed the row's questions? Rows from before that was kept were written together with their form. */
function areByHand(ports: Ports, row: ProgrammeRow, offered: readonly string[] | undefined): boolean {
  const { questions } = marksOf(row);
  if (questions !== '') return questions !== digestOf(ports, row.questions);
  return linesOf(row.questions).map(labelKey).join('\n') !== (offered ?? []).join('\n');
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/**
 * What the group is asked and told: the questions of its present members, unless somebody has worked on them in the row.
 * @param offered by the group's first form; undefined without one
 */
export function questionsNow(
  ports: Ports,
  row: ProgrammeRow,
  group: StandingGroup,
  answers: AllAnswers,
  offered: readonly string[] | undefined,
): { readonly questions: readonly string[]; readonly byHand: boolean } {
  const standing = linesOf(row.questions);
  const now = questionsOf(answers, group);
  // Written by an execution that died before it marked them, maybe.
  if (areSame(standing, now)) return { byHand: false, questions: standing };
  const byHand = areByHand(ports, row, offered);
  return { byHand, questions: byHand ? standing : now };
}

/** The same ones, in whatever order: rows of «Группы» are sorted. */
const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join('\n') === [...others].sort().join('\n');

/** What those who consult the group now have answered, and what others did who consulted it before. */
export function agreementsOf(
  answers: Pick<AllAnswers, 'agreements'>,
  group: Pick<StandingGroup, 'id' | 'consultants'>,
): { readonly now: readonly GivenAgreement[]; readonly former: readonly GivenAgreement[] } {
  const given = [...(answers.agreements.get(group.id) ?? [])];
  const leads = new Set(group.consultants.map(({ code }) => code));
  return {
    now: given.flatMap(([code, answer]) => (leads.has(code) ? [answer] : [])),
    former: given.flatMap(([code, answer]) => (leads.has(code) ? [] : [answer])),
  };
}

/** A time suits the group when it suits every consultant who answered. */
export const commonSlots = (given: readonly GivenAgreement[]): readonly string[] =>
  (given[0]?.slots ?? []).filter((slot) => given.every(({ slots }) => slots.includes(slot)));

/**
 * Are the row's times those of consultants who lead the group no more, and nobody else has answered? Then nobody has agreed to them. Where
 * the answers have gone with whoever gave them, it is known by the mark that the times came from answers.
 * @param valueOf a time's value, by how it is written
 */
export function areFormersTimes(
  ports: Ports,
  row: ProgrammeRow,
  group: Pick<StandingGroup, 'id' | 'consultants'>,
  answers: Pick<AllAnswers, 'agreements'>,
  valueOf: (slot: string) => string,
): boolean {
  const { now, former } = agreementsOf(answers, group);
  if (now.length > 0 || row.slots.length === 0) return false;
  if (isAsAnswered(ports, row)) return true;
  const theirs = new Set(former.flatMap(({ slots }) => slots));
  return row.slots.every((slot) => theirs.has(valueOf(slot)));
}

/** Does the row say what answers said, whoever gave them, and nothing else? */
const isAsAnswered = (ports: Ports, row: ProgrammeRow): boolean => {
  const { answers } = marksOf(row);
  return answers !== '' && answers === answersMark(ports, row);
};

/**
 * What a row is to say of its group as it is: consultants and questions. What consultants said who lead it no more is agreed by nobody now:
 * their topics stay until others answer, their times go.
 * @param valueOf a time's value, by how it is written
 */
export function followGroup(
  ports: Ports,
  row: ProgrammeRow,
  group: StandingGroup,
  answers: AllAnswers,
  { questions, byHand }: { readonly questions: readonly string[]; readonly byHand: boolean },
  valueOf: (slot: string) => string,
): { readonly set: Partial<Row<typeof PROGRAMMES>>; readonly times: readonly string[] } {
  const names = group.consultants.map(({ name }) => name);
  const asked = questions.join('\n');
  const before = marksOf(row);
  const { now, former } = agreementsOf(answers, group);
  const times = areFormersTimes(ports, row, group, answers, valueOf) ? row.slots : [];
  // The answers of whoever was erased are gone, and have left their mark.
  const wereAnswers = former.length > 0 || before.answers !== '';
  const waits = now.length === 0 && wereAnswers && (row.state === 'agreed' || row.state === 'declined');
  const marks = {
    // What stands there gives way to the next answer, unless somebody has worked on it.
    answers: waits && isAsAnswered(ports, row) ? '' : before.answers,
    questions: byHand ? before.questions : questionsMark(ports, asked),
  };
  const written = writtenMarks(marks);
  return {
    times,
    set: {
      ...(areSame(row.consultants, names) ? {} : { consultants: names }),
      ...(byHand || row.questions === asked ? {} : { questions: asked }),
      ...(times.length === 0 ? {} : { slots: [] }),
      ...(waits ? { state: 'waiting' } : {}),
      ...(written === row.written ? {} : { written }),
    },
  };
}

/**
 * Lets rows follow their groups. What stands there gives way to the next answer before anything of it goes: an execution that dies between
 * two cells leaves nothing that would pass for changed by hand.
 */
export function writeFollowing(
  ports: Ports,
  followed: readonly { readonly row: ProgrammeRow; readonly set: Partial<Row<typeof PROGRAMMES>> }[],
): void {
  ports.workbook.patch(
    PROGRAMMES,
    followed.flatMap(({ row, set }) => {
      const marks = marksOf(row);
      const givesWay =
        set.written !== undefined && marks.answers !== '' && marksOf({ written: set.written }).answers === '';
      return givesWay ? [{ $row: row.$row, set: { written: writtenMarks({ ...marks, answers: '' }) } }] : [];
    }),
  );
  ports.workbook.patch(
    PROGRAMMES,
    followed.flatMap(({ row, set }) => (Object.keys(set).length === 0 ? [] : [{ $row: row.$row, set }])),
  );
}

/** Appends a row for every group that has none yet. */
export function addProgrammes(
  ports: Ports,
  { settings }: Context,
  { groups, answers }: { readonly groups: readonly StandingGroup[]; readonly answers: AllAnswers },
  run: string,
): void {
  const { rows, unread } = ports.workbook.read(PROGRAMMES);
  const there = new Set([...rows, ...unread].map(({ survey }) => survey));
  ports.workbook.append(
    PROGRAMMES,
    groups.flatMap((group) => {
      const survey = surveyKey(settings.cycle, 'agreement', group.id);
      if (there.has(survey)) return [];
      const questions = questionsOf(answers, group).join('\n');
      return [
        {
          group: group.id,
          title: group.title,
          consultants: group.consultants.map(({ name }) => name),
          questions,
          topics: '',
          practice: '',
          materials: '',
          slots: [],
          place: '',
          remark: '',
          state: 'waiting',
          survey,
          written: writtenMarks({ answers: '', questions: questionsMark(ports, questions) }),
          run,
        },
      ];
    }),
  );
}

/** By this it is known what of a row was written by the product, apart from the state, which people see change. */
export interface Marks {
  /** Of what the answers said; '' before any came. */
  readonly answers: string;
  /** Of the questions; '' in rows from before that was kept. */
  readonly questions: string;
}

export function marksOf({ written }: Pick<ProgrammeRow, 'written'>): Marks {
  const [answers = '', questions = ''] = written.split('|');
  return { answers, questions };
}

export const writtenMarks = ({ answers, questions }: Marks): string =>
  questions === '' ? answers : `${answers}|${questions}`;

const digestOf = (ports: Ports, said: unknown): string => ports.sha256(JSON.stringify(said)).slice(0, 16);

/** Of a row's questions. */
export const questionsMark = (ports: Ports, questions: string): string => digestOf(ports, questions);

/** What of a row comes from the consultants' answers. */
export type Said = Pick<ProgrammeRow, 'topics' | 'practice' | 'materials' | 'slots' | 'place' | 'remark'>;

export const answersMark = (ports: Ports, { topics, practice, materials, slots, place, remark }: Said): string =>
  digestOf(ports, { topics, practice, materials, slots, place, remark });

interface Change {
  readonly $row: number;
  readonly set: Readonly<Record<string, unknown>>;
}

/**
 * The changes by which names go out of a table's rows. In «Программы занятий» what stood there as the product had written it still does, and
 * nobody has worked on it.
 */
export function remarked(ports: Ports, table: Table, changes: readonly Change[]): readonly Change[] {
  if (table.key !== PROGRAMMES.key) return changes;
  const rows = new Map(ports.workbook.read(PROGRAMMES).rows.map((row) => [row.$row, row]));
  return changes.map(({ $row, set }) => {
    const before = rows.get($row);
    if (before === undefined) return { $row, set };
    const after: ProgrammeRow = { ...before, ...set };
    const { answers, questions } = marksOf(before);
    const written = writtenMarks({
      answers: isAsAnswered(ports, before) ? answersMark(ports, after) : answers,
      questions:
        questions === questionsMark(ports, before.questions) ? questionsMark(ports, after.questions) : questions,
    });
    return { $row, set: { ...set, written } };
  });
}

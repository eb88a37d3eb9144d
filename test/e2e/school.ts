// A school of eleven made-up teachers (and a partner's one), small enough to reckon by hand, and the stages of its first cycle.
import type { Answers } from '../../src/domain/survey/form-spec';
import { ANSWERS, LEVELS_TABLE } from '../../src/workbook/tables';
import type { Desk } from './desk';
import type { Stage } from './workspace';

/** The framework's competencies by area, as the programme has them. */
export const AREAS = [
  ['ict.distance', 'ict.resources', 'ict.safety'],
  ['ict.spreadsheets', 'ict.forms', 'ict.presentations'],
  ['dee.panel', 'dee.mobile-class', 'dee.vr'],
  ['ict.assessment', 'ict.pupil-projects', 'ict.collaboration'],
] as const;
export type CompetencyId = (typeof AREAS)[number][number];

export interface Person {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly subjects: string;
  readonly role: string;
  readonly school: string;
  /** Self-assessment; what is not named is at level 3, the target. */
  readonly levels: Partial<Record<CompetencyId, number>>;
  readonly wants: readonly CompetencyId[];
  readonly helps: readonly CompetencyId[];
  readonly times: readonly string[];
  readonly questions: string;
  /** Chosen in the needs survey. */
  readonly needs: readonly CompetencyId[];
}

const TUE = '2|14:00-15:00';
const WED = '3|15:00-16:00';
const THU = '4|16:00-17:00';
const FRI = '5|16:00-17:00';
export const OWN_SCHOOL = 'Школа № 1';

function person(code: string, name: string, mailbox: string, subjects: string, more: Partial<Person> = {}): Person {
  return {
    code,
    name,
    email: `${mailbox}@school.example`,
    subjects,
    role: 'учитель',
    school: OWN_SCHOOL,
    levels: {},
    wants: [],
    helps: [],
    times: [],
    questions: '',
    needs: [],
    ...more,
  };
}

export const PEOPLE = {
  /** Teaches others forms: confirmed by an observed lesson. */
  birch: person('У-001', 'Берёзина А. А.', 'berezina', 'Математика', {
    levels: { 'ict.forms': 4 },
    helps: ['ict.forms'],
    times: [TUE, WED],
    role: 'руководитель МО',
  }),
  wind: person('У-002', 'Ветрова Б. Б.', 'vetrova', 'Русский язык; Литература', {
    levels: { 'ict.forms': 1, 'ict.spreadsheets': 1 },
    wants: ['ict.forms', 'ict.spreadsheets'],
    times: [TUE, WED],
    questions: 'Как сделать тест с баллами?\nКак собрать ответы класса?',
    needs: ['ict.forms', 'ict.spreadsheets'],
  }),
  hail: person('У-003', 'Градов В. В.', 'gradov', 'Физика', {
    levels: { 'ict.forms': 1 },
    wants: ['ict.forms'],
    times: [WED],
    questions: 'Как настроить переходы?',
    needs: ['ict.forms'],
  }),
  /** In the first years: the target of the role is 2, so level 2 is enough. */
  rain: person('У-004', 'Дождева Г. Г.', 'dozhdeva', 'История', {
    levels: { 'ict.forms': 2, 'ict.presentations': 1 },
    wants: ['ict.presentations'],
    times: [WED],
    role: 'молодой специалист',
    needs: ['ict.presentations'],
  }),
  /** Teaches others spreadsheets: confirmed by a test. */
  fir: person('У-005', 'Еловский Д. Д.', 'elovskiy', 'Информатика', {
    levels: { 'ict.spreadsheets': 4 },
    helps: ['ict.spreadsheets'],
    times: [TUE, WED],
  }),
  crane: person('У-006', 'Журавлёва Е. Е.', 'zhuravleva', 'Биология', {
    levels: { 'ict.spreadsheets': 1, 'ict.presentations': 4 },
    wants: ['ict.spreadsheets'],
    helps: ['ict.presentations'],
    times: [TUE],
    needs: ['ict.spreadsheets'],
  }),
  winter: person('У-007', 'Зимин Ж. Ж.', 'zimin', 'Химия', {
    levels: { 'ict.spreadsheets': 2 },
    wants: ['ict.spreadsheets'],
    times: [TUE],
    questions: 'Как посчитать качество знаний?',
    needs: ['ict.spreadsheets', 'ict.distance'],
  }),
  frost: person('У-008', 'Инеева З. З.', 'ineeva', 'Музыка', {
    levels: { 'dee.vr': 0, 'ict.forms': 2 },
    wants: ['dee.vr', 'ict.forms'],
    times: [WED, THU],
    needs: ['ict.forms'],
  }),
  /** Wants forms, but comes only on Fridays, when no consultant can. */
  viburnum: person('У-009', 'Калинин И. И.', 'kalinin', 'Английский язык', {
    levels: { 'ict.forms': 1 },
    wants: ['ict.forms'],
    times: [FRI],
    needs: ['ict.forms'],
  }),
  /** Could help with presentations (observed), but did not offer to. */
  moon: person('У-010', 'Лунина К. К.', 'lunina', 'География', {
    levels: { 'ict.presentations': 4 },
    times: [WED],
  }),
  /** Never answers. */
  may: person('У-011', 'Майская Л. Л.', 'mayskaya', 'Технология'),
  /** Of the partner school: on the list, not asked. */
  november: person('У-012', 'Ноябрёв М. М.', 'noyabrev', 'Физика', { school: 'Школа № 2' }),
} as const;

export const EVERYBODY: readonly Person[] = Object.values(PEOPLE);
/** Who gets surveys. */
export const OWN: readonly Person[] = EVERYBODY.filter(({ school }) => school === OWN_SCHOOL);
/** Who answers them. */
export const ANSWERING: readonly Person[] = OWN.filter((someone) => someone !== PEOPLE.may);

const HEADINGS = ['Код', 'ФИО', 'Электронная почта', 'Предметы', 'Должность', 'Школа'];
const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join(';')).join('\r\n');

export const STAFF_ROWS: readonly (readonly string[])[] = [
  HEADINGS,
  ...EVERYBODY.map(({ code, name, email, subjects, role, school }) => [code, name, email, subjects, role, school]),
];

export const CONSENT = 'vr-2026-1';

export function needsOf({ needs }: Person): Answers {
  return { needs: needs.length === 0 ? ['none'] : needs, consent: CONSENT };
}

/** What a teacher fills in of the self-assessment. */
export function selfOf(someone: Person): Answers {
  const { levels, wants, helps, times, questions } = someone;
  const answers: Record<string, Answers[string]> = { consent: CONSENT };
  AREAS.forEach((area, index) => {
    const intent: Record<string, string[]> = {};
    for (const id of area) {
      answers[`level:${id}`] = String(levels[id] ?? 3);
      const marks = [...(wants.includes(id) ? ['want'] : []), ...(helps.includes(id) ? ['help'] : [])];
      if (marks.length > 0) intent[id] = marks;
    }
    if (Object.keys(intent).length > 0) answers[`intent:${String(index + 1)}`] = intent;
    if (questions !== '' && area.some((id) => wants.includes(id)))
      answers[`questions:${String(index + 1)}`] = questions;
  });
  const grid: Record<string, string[]> = {};
  for (const time of times) {
    const [day = '', band = ''] = time.split('|');
    grid[day] = [...(grid[day] ?? []), band];
  }
  if (times.length > 0) answers['times'] = grid;
  return answers;
}

/** Tests and observed lessons that confirm what was said. */
export const EVIDENCE = [
  { teacher: 'У-001', competency: 'ict.forms', source: 'наблюдение', level: '4', date: '03.09.2026' },
  { teacher: 'У-005', competency: 'ict.spreadsheets', source: 'тест', level: '4', date: '03.09.2026' },
  { teacher: 'У-010', competency: 'ict.presentations', source: 'наблюдение', level: '4', date: '03.09.2026' },
  { teacher: 'У-002', competency: 'ict.forms', source: 'тест', level: '2', date: '03.09.2026' },
] as const;

export const SET_UP = { school: OWN_SCHOOL, programme: 'vremya-rosta', cycle: '1' };

export const setUp: Stage = {
  name: 'set-up',
  carryOut: (desk) => {
    desk.press('setUp', SET_UP);
  },
};

export const staffed: Stage = {
  name: 'staffed',
  after: setUp,
  carryOut: (desk) => {
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
  },
};

/** The needs survey is out. */
export const needsAsked: Stage = {
  name: 'needs-asked',
  after: staffed,
  carryOut: (desk) => {
    desk.press('sendNeeds');
  },
};

/** The self-assessment is out. */
export const selfAsked: Stage = {
  name: 'self-asked',
  after: staffed,
  carryOut: (desk) => {
    desk.press('sendSelf');
  },
};

/** Everybody but one has assessed himself; tests and observations are written in; the matrix is reckoned. */
export const scored: Stage = {
  name: 'scored',
  after: selfAsked,
  carryOut: (desk) => {
    for (const someone of ANSWERING) desk.answer('self', someone.email, selfOf(someone));
    desk.director.addRows(
      LEVELS_TABLE,
      EVIDENCE.map((row) => ({ ...row, cycle: '1' })),
    );
    desk.press('processAnswers');
  },
};

export const grouped: Stage = {
  name: 'grouped',
  after: scored,
  carryOut: (desk) => {
    desk.press('formGroups');
  },
};

export const published: Stage = {
  name: 'published',
  after: grouped,
  carryOut: (desk) => {
    desk.press('publishGroups');
  },
};

/** The consultants have their forms. */
export const agreementAsked: Stage = {
  name: 'agreement-asked',
  after: published,
  carryOut: (desk) => {
    desk.press('agreeProgrammes');
  },
};

/** The timetable stands as a draft. */
export const timetabled: Stage = {
  name: 'timetabled',
  after: published,
  carryOut: (desk) => {
    desk.press('makeTimetable');
  },
};

/** Guests have their invitations. */
export const invited: Stage = {
  name: 'invited',
  after: timetabled,
  carryOut: (desk) => {
    desk.press('sendInvitations');
  },
};

/** The states of a person's answers, in the order of the sheet. */
export const statesOf = (desk: Desk, code: string): string[] =>
  desk
    .rows(ANSWERS)
    .filter(({ teacher }) => teacher === code)
    .map(({ state }) => state);

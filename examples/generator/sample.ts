// The two sample schools: their plans, and all files made from them.
import { VREMYA_ROSTA } from '../../src/programmes/vremya-rosta';
import { cp1251Csv, utf8Csv, xlsx } from './encode';
import { knownLevels } from './levels';
import { ownStaff, partnerStaff, secondStaff } from './people';
import { profilesOf, type Profile, type SchoolPlan } from './profiles';
import { answersSheet, levelsSheet, plainStaffSheet, staffSheet } from './sheets';
import { sampleForms } from './forms';
import { submissionsOf, type SendingPlan, type Sent } from './submissions';

const { competencies } = VREMYA_ROSTA.framework;
const consent = VREMYA_ROSTA.texts.consent.version;

/** The published survey: 20, 21, 11 and 6 choices of 61; then 53, 62, 73 and 100 % of those who answered the addressed survey. */
export const SCHOOL_PLAN: SchoolPlan = {
  seed: 2021,
  people: ownStaff(),
  competencies,
  technologies: {
    'ict.spreadsheets': { choose: 21, need: 13, consult: 5 },
    'ict.distance': { choose: 20, need: 10, consult: 5 },
    'ict.forms': { choose: 11, need: 8, consult: 4 },
    'ict.presentations': { choose: 6, need: 6, consult: 3 },
  },
  // Nobody can teach virtual reality yet: its deficits stay uncovered, and the product has to say why.
  otherConsultants: {
    'ict.resources': 3,
    'ict.safety': 2,
    'dee.panel': 3,
    'dee.mobile-class': 2,
    'ict.assessment': 3,
    'ict.pupil-projects': 1,
    'ict.collaboration': 2,
  },
  chooseTwo: 12,
  silent: 4,
  silentInSelf: 2,
  aloneInTime: 3,
};

const SCHOOL_SENDING: SendingPlan = {
  seed: 61,
  competencies,
  consent,
  twice: 3,
  mistyped: 2,
  outsider: 'gost@another.example',
  // 10 of the 19 who answered make the published 53 %.
  addressedSilent: { 'ict.distance': 1 },
  agreementShare: 0.9,
  feedbackShare: 0.85,
  offers: 6,
};

const SECOND_PLAN: SchoolPlan = {
  seed: 14,
  people: secondStaff(),
  competencies,
  technologies: {
    'ict.spreadsheets': { choose: 6, need: 5, consult: 2 },
    'ict.distance': { choose: 5, need: 3, consult: 1 },
    'ict.forms': { choose: 3, need: 2, consult: 1 },
    'ict.presentations': { choose: 2, need: 2, consult: 1 },
  },
  otherConsultants: { 'ict.resources': 1, 'dee.panel': 1, 'ict.assessment': 1 },
  chooseTwo: 5,
  silent: 1,
  silentInSelf: 1,
  aloneInTime: 1,
};

const SECOND_SENDING: SendingPlan = {
  seed: 1414,
  competencies,
  consent,
  twice: 1,
  mistyped: 1,
  addressedSilent: {},
  agreementShare: 1,
  feedbackShare: 0.8,
  offers: 2,
};

/** Question keys in the order of the forms. */
function keyOrder(): string[] {
  return sampleForms().flatMap(({ items }) => items.map(({ key }) => key));
}

export interface SampleFile {
  /** Inside `examples/`. */
  readonly path: string;
  readonly content: Buffer;
}

export function sampleSchool(): { readonly profiles: readonly Profile[]; readonly sent: readonly Sent[] } {
  const profiles = profilesOf(SCHOOL_PLAN);
  return { profiles, sent: submissionsOf(profiles, SCHOOL_SENDING) };
}

/** The second school keeps no staff codes: nobody gives one. */
function secondSchool(): readonly Sent[] {
  return submissionsOf(profilesOf(SECOND_PLAN), SECOND_SENDING).map((submission) => {
    const answers = { ...submission.answers };
    delete answers['code'];
    return { ...submission, answers };
  });
}

/** Every committed sample file; the same bytes every time. */
export async function sampleFiles(): Promise<SampleFile[]> {
  const { profiles, sent } = sampleSchool();
  const second = answersSheet(secondSchool(), keyOrder());
  const secondPeople = plainStaffSheet(secondStaff());
  return [
    { path: 'sample-school/staff.csv', content: utf8Csv(staffSheet([...ownStaff(), ...partnerStaff()])) },
    { path: 'sample-school/answers.csv', content: utf8Csv(answersSheet(sent, keyOrder())) },
    { path: 'sample-school/levels.csv', content: utf8Csv(levelsSheet(knownLevels(7, competencies, profiles, 18))) },
    { path: 'second-school/staff.csv', content: cp1251Csv(secondPeople) },
    { path: 'second-school/answers.csv', content: cp1251Csv(second) },
    { path: 'second-school/staff.xlsx', content: await xlsx('Педагоги', secondPeople) },
    { path: 'second-school/answers.xlsx', content: await xlsx('Ответы', second) },
  ];
}

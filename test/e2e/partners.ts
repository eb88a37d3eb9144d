// Two teachers of a partner school, and the stages of working with it.
import { LEVELS_TABLE, PARTNERS, STAFF } from '../../src/workbook/tables';
import { PEOPLE, type Person, scored, selfOf } from './school';
import type { Stage } from './workspace';

export const SCHOOL = 'Школа № 2';
export const COORDINATOR = 'koordinator@partner.example';
export const NOVEMBER: Person = {
  ...PEOPLE.november,
  levels: { 'ict.presentations': 1 },
  wants: ['ict.presentations'],
  times: ['2|14:00-15:00'],
};
export const DECEMBER: Person = {
  ...NOVEMBER,
  code: 'У-013',
  name: 'Декабрёв Н. Н.',
  email: 'dekabrev@school.example',
  subjects: 'Химия',
};
export const THEIRS = [NOVEMBER, DECEMBER];

/** Two teachers of the partner school are on the list; cooperation is agreed. */
export const agreed: Stage = {
  name: 'partner-agreed',
  after: scored,
  carryOut: (desk) => {
    const { code, name, email, subjects, role, school } = DECEMBER;
    desk.director.addRows(STAFF, [{ code, name, email, subjects, role, school }]);
    desk.press('refreshPartners');
    const fill = (column: keyof typeof PARTNERS.columns & string, text: string): void =>
      desk.type(PARTNERS, () => true, column, text);
    fill('coordinator', 'Координатор');
    fill('email', COORDINATOR);
    fill('form', 'занятия в их школе');
    fill('agreed', '01.09.2026');
    desk.workspace.save();
  },
};

/** They have assessed themselves, and crane has been seen teaching presentations. */
export const answered: Stage = {
  name: 'partner-answered',
  after: agreed,
  carryOut: (desk) => {
    desk.press('sendPartnerSurvey', { school: SCHOOL, kind: 'self' });
    for (const someone of THEIRS) desk.answer(`1/self/${SCHOOL}`, someone.email, selfOf(someone));
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: PEOPLE.crane.code, competency: 'ict.presentations', source: 'наблюдение', level: '4' },
    ]);
    desk.press('processAnswers');
  },
};

/** They learn in a group of their own, at their school, and have been invited. */
export const invitedThere: Stage = {
  name: 'partner-invited',
  after: answered,
  carryOut: (desk) => {
    desk.set('partnerConsultees', 'да');
    desk.press('formGroups');
    desk.press('publishGroups');
    desk.press('makeTimetable');
    desk.press('sendInvitations');
  },
};

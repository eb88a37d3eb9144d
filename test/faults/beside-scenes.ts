// Scenes of what a school does beside the cycle: every action that the cycle's own scenes do not have.
import type { ActionId } from '../../src/shared/contract';
import { BANK, GROUP_ROLES, GROUPS, LESSONS, LEVELS_TABLE, MODULES, PLAN, WISHES } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { twice } from '../e2e/growth';
import { lesson } from '../e2e/lessons';
import { agreed, invitedThere, SCHOOL } from '../e2e/partners';
import { grouped, invited, PEOPLE, published, scored, setUp, staffed, timetabled } from '../e2e/school';
import { paired, teamed } from '../e2e/teams';
import { DAY, deskAt, type Stage } from '../e2e/workspace';
import type { Press, Scene } from './scenes';

/** What a school does beside the cycle, or once in a while. */
interface Case {
  readonly action: ActionId;
  readonly from: Stage;
  /** Makes ready what the action is about, and gives its input. */
  readonly ready?: (desk: Desk) => Press['input'] | undefined;
}

/** A form of the school's own; its number and address. */
function ownForm({ workspace }: Desk): { readonly id: string; readonly link: string } {
  const { FormApp } = workspace.globals as { FormApp: GoogleAppsScript.Forms.FormApp };
  const form = FormApp.create('Анкета школы');
  form.addTextItem().setTitle('Ваши фамилия, имя, отчество').setRequired(true);
  form.addScaleItem().setTitle('Владение электронными таблицами').setBounds(1, 5);
  form
    .addMultipleChoiceItem()
    .setTitle('Как Вы работаете с Google Формами?')
    .setChoiceValues(['Не умею', 'Могу научить других']);
  return { id: form.getId(), link: form.getEditUrl() };
}

const CASES: readonly Case[] = [
  { action: 'makeRoutes', from: invited },
  {
    action: 'sendRoutes',
    from: invited,
    ready: (desk) => {
      desk.press('makeRoutes');
      return {};
    },
  },
  {
    action: 'closeRoutes',
    from: invited,
    ready: (desk) => {
      desk.press('makeRoutes');
      return { cycle: '1' };
    },
  },
  {
    action: 'fileLessonCards',
    from: staffed,
    ready: (desk) => {
      desk.press('setUpBank');
      desk.director.addRows(LESSONS, [lesson(), lesson({ name: PEOPLE.wind.name, topic: 'Сила тока' })]);
      return {};
    },
  },
  { action: 'countGrowth', from: twice, ready: () => ({ before: '1', after: '2' }) },
  {
    action: 'evaluateModel',
    from: invited,
    ready: (desk) => {
      desk.sleep(9 * DAY);
      desk.press('askFeedback');
      return { cycle: '1' };
    },
  },
  { action: 'refreshPartners', from: scored },
  { action: 'sendPartnerSurvey', from: agreed, ready: () => ({ school: SCHOOL, kind: 'self' }) },
  { action: 'sharePartnerReport', from: invitedThere, ready: () => ({ school: SCHOOL }) },
  { action: 'importFramework', from: setUp, ready: () => ({ ready: 'digcompedu', others: 'off' }) },
  { action: 'bindForm', from: staffed, ready: (desk) => ({ link: ownForm(desk).link }) },
  {
    action: 'confirmBinding',
    from: staffed,
    ready: (desk) => {
      const { id, link } = ownForm(desk);
      desk.press('bindForm', { link });
      return { form: id };
    },
  },
  {
    action: 'importCourses',
    from: staffed,
    ready: () => ({ text: 'ФИО\tТема курсов\tЧасы\tДата\nВетрова Б. Б.\tЦифровые инструменты\t72\t12.03.2025' }),
  },
  {
    action: 'importLevels',
    from: scored,
    ready: () => ({ text: 'ФИО\tГугл-формы\nВетрова Б. Б.\t3\nГрадов В. В.\t2', source: 'test', date: '2026-09-10' }),
  },
  { action: 'exportPerson', from: invited, ready: () => ({ person: PEOPLE.hail.email }) },
  {
    action: 'erasePerson',
    from: invited,
    ready: (desk) => {
      desk.director.addRows(WISHES, [{ who: PEOPLE.wind.code, whom: PEOPLE.hail.name, kind: 'хочу вместе' }]);
      desk.director.addRows(BANK, [
        { title: 'Карта', kind: 'другое', competency: 'ict.forms', author: PEOPLE.hail.name },
      ]);
      return { person: PEOPLE.hail.code, reason: 'withdrawn' };
    },
  },
  {
    action: 'eraseOld',
    from: invited,
    ready: (desk) => {
      desk.set('retentionMonths', '6');
      desk.press('exportPerson', { person: PEOPLE.hail.code });
      desk.sleep(250 * DAY);
      return {};
    },
  },
  { action: 'usePseudonyms', from: published, ready: () => ({ mode: 'on' }) },
  { action: 'selfCheck', from: invited, ready: () => ({ mode: 'check' }) },
  {
    action: 'moveModule',
    from: timetabled,
    ready: (desk) => ({
      what: 'move',
      module: desk.rows(MODULES)[0]?.module ?? '',
      date: '2026-09-23',
      time: '15:00-16:00',
    }),
  },
  { action: 'makePlan', from: staffed, ready: () => ({ start: '2026-09-01' }) },
  { action: 'countIndicators', from: invited },
  {
    action: 'scoreMatrix',
    from: scored,
    ready: (desk) => {
      desk.director.addRows(LEVELS_TABLE, [
        { cycle: '1', teacher: PEOPLE.wind.code, competency: 'ict.forms', source: 'наблюдение', level: '4' },
      ]);
      return {};
    },
  },
  {
    action: 'editGroups',
    from: grouped,
    ready: (desk) => {
      const { teacher = '', group = '' } = desk.rows(GROUPS).find(({ role }) => role === GROUP_ROLES.consultee) ?? {};
      return { what: 'remove', person: teacher, from: group, why: 'по просьбе' };
    },
  },
  { action: 'groupVariants', from: grouped, ready: () => ({ what: 'save', name: 'осень' }) },
  { action: 'whatIfGroups', from: grouped },
  {
    action: 'askFeedback',
    from: invited,
    ready: (desk) => {
      desk.set('autoFeedback', 'нет');
      desk.sleep(9 * DAY);
      return {};
    },
  },
  { action: 'formPairs', from: scored },
  { action: 'formCommunities', from: paired },
  { action: 'formMastery', from: paired },
  { action: 'publishTeams', from: teamed, ready: () => ({ kinds: ['pairs', 'communities'] }) },
  {
    action: 'importPlan',
    from: staffed,
    ready: () => ({ text: '№\tМероприятие\tСроки\tОтветственный\n1\tПедсовет\t10.12.2026\tБерёзина А. А.' }),
  },
  {
    action: 'refreshPlan',
    from: invited,
    ready: (desk) => {
      desk.press('makePlan', { start: '2026-09-01' });
      return {};
    },
  },
  {
    action: 'remindPlan',
    from: staffed,
    ready: (desk) => {
      desk.press('makePlan', { start: '2026-09-01' });
      desk.director.type(PLAN, 'remind', () => PEOPLE.birch.email);
      desk.sleep(21 * DAY);
      return {};
    },
  },
  {
    action: 'calendarPlan',
    from: staffed,
    ready: (desk) => {
      desk.press('makePlan', { start: '2026-09-01' });
      return {};
    },
  },
  { action: 'askPupils', from: staffed, ready: () => ({ occasion: 'before', classes: '5А; 5Б' }) },
  { action: 'writeNote', from: invited },
];

export const BESIDE: readonly ActionId[] = CASES.map(({ action }) => action);

/** The scene of an action: the Workspace just before it. */
export function besideScene(wanted: ActionId): Scene {
  const found = CASES.find(({ action }) => action === wanted);
  if (found === undefined) throw new Error(`no scene of ${wanted}`);
  const desk = deskAt(found.from);
  const input = found.ready?.(desk) ?? {};
  return { name: wanted, does: { action: wanted, input }, state: desk.workspace.state() };
}

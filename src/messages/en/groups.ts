// Mobile groups: drafts, reasons, publishing: English.
import type { GROUPS as RU } from '../ru/groups';
import type { Wording } from '../wording';

const OTHER_SUBJECTS = '{?subjects} Other subjects beside: {subjects}.{/}';

/** `suits`: 2 the person chose this time, 1 it is possible, 0 a person has put him here. */
const TIME = '{?slot} {slot} is {?suits=2}convenient{:}{?suits=1}possible{:}not among the times named{/}{/}.{/}';

/** Levels may be 0. */
const level = (against: string): string => `{?level=}level unknown{:}level {level}, ${against}{/}`;
const NEEDS = level('target {target}');
const HAS = level('a consultant’s threshold is {consultantFrom}');

const HELP = '{?consultants} Helped by: {consultants}.{/}';

export const GROUPS: Readonly<Record<keyof typeof RU, Wording>> = {
  'groups.will':
    '{?groups}{groups} new {groups|group|groups}: a draft, nothing is sent to anybody.{:}No new groups came of it: the reasons will be on the sheet “Без группы”.{/}',
  'groups.same': 'Drafts that stay as they are: {groups}.',
  'groups.kept': 'Published and pinned groups stay as they are: {groups}.',
  'groups.replaces':
    'The former draft ({groups} {groups|group|groups}) will be replaced. To keep a group, write “да” in the column “Закрепить” of the sheet “Группы”. To bring the former draft back later: “{@action.editGroups}” → “{@edit.kind.undo}”.',
  'groups.count.groups': 'Groups',
  'groups.count.covered': 'Deficits covered',
  'groups.count.uncovered': 'Deficits without a group',
  'groups.count.people': 'People in groups',
  'groups.done':
    '{?same}Nothing has changed{:}The draft is ready{/}. Groups: {groups}, deficits covered: {covered}, without a group: {uncovered}.{?changed} New or changed groups among them: {changed}.{/}',
  'groups.leastAboveMost':
    'By the sheet “Настройки” a group has at least {least} {least|participant|participants} and at most {most}, which cannot be. Groups have {least}; mend one of the two.',
  'groups.seats':
    '{?titles}{titles|Topic|Topics}: {titles+more}. The largest room for {titles|it|them}{:}The largest room{/} seats {seats} {seats|person|people}, so a group has at most {members} {members|participant|participants} and {consultants} {consultants|consultant|consultants}, though the settings allow more. Seats are on the sheet “Помещения и оборудование”.',
  'groups.seats.none':
    '{?titles}{titles|Topic|Topics}: {titles+more}. The largest room for {titles|it|them}{:}The largest room{/} seats {seats} {seats|person|people}: no group would fit. Put a larger room on the sheet “Помещения и оборудование”, or lower “В группе не меньше участников”.',
  'spaces.about.unknown':
    'there is no competency with the code “{found}”, so that no group gets this. Take the codes from the sheet “Компетенции”, separated by semicolons, or leave the cell empty.',
  'groups.next':
    'Look through the sheets “Группы” and “Без группы”, change the draft if need be, and choose “{@action.publishGroups}”.',
  'groups.noLevels':
    'There is nothing to form groups from: no levels are known. Choose “{@action.sendSelf}”, wait for answers and choose “{@action.processAnswers}”, or fill in the sheet “Тесты и наблюдения”.',
  'groups.nonePublished':
    'No group is published. Look through the draft on the sheet “Группы” and choose “{@action.publishGroups}”.',
  'groups.publish.will':
    '{?groups}{groups} {groups|group|groups} will be published. Forming anew no longer changes them; no letters go out yet.{:}Nothing to publish: there are no drafts. First choose “{@action.formGroups}”.{/}',
  'groups.publish.done':
    '{?groups}Groups published: {groups}. Next: “{@action.agreeProgrammes}”.{:}There was nothing to publish: no drafts. First choose “{@action.formGroups}”.{/}',
  'groups.publish.broken':
    'The drafts break rules of the school ({rules}). They can be published all the same; to mend them, open “{@view.groups}” or “{@action.editGroups}”.',
  'groups.publish.times':
    'Group {group}: its rows name different times ({times}). It will meet as most of them say: {slot}.',
  'groups.bad.person':
    'Sheet “Группы”, row {row}: group {group} has the code “{teacher}”, which nobody bears. Take the code from the sheet “Сотрудники”.',
  'groups.bad.twice': 'Sheet “Группы”, row {row}: {name} stands twice in group {group}. Delete the superfluous row.',
  'groups.bad.noConsultant':
    'Sheet “Группы”, row {row}: group {group} has no consultant. Add a row with the role “консультант” or delete the group.',
  'groups.bad.noConsultee':
    'Sheet “Группы”, row {row}: group {group} has nobody to consult. Add a row with the role “консультируемый” or delete the group.',
  'groups.bad.mixed':
    'Sheet “Группы”, row {row}: group {group} mixes competencies. Make “Код компетенции” the same in all its rows.',

  'group.reason':
    '“{title}”: consulted by {consultants}, {members} {members|learns|learn}.{?subjects} Subjects: {subjects}.{/}{?schools} Schools: {schools}.{/}{?slot} {slot} suits {suits} of {people}.{/}',
  'group.member.consultee': `Deficit: ${NEEDS}.${HELP}${OTHER_SUBJECTS}${TIME}`,
  'group.member.wants': `Wants to learn: ${NEEDS}.${HELP}${OTHER_SUBJECTS}${TIME}`,
  'group.member.consultant': `Consults: ${HAS}. Participants: {members}.${OTHER_SUBJECTS}${TIME}`,
  'group.member.consultant.unconfirmed': `Consults, though the level is not confirmed yet: ${HAS}. Participants: {members}.${OTHER_SUBJECTS}${TIME}`,
  'group.singlePoint':
    '“{title}” hangs on one person: {name}. {needy} {needy|teacher needs|teachers need} help{?groups}, groups: {groups}{/}. Prepare a second consultant.',

  'uncovered.noConsultant':
    'There is no consultant for “{title}”. Invite a specialist of another school or find a course.',
  'uncovered.noConsultant.unwilling':
    'For “{title}” these could help but did not say that they would: {names+more}. Talk to them.',
  'uncovered.noConsultant.check':
    'For “{title}” a high level is not confirmed: {names+more}. Confirm it by a test or in a lesson, or switch on the setting “Консультанты без подтверждения”.',
  'uncovered.noCommonSlot':
    'No time in common with the consultants: {names+more}. They can: {?slots}{slots}{:}at none of the times{/}.',
  'uncovered.tooFew':
    '{?together}Only {together} can come together{?slot} ({slot}){/}{:}Nobody can come together{/}, and a group needs at least {least}.',
  'uncovered.tooFew.oneSubject':
    'All who can come together{?slot} ({slot}){/} teach one subject, and a group must be mixed.',
  'uncovered.limit.means':
    'There are too few {?equipment}{?rooms}rooms and {/}sets of equipment ({equipment}){:}rooms{/}: when participants{?names} and consultants ({names+more}){/} can, there is none or other groups have it. Add to the sheet “Помещения и оборудование”, or offer more times on the sheet “Настройки”.',
  'uncovered.limit.apart': 'The only places are beside those who are not to be put together: {names+more}.',
  'uncovered.noConsultant.own':
    'For “{title}” these could consult, but by the sheet “Сотрудники” lead no groups: {names+more}.',
  'uncovered.fewConsultants':
    'A group needs consultants: {needed}, and so many cannot come together for “{title}”: {names+more}{?slot} ({slot}){/}.',
  'uncovered.limit.apart.group': 'A group cannot be formed since these are not to be put together: {names+more}.',
  'uncovered.limit.full':
    'The group {?group}{group} {/}at a time that suits ({slot}, consultants: {names+more}) is full: {members} {members|participant|participants}{?seats}, the largest room seats {seats} {seats|person|people}{/}.',
  'uncovered.busy':
    '{?slot}At the time that suits ({slot}) {/}{name} is in the group {?group}{group} {/}“{other}” already.',
  'uncovered.leadBusy': 'The consultants ({names+more}) are in other groups at the time that suits ({slot}).',
  'uncovered.place': 'There is a place: the group {?group}{group}, {/}{slot}, consultants {names+more}.',
  'uncovered.possible':
    'A group can be formed: {slot}, consultants {names+more}, {members} {members|participant|participants}.',
  'uncovered.dear':
    'A group can be formed ({slot}, consultants {names+more}, {members} {members|participant|participants}), but by the prices on the sheet “Настройки” it is better without.',
  'uncovered.rules':
    'By the settings no group can be formed: it has at least {least} participants, and the consultants can take at most {most}.',
  'uncovered.limit.own':
    '{?groups}Learns in {groups} {groups|group|groups} already, more than {limit} is not allowed.{:}{?personal}The sheet “Сотрудники” allows no group.{:}By the settings nobody learns in any group.{/}{/}',
  'uncovered.limit.banned':
    'The sheet “Пожелания” asks not to put the person together with those who could consult: {names+more}. There are no other consultants for “{title}”.',
  'uncovered.limit.consultants': 'The consultants lead as many groups as they may: {names+more}.',
};

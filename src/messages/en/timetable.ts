// The timetable and the invitations: English.
import type { TIMETABLE as RU } from '../ru/timetable';
import type { Wording } from '../wording';

export const TIMETABLE: Readonly<Record<keyof typeof RU, Wording>> = {
  'timetable.will':
    '{?modules|moved}New modules: {modules}, drafts moved: {moved}. No invitations go out yet.{:}No new modules; those there stay where they are.{/}',
  'timetable.count.modules': 'New modules',
  'timetable.count.impossible': 'Groups without a time',
  'timetable.done': 'Modules put into the timetable: {modules}, moved: {moved}, groups without a time: {impossible}.',
  'timetable.unseen':
    'The {count|calendar|calendars} of {count} {count|participant|participants} cannot be seen: when {count|the person is|they are} busy is unknown. To take it into account, ask for access to their free/busy information.',
  'timetable.slotUnknown':
    'Group {group}: the time “{slot}” of the sheet “Группы” is none of those that the sheet “Настройки” offers{?modules}; its sessions ({modules}) are put where everybody can{/}. Change the group’s time: “{@action.editGroups}”.',
  'timetable.agreedUnknown':
    'Group {group}: the time “{slot}” of the sheet “Программы занятий” is none of those that the sheet “Настройки” offers and was left out. Write it as there, for example: Ср 15:00–16:00.',
  'timetable.slotUnsuited':
    'Group {group}: its sessions ({modules}) are at its time {slot}, which was not named by {names}. Agree with them, or change the group’s time (“{@action.editGroups}”) and make the timetable again.',
  'timetable.slotOther':
    'Group {group}: its sessions ({modules}) are not at its time {slot}: people, rooms or equipment are taken then. Look at the sheet “Расписание”.',
  'timetable.slotStays':
    '{modules|Session|Sessions} {modules} of group {group}: cannot be put at the new time {slot} and {modules|stays|stay} where {modules|it is|they are}.',
  'timetable.slotByHand':
    '{modules|Session|Sessions} {modules} of group {group}: the time was chosen by hand and stays, though the group now has {slot}. To move, choose “{@action.moveModule}”.',
  'timetable.window':
    'The last date for modules ({to}) is before the first ({from}). Open the sheet “Настройки” and correct “Занятия не раньше” or “Занятия не позже”.',
  'timetable.over':
    'The term is over: its last date is {to}, and modules can be placed from tomorrow on. Open the sheet “Настройки” and move the date “Занятия не позже”.',
  'timetable.noSlot':
    'Group {group}: no time suits everybody. Write one as “Общее время” on the sheet “Группы” or, if all participants have named it, on the sheet “Программы занятий”, column “Удобное время консультанта”.',
  'timetable.noDay':
    'Group {group}: from {from} to {to} there are no suitable days ({slots}). Open the sheet “Настройки” and move the date “Занятия не позже”.',
  'timetable.holidays':
    'Group {group}: from {from} to {to} all suitable days are days off. Open the sheet “Настройки” and move the date “Занятия не позже” or correct “Нерабочие дни”.',
  'timetable.busy':
    'Group {group}: from {from} to {to} the suitable times are busy in calendars{?people} ({people}){/}. Move the date “Занятия не позже” on the sheet “Настройки” or agree on another time.',
  'timetable.taken':
    'Group {group}: from {from} to {to} its people are at other modules{?people}: {people}{/}{?groups} (groups {groups}){/}. Move the date “Занятия не позже” on the sheet “Настройки” or move the other modules.',
  'timetable.noRoom':
    'Group {group}: from {from} to {to} all rooms are taken at the suitable times. Add places to the setting “Места занятий” or move the date “Занятия не позже”.',
  'timetable.noRoomThere':
    'Group {group}: from {from} to {to} “{place}” is taken by another module at the suitable times. Move the date “Занятия не позже” on the sheet “Настройки” or write another place of that school on the sheet “Школы-партнёры”.',
  'timetable.more': 'And more: {count}.',
  'timetable.noSeats':
    'Group {group}: too few seats. This topic needs a room for {seats} {seats|person|people}, consultants included. Put one on the sheet “Помещения и оборудование”, correct its seats, or divide the group.',
  'timetable.noEquipment':
    'Group {group}: from {from} to {to} the equipment is taken at the suitable times ({equipment}). Move the date “Занятия не позже” on the sheet “Настройки” or raise “Сколько комплектов” on the sheet “Помещения и оборудование”.',
  'timetable.tooTight':
    'Group {group}: no time was left for {missing} {missing|module|modules}, suitable times from {from} to {to}: {times}{?several} (days: {days}, a group has one module a day){/}{?groups}, taken by modules of {groups|group|groups} {groups}{/}. Move the date “Занятия не позже” on the sheet “Настройки”{?several} or lower “Занятий на группу”{/}.',
  'timetable.onlyRoom':
    'Group {group}: no place was left for {missing} {missing|module|modules}: at suitable times from {from} to {to} its people are free, but “{room}” is taken by modules of {groups|group|groups} {groups}. Add a place to the setting “Места занятий” (онлайн is one too) or move the date “Занятия не позже”.',
  'timetable.onlyRoomThere':
    'Group {group}: no place was left for {missing} {missing|module|modules}: at suitable times from {from} to {to} its people are free, but “{room}” is taken by modules of {groups|group|groups} {groups}. Move the date “Занятия не позже” on the sheet “Настройки” or write another place of that school on the sheet “Школы-партнёры” (left empty, it has any number of modules at once).',
  'timetable.groupUnknown':
    'Sheet “Расписание”, row {row}: there is no group “{group}” on the sheet “Группы”, so module {module} is placed for nobody and not sent. Write the group as on the sheet “Группы”, or delete the row.',

  'timetable.clash.person':
    '{date}: {name} is at two modules at once ({modules}). Open the sheet “Расписание” and move one of them.',
  'timetable.clash.day':
    '{date}: {name} has more than one module a day ({modules}). Open the sheet “Расписание” and move one to another day.',
  'timetable.clash.room':
    '{date}: two modules take “{room}” at once ({modules}). Open the sheet “Расписание” and change a place or a time.',
  'timetable.clash.seats':
    '{date}: session {modules} — “{room}” has {seats} seats for {people} people. Open the sheet “Расписание” and change the place, or correct the seats on the sheet “Помещения и оборудование”.',
  'timetable.clash.equipment':
    '{date}: “{equipment}” is needed by {modules} at once, and there are {count} of it. Open the sheet “Расписание” and move one of them, or correct the number on the sheet “Помещения и оборудование”.',
  'timetable.clash.busy':
    '{date}: {name} is busy at this time by the calendar (module {modules}). Open the sheet “Расписание” and move the module.',
  'timetable.clash.window':
    '{date}: module {modules} is outside the term of modules. Move it on the sheet “Расписание”, or change “Занятия не раньше” and “Занятия не позже” on the sheet “Настройки”.',
  'timetable.clash.holiday':
    '{date}: module {modules} stands on a day off. Move it on the sheet “Расписание” or correct “Нерабочие дни” on the sheet “Настройки”.',

  'invite.will':
    '{events} {events|event|events} of the calendar will be made or changed; {guests} {guests|participant gets an invitation or a notice|participants get invitations and notices}.',
  'invite.someCalendars':
    'The calendars of {asked} guests of the nearest modules were looked into, of {guests}; those of the others were not.',
  'invite.nothing': 'Nothing to send: everybody has the invitations.',
  'invite.nothingReady': 'Nothing to send now: no new invitation is ready.',
  'invite.count.new': 'New events',
  'invite.count.changed': 'Changed',
  'invite.count.cancelled': 'Cancelled',
  'invite.count.guests': 'Invitations',
  'invite.forms': 'Preparing the feedback forms, so that their links stand in the invitations.',
  'invite.feedback': 'for participants:',
  'invite.feedback.consultant': 'for consultants:',
  'invite.going': 'Sending invitations: {done} of {total}.',
  'invite.done': 'Done: events sent: {events}. Who will come is on the sheet “Расписание”.',
  'invite.groupGone': 'The module is cancelled: group {group} is no longer on the sheet “Группы”.',
  'attendance.deleted':
    'The session is cancelled: its event was deleted from the calendar. To invite again set «Состояние» to “черновик” and choose “{@action.sendInvitations}”.',
  'invite.deleted': 'The event of session {module} “{title}”, {date}, was deleted from the calendar.',
  'invite.deleted.do':
    'If you send now, the guests are invited again, as the sheet “Расписание” has it. If a session is not to be held, first set its state there to “отменено”.',
  'invite.deleted.done':
    'The guests are invited to these sessions again. If one is not to be held, set its state to “отменено” and choose “{@action.sendInvitations}”.',
  'invite.moved':
    'The event of session {module} “{title}” was moved in the calendar itself: there it is {date} {time}, on the sheet “Расписание” {was} {start}.',
  'invite.moved.do':
    'To accept the new time, write it into the sheet “Расписание”. If you send now, the calendar becomes as the sheet, and the guests are told.',
  'invite.moved.done': 'The calendar has the time of the sheet “Расписание” again, and the guests have been told.',
  'invite.past':
    'Sheet “Расписание”, row {row}: the time of module {module} is over, no invitation was sent. Write another date.',
  'timetable.held':
    '{modules|The draft|The drafts} {modules} {modules|stays|stay} where {modules|it is|they are}: by the present rules {modules|it|they} could not be put there. Move {modules|it|them} or delete {modules|the row|the rows} before invitations go out.',
  'timetable.dayOff':
    'Invitations for {modules} are out, but the day is off by now. Move or cancel: “{@action.moveModule}”.',
  'invite.movedPast':
    'Sheet “Расписание”, row {row}: module {module} has a date now that is over, while its invitation is for a day to come. Correct the date or, if it has taken place, set the state to “проведено”; the guests have not been told anything.',
  'invite.copied':
    'Sheet “Расписание”, row {row}: a copy of row {first} (module {module}), both with one invitation. Delete it, and have a second module made by “{@action.makeTimetable}”.',
  'invite.notPublished': 'Module {module}: group {group} is not published, no invitation was sent.',
  'invite.noConsultant':
    'Module {module}: none of the consultants of group {group} takes part, nobody would hold it. Replace the consultant: “{@action.editGroups}”.',
  'invite.noEmail':
    'Module {module}: no e-mail address for {names}. They get no invitation: write the address on the sheet “Сотрудники” or tell them yourself.',
  'invite.noTime':
    'Sheet “Расписание”, row {row}: module {module} has no date or time, or an end not after its start. Check “Дата”, “Начало” and “Окончание”.',
  'calendar.lost':
    'The connection with Google broke while the calendar “{title}” was being made. A second calendar of that name, without events, may have been left. Open calendar.google.com, and in its menu (⋮) choose “Settings” → “Remove calendar”. Do not delete the one that holds the sessions.',
};

// The director's hand in the groups: wishes, explanations, edits, variants, what-if: English.
import type { DIRECTOR as RU } from '../ru/director';
import type { Wording } from '../wording';

export const DIRECTOR: Readonly<Record<keyof typeof RU, Wording>> = {
  'wish.open.topic':
    '{?pinned}Could not be kept together{:}Not together{/}: {name} and {other}. There is no topic{?title} “{title}”{/} in which both learn or one can help the other.',
  'wish.open.banned':
    '{?pinned}Could not be kept together{:}Not together{/}: {name} and {other}{?title} (“{title}”){/}. The sheet “Пожелания” also has a row “не ставить вместе” about them: leave one of the two.',
  'wish.open.time':
    '{?pinned}Could not be kept together{:}Not together{/}: {name} and {other}{?title} (“{title}”){/}. They have no time in common: agree on one with both.',
  'wish.open.worse':
    '{?pinned}Could not be kept together{:}Not together{/}: {name} and {other}{?lead} ({lead} consulting){/}{?title} (“{title}”){/}. It would cost more or break a rule. To put them together, make the group by hand: “{@action.editGroups}”.',
  'groups.quality':
    'The groups are at most {percent} % from the best possible: no other groups are better than that by the prices of the sheet “Настройки”.',
  'groups.quality.best': 'No groups are better by the prices of the sheet “Настройки”: this is proven.',
  'groups.quality.unknown': 'How near the groups are to the best possible could not be proven.',
  'groups.servesMost':
    'No groups serve the deficits more fully: everybody has all served that can be, or as much as the groups a person may attend allow.',
  'groups.reformed': 'Groups were formed anew: there is new data, or the draft was changed.',
  'group.noPoint':
    '{needy} {needy|teacher needs|teachers need} help with “{title}”, and there is no consultant at all.',
  'pair.help':
    '{name} helps, {other} learns “{title}”: {?level=}level unknown{:}level {level}, target {target}{/}.{?suits=2} The time is convenient for both.{/}{?suits=1} The time is possible for both.{/}{?suits=0} The time is not confirmed.{/}{?subjects} Subjects: {subjects}.{/}{?wished} As wished.{/}{?met} Have worked together before.{/}',
  'pair.leads':
    '{name} and {other} lead together: participants {members}.{?subjects} Subjects: {subjects}.{/}{?wished} As wished.{/}{?met} Have worked together before.{/}',
  'pair.peers':
    '{name} and {other} learn “{title}” together.{?wished} As wished.{/}{?met} Have worked together before.{/}',
  'cover.consultant':
    '{?one}One more{:}A{/} consultant for “{title}” is needed{?slot}; best on {slot}, when {people} can come{/}.',
  'cover.time':
    'A time in common helps{?slot}, best {slot}{/}. {name}: {?own}{own}{:}at none of the times{/}.{?closed} No sessions, all days are off: {closed}.{/}',
  'cover.company':
    '{?slot}On {slot} {:}{/}participants are missing: {missing}. Offer the time to others who need “{title}”, or lower “В группе не меньше участников”.',
  'cover.leadsNone':
    'Raise the number on the sheet “Сотрудники”, column “Групп как консультант, не больше” ({names+more}), or find another consultant for “{title}”.',
  'cover.company.needed':
    'Too few need “{title}”: {needy}. Invite teachers of another school, find a course, or lower “В группе не меньше участников”.',
  'cover.alike':
    'A participant or consultant of another subject is needed{?slot} ({slot}){/}; or write the group on the sheet “Группы”.',
  'cover.busy':
    'Move the group {?group}{group} {/}“{other}”{?names}, or find another time in common with the consultants: {names+more}{/}.',
  'cover.full':
    'Raise {?each}“Участников на одного консультанта”{?size} and “В группе не больше участников”{/}{:}“В группе не больше участников”{/}{?load} or “Групп на консультанта”{/}{?another}, or find another consultant{/}.',
  'cover.load':
    'Raise {?personal}the number on the sheet “Сотрудники”, column “Групп как консультант, не больше”{:}the setting “Групп на консультанта”{/} or find one more consultant{?slot}; best on {slot}, when {people} can come{/}.',
  'cover.leadBusy':
    'One more consultant for “{title}” is needed{?slot}; best on {slot}, when {people} can come{/}. Or another time in common with the consultants: {names+more}.',
  'cover.place': 'Add the person to this group: “{@action.editGroups}”.',
  'cover.possible': 'Choose “{@action.formGroups}”, or write the group on the sheet “Группы”.',
  'cover.dear':
    'Lower “Цена: ещё одна группа” and “Цена: нагрузка консультанта”, raise “Цена: дефицит без группы”, or write the group on the sheet “Группы”.',
  'cover.rules':
    'Raise “Участников на одного консультанта” or “Консультантов в группе”, or lower “В группе не меньше участников”.',
  'cover.full.room':
    'Find a larger room{?each} and raise “Участников на одного консультанта”{/}{?load} or raise “Групп на консультанта”{/}{?another}, or find another consultant{/}.',
  'cover.ownLimit':
    'Raise {?personal}the number on the sheet “Сотрудники”, column “Групп как консультируемый, не больше”,{:}the setting “Групп на консультируемого”{/} or wait for the next round.',
  'cover.banned':
    'Take away the row “не ставить вместе” on the sheet “Пожелания”, or find another consultant for “{title}”: now there is only {names+more}.',
  'cover.means':
    'One more {?equipment}{?rooms}room and {/}set of equipment ({equipment}){:}room{/} at a time that suits, or sessions at another time.',
  'cover.apart': 'Take off the ban to be together ({names+more}){?another}, or find another consultant{/}.',
  'change.group.new': 'New group {group} “{title}”: participants {people}.',
  'change.group.gone':
    'Group {group} “{title}” is no more{?waiting}. Waiting for help now: {waiting}.{:}: its people are in other groups, or take no part, or need no help, or do not ask for it.{/}',
  'change.group.off': 'Group {group} “{title}” is no more: the topic is switched off on the sheet “Компетенции”.',
  'change.group.slot': 'Group {group} “{title}”: time {was} → {slot}.',
  'change.left.moved': '{name}: from group {group} “{title}” to group {to}.',
  'change.left.learnt': '{name}: no longer in group {group} “{title}”, the deficit is gone.',
  'change.left.unknown': '{name}: no longer in group {group} “{title}”: the level in this topic is not known.',
  'change.left.partner':
    '{name}: no longer in group {group} “{title}”: teachers of this partner school do not {?learns}learn{:}consult{/} in groups (sheets “Настройки” and “Школы-партнёры”).',
  'change.left.unasked':
    '{name}: no longer in group {group} “{title}”: does not ask to master this topic, and groups are formed “Только по желанию” (sheet “Настройки”).',
  'change.left.out': '{name}: no longer in group {group} “{title}”, because of taking no part (sheet “Сотрудники”).',
  'change.left.waits':
    '{name}: no longer in group {group} “{title}”, no place was found. Why is on the sheet “Без группы”.',
  'change.left.free': '{name}: no longer consults group {group} “{title}”, others are enough.',
  'change.left.unable': '{name}: no longer consults group {group} “{title}”, there is no confirmed surplus.',
  'change.left.unwilling':
    '{name}: no longer consults group {group} “{title}”: offers no help in this topic any longer.',
  'change.left.limit':
    '{name}: no longer consults group {group} “{title}”: may lead so many groups: {limit} (sheet “{?own}Сотрудники{:}Настройки{/}”).',
  'change.left.time': '{name}: no longer consults group {group} “{title}”: its new time, {slot}, does not suit.',
  'change.left.ownTime': '{name}: no longer consults group {group} “{title}”: its time, {slot}, suits no longer.',
  'change.left.apart':
    '{name}: no longer consults group {group} “{title}”: not to be put together with {names} (sheet “Пожелания”).',
  'change.came.leads': '{name}: now consults group {group} “{title}”.',
  'change.came.learns': '{name}: now learns in group {group} “{title}”.',
  'compare.same': 'Neither better nor worse by the prices of the sheet “Настройки”.',
  'compare.better': 'Better by {points} {points|point|points} (prices are on the sheet “Настройки”).',
  'compare.worse': 'Worse by {points} {points|point|points} (prices are on the sheet “Настройки”).',
  'compare.uncovered': 'Deficits without a group: {was} before, {now} after.',
  'compare.depth': 'As many deficits without a group, but others.',
  'compare.groups': 'Groups: {was} before, {now} after.',
  'compare.mixed.more': 'Subjects and schools are more mixed.',
  'compare.mixed.less': 'Subjects and schools are less mixed.',
  'compare.times.better': 'The times suit better, or fewer pairs have worked together before.',
  'compare.times.worse': 'The times suit less, or more pairs have worked together before.',
  'compare.wishes.better': 'More wishes are met.',
  'compare.wishes.worse': 'Fewer wishes are met.',
  'edit.kind.move': 'Move to another group',
  'edit.kind.swap': 'Let two change places',
  'edit.kind.add': 'Add to a group',
  'edit.kind.remove': 'Take out of a group',
  'edit.kind.slot': 'Change a group’s time',
  'edit.kind.pin': 'Pin a group',
  'edit.kind.unpin': 'Unpin a group',
  'edit.kind.keep': 'Keep a person with the consultant',
  'edit.kind.forbid': 'Never put two together',
  'edit.kind.undo': 'Take the last edit back',
  'edit.kind.redo': 'Do the edit again',
  'edit.role.consultee': 'learns',
  'edit.role.consultant': 'consults',
  'edit.what': 'Choose what to do.',
  'edit.needs.person': 'Choose a person.',
  'edit.needs.from': 'Choose the group it is about.',
  'edit.needs.to': 'Choose the group to go to.',
  'edit.needs.other': 'Choose the second person.',
  'edit.needs.slot': 'Choose a time.',
  'edit.person': 'Nobody bears the code “{found}”.',
  'edit.group': 'There is no group “{group}” on the sheet “Группы”.',
  'edit.keep.topic':
    'The pair cannot be kept together: there is no competency code “{topic}” on the sheet “Компетенции”. First mend the code in the group’s rows on the sheet “Группы”.',
  'edit.keep.alone':
    'There is nobody to keep this person with: group {group} has no consultant or no participants. Add them first.',
  'edit.nothing': 'Nothing to change: it is so already.',
  'edit.same': 'Choose two different people.',
  'edit.twice': 'This person is in group {group} already.',
  'edit.absent': 'This person is not in group {group}.',
  'edit.last': 'Nobody would be left in group {group}. Delete its rows on the sheet “Группы” if it is not needed.',
  'edit.empties':
    'Group {group} is published: a consultant and at least one participant must stay. Add a replacement first.',
  'edit.closed': 'Group {group} is closed: its members no longer change.',
  'edit.why':
    'Write why the members change: {groups|group|groups} {groups} {groups|is|are} published, and the reason stays in the history.',
  'edit.whyByHand':
    '{groups|Group|Groups} {groups} {groups|has|have} been published since, and a reason is needed. Choose “{@action.editGroups}” → “{@edit.kind.undo}” and write it.',
  'edit.publishedSince':
    '{groups|Group|Groups} {groups} {groups|has|have} been published since: a forming or a variant cannot be taken back as a whole any more. Move people one by one: “{@action.editGroups}”.',
  'edit.apart':
    'The sheet “Пожелания” asks not to put together: {names}. While that row stands they cannot be kept together: delete it first.',
  'edit.pinned':
    'The sheet “Пожелания” asks to keep together: {names}. While that row stands they cannot be kept apart: delete it first.',
  'variant.published':
    'Published already and staying as they are: {groups+more}. Only the other groups of the variant come back.',
  'variant.allPublished':
    'The variant “{name}” has nothing to bring back: all of its groups are published or closed. The drafts are as they were.',
  'variant.gone':
    'No longer on the sheet “Сотрудники”: {names+more}. The groups of the variant come back without them.',
  'edit.gone': 'No longer on the sheet “Сотрудники”: {names+more}. This does not bring them back into groups.',
  'edited.gone': 'Done again without who is no longer on the sheet “Сотрудники”: {what}',
  'unedited.gone': 'Taken back, but not for who is no longer on the sheet “Сотрудники”: {what}',
  'edit.stale': '{groups|Group|Groups} {groups} {groups|has|have} changed since: this edit cannot be taken back.',
  'edit.meanwhile':
    'The sheets have changed while you were looking: something else would come of it than what is shown. Nothing is written. See how things stand now, and repeat the edit if it is still needed.',
  'edit.undoNone': 'Nothing to take back: there are no edits.',
  'edit.redoNone': 'Nothing to do again: no edit was taken back.',
  'edit.done': 'Done: {what}',
  'edit.invite':
    'Invitations are out ({modules}). Choose “{@action.sendInvitations}”: those who came get an invitation, those who left a cancellation.',
  'edit.inviteBack':
    'Invitations are out ({modules}). If they were sent after this edit too, choose “{@action.sendInvitations}”: who is in the group again gets an invitation, who is in it no more a cancellation.',
  'edit.slotInvited':
    'Invitations are out ({modules}): {modules|the session stays|the sessions stay} at the former time. To move, choose “{@action.moveModule}”.',
  'edited.move': '{name}: from group {from} to group {to}.',
  'edited.swap': '{name} ({from}) and {other} ({to}) change places.',
  'edited.add': '{name}: to group {to}, {?leads}consults{:}learns{/}.',
  'edited.remove': '{name}: no longer in group {from}.',
  'edited.slot': 'Group {from}: new time {slot}.',
  'edited.pin': 'Group {from} is pinned: forming anew leaves it.',
  'edited.unpin': 'Group {from} is no longer pinned.',
  'edited.keep': '{name} stays with group {from} when groups are formed anew.',
  'edited.forbid': '{name} and {other}: never together.',
  'edited.form': 'The drafts are formed anew again.',
  'edited.restore': 'The variant “{name}” in place of the draft.',
  'unedited.move': 'Taken back: {name} is in group {from} again, not {to}.',
  'unedited.swap': 'Taken back: {name} is in group {from} again, {other} in group {to}.',
  'unedited.add': 'Taken back: {name} is no longer in group {to}.',
  'unedited.remove': 'Taken back: {name} is in group {from} again.',
  'unedited.slot': 'Taken back: group {from} has its former time.',
  'unedited.pin': 'Taken back: group {from} is not pinned.',
  'unedited.unpin': 'Taken back: group {from} is pinned.',
  'unedited.keep':
    'Taken back: {?stays}the sheet “Пожелания” still has a row “закрепить вместе” about the same people ({name}, group {from}). It holds; delete it unless it is needed.{:}{name} need not stay with group {from}.{/}',
  'unedited.forbid':
    'Taken back: {?stays}the sheet “Пожелания” still has a row “не ставить вместе” about the same people ({name}, {other}). It holds; delete it unless it is needed.{:}{name} and {other} may be together.{/}',
  'unedited.form': 'Taken back: the former drafts again instead of those formed anew.',
  'unedited.restore': 'Taken back: the former draft again instead of the variant “{name}”.',
  'undo.otherCycle':
    'This run changed groups of cycle {was}, and the settings say cycle {now}. Set cycle {was} on the sheet “Настройки”, undo the run, then set {now} again.',
  'undo.otherCycle.moves':
    'This run moved modules of cycle {was}, and the settings now say cycle {now}. Put cycle {was} back on the sheet “Настройки”, undo the run, then set {now} again.',
  'undo.edit': 'The edit will be taken back: {what}',
  'rule.unknown': 'Group {group}: its competency, time or a person’s code cannot be read{?names} ({names}){/}.',
  'rule.noTime': 'Group {group}: its time is no longer on the sheet “Настройки”.',
  'rule.consultants':
    'Group {group}: no consultant, or more than the setting “Консультантов в группе” or the rooms allow.',
  'rule.size': 'Group {group}: fewer or more participants than the settings and the seats of the rooms allow.',
  'rule.no_surplus': 'Group {group}: consults without a confirmed surplus or without having offered: {names}.',
  'rule.no_deficit': 'Group {group}: no deficit in this topic: {names}.',
  'rule.noWish':
    'Group {group}: do not ask for help, and groups are formed “Только по желанию” (sheet “Настройки”): {names}.',
  'rule.out': 'Group {group}: take no part now (sheets “Сотрудники” and “Настройки”): {names}.',
  'rule.twice': 'Group {group}: written twice: {names}. Delete the row too many on the sheet “Группы”.',
  'rule.served_twice': 'Group {group}: learn the same topic in another group: {names}.',
  'rule.unavailable': 'Group {group}: this time does not suit {names}.',
  'rule.clash': 'Group {group}: in another group at the same time: {names}.',
  'rule.forbidden_pair': 'Group {group}: asked not to be together: {names}.',
  'rule.one_subject': 'Group {group}: all teach one subject; a group must be mixed.',
  'rule.no_room': 'Group {group}: rooms or equipment are not enough at this time.',
  'rule.member_limit': '{name}: learns in more groups than allowed.',
  'rule.lead_limit': '{name}: consults more groups than allowed.',
  'variant.now': 'As now',
  'variant.kind.save': 'Keep the present draft',
  'variant.kind.compare': 'Compare two variants',
  'variant.kind.restore': 'Bring a variant back',
  'variant.what': 'Choose what to do with the variants.',
  'variant.noName': 'Name the variant.',
  'variant.unknown': 'There is no variant “{found}”.',
  'variant.same': 'Choose two different variants; to bring one back, a kept one.',
  'variant.nothing': 'Nothing to keep: there are no draft groups.',
  'variant.taken': 'There is a variant “{name}” already. Choose another name.',
  'variant.save': 'Variant “{name}”: groups {groups}.',
  'variant.compare': 'Before: “{one}”, after: “{other}”:',
  'variant.restored': 'The variant “{name}” is on the sheet “Группы” again. Published groups stayed as they were.',
  'whatIf.will':
    'Changes to be reckoned: {count}, each against the best groups that can be formed now. Groups and settings stay as they are: the result is on the sheet “Что даст”.',
  'whatIf.count': 'Changes',
  'whatIf.going': 'Changes reckoned: {done} of {total}.',
  'whatIf.done': 'Changes reckoned: {total}, useful: {count}. All are on the sheet “Что даст”, the most useful first.',
  'whatIf.best':
    '{change}: covers {covered} {covered|deficit|deficits}, {people} {people|teacher|teachers} in a group for the first time.',
  'whatIf.m': '“Групп на консультируемого” made {value}',
  'whatIf.k': '“Групп на консультанта” made {value}',
  'whatIf.U1': '“Участников на одного консультанта” made {value}',
  'whatIf.U': '“В группе не больше участников” made {value}',
  'whatIf.cmax': '“Консультантов в группе” made {value}',
  'whatIf.L': '“В группе не меньше участников” made {value}',
  'whatIf.confirm': 'Confirm the level to let consult: {name}, “{title}”',
  'whatIf.ask': 'Ask to consult{?check} and confirm the level{/}: {name}, “{title}”',
  'whatIf.consultant': 'One more consultant for “{title}” to whom any time suits',
  'whatIf.time': '{name} can also come on {slot}',
  'whatIf.slot': 'One more time that suits everybody',
  'field.editGroups.what': 'What to do',
  'field.editGroups.what.help': 'Choose the edit. What it breaks and gains is shown before it is made.',
  'field.editGroups.person': 'Who',
  'field.editGroups.person.help': 'The person the edit is about.',
  'field.editGroups.from': 'Group',
  'field.editGroups.from.help': 'The group to change: the person leaves it, it is pinned, it gets another time.',
  'field.editGroups.to': 'To',
  'field.editGroups.to.help': 'The group to go to; in an exchange, the second person’s group.',
  'field.editGroups.other': 'Second person',
  'field.editGroups.other.help': 'To exchange places, or never to be together.',
  'field.editGroups.role': 'Role',
  'field.editGroups.role.help': 'For adding. When not chosen: learns.',
  'field.editGroups.slot': 'New time',
  'field.editGroups.slot.help': 'To change the group’s time.',
  'field.editGroups.why': 'Why',
  'field.editGroups.why.help': 'Stays in the history. Required for a published group.',
  'field.groupVariants.what': 'What to do',
  'field.groupVariants.what.help': 'Keep the present draft, compare two variants, or bring one back.',
  'field.groupVariants.name': 'Name',
  'field.groupVariants.name.help': 'The draft is kept under this name. Not needed to compare or bring back.',
  'field.groupVariants.one': 'Variant',
  'field.groupVariants.one.help': 'What to compare or bring back.',
  'field.groupVariants.other': 'Compare with',
  'field.groupVariants.other.help': 'The second variant. Not needed to bring one back.',
};

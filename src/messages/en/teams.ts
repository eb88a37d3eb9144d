// Mentor pairs, learning communities, levels of mastery, wishes: English.
import type { TEAMS as RU } from '../ru/teams';
import type { Wording } from '../wording';

/** A level may be 0. */
const LEVEL = '{?level=}level unknown{:}level {level}{?target}, target {target}{/}{/}';

export const TEAMS: Readonly<Record<keyof typeof RU, Wording>> = {
  'confirm.formPairs': 'Make a draft',
  'confirm.formCommunities': 'Make a draft',
  'confirm.formMastery': 'Make a draft',
  'confirm.publishTeams': 'Publish',
  'field.publishTeams.kinds': 'What to publish',
  'field.publishTeams.kinds.help': 'With nothing ticked, every draft there is will be published.',

  'teams.noLevels':
    'There is nothing to work with: no teacher’s levels are known. Choose “{@action.sendSelf}”, wait for answers and choose “{@action.processAnswers}”, or fill in the sheet “Тесты и наблюдения”.',
  'teams.count.left': 'People on the sheet “Без пары и сообщества”',
  'teams.count.rows': 'Rows on the sheet “{table}”',
  'teams.next': 'Check the draft, mend and pin what you need, and choose “{@action.publishTeams}”.',
  'teams.publish.will':
    '{?rows}The drafts become published: forming again will not change them. No letters are sent.{:}There is nothing to publish: no drafts.{/}',
  'teams.publish.absent':
    'The sheet “Сотрудники” says that {names} take no part. If so, take them out of the drafts before publishing.',
  'teams.publish.name':
    'Sheet “{table}”, row {row}: it says “{found}”, but the code {teacher} is {name}. The code counts: {name} will be published. If you meant somebody else, change the code{?other} to {other}{/}.',
  'teams.publish.done': '{?rows}Rows published: {rows}.{:}There was nothing to publish: no drafts.{/}',
  'teams.absent':
    'Sheet “{table}”, row {row}: by the sheet “Сотрудники” {name} takes no part, but the row is published, pinned or changed by hand. If the person has left, delete or mend it.',
  'teams.bad.person':
    'Sheet “{table}”, row {row}: code “{teacher}”, nobody on the staff has it. Take the code from the sheet “Сотрудники”.',

  'wishes.person.unknown': 'nobody found for “{found}”. Write the code from the sheet “Сотрудники” or the full name.',
  'wishes.self': '“{found}” is put with himself. Write two different people.',
  'wishes.about.unknown':
    'there is no competency with the code “{found}”. Take the code from the sheet “Компетенции” or leave the cell empty.',
  'wishes.contradiction':
    '{who} and {whom} are both “закрепить вместе” and “не ставить вместе”. The ban holds: delete the other row.',

  'pairs.will':
    '{?pairs}There will be {pairs} {pairs|pair|pairs}: a draft, nothing is sent to anybody.{:}No pair came out: the sheet “Без пары и сообщества” will say why.{/}{?kept} Published and pinned pairs stay as they are: {kept}.{/}',
  'pairs.changes':
    'Against the former draft: unchanged {same}, new {fresh}, gone {dropped}. To keep a pair, write “да” in the column “Закрепить”.',
  'pairs.count.pairs': 'Pairs',
  'pairs.count.mutual': 'By mutual wish',
  'pairs.done':
    'The draft is ready. Pairs: {pairs} (unchanged {same}, new {fresh}, gone {dropped}), published and pinned: {kept}, left without a pair: {left}.',
  'pairs.best':
    'This is the best distribution: as many pairs by mutual wish as can be, then the most pairs of all, then the deepest deficits.',
  'pairs.reason':
    '{?request=mutual}Both want to work together. {/}{?request=trainee}The trainee asked for this mentor. {/}{?request=mentor}The mentor asked for this trainee. {/}{?request=pinned}Pinned on the sheet “Пожелания”. {/}{?title}“{title}”: the trainee has {?lacks=}an unknown level{:}level {lacks}, target {target}{/}{?has=}{:}; the mentor has level {has}{/}.{?wants} The trainee wants to master it.{/}{:}The levels show nothing to learn: choose the topic yourself.{/}{?others} Also: {others}.{/}{?subjects} Common subject: {subjects}.{/}{?schools} Schools: {schools}.{/}',
  'pairs.left.unknown':
    'The levels are unknown. Wait for the self-assessment, or write a test or an observation into the sheet “Тесты и наблюдения”.',
  'pairs.left.own':
    'The sheet “Сотрудники” says: groups as a consultee, 0. Remove the number if this person needs a mentor.',
  'pairs.left.mentorLimit':
    'Those who could help are limited to 0 trainees: {names+more}. The limit stands on the sheet “Сотрудники”.',
  'pairs.left.busy':
    'Those who could help are taken: {names+more}. {?gains}With the setting “Подопечных у наставника” at {places} there will be a mentor.{:}Prepare one more mentor, or invite one from another school.{/}',
  'pairs.left.forbidden':
    'Only those who must not be put together could help: {names+more}. Look again at the row on the sheet “Пожелания”, or invite a mentor from another school.',
  'pairs.left.school':
    'Nobody in this school can help, in another could: {names+more}. Change the setting “Пары и сообщества из разных школ” to “можно”.',
  'pairs.left.unwilling':
    'These can do it but have not ticked “ready to help”: {names+more}. Talk to them; a mutual wish can be written on the sheet “Пожелания”.',
  'pairs.left.check':
    'A high level is not confirmed yet: {names+more}. Confirm it by a test or at a lesson, or switch on the setting “Консультанты без подтверждения”.',
  'pairs.left.nobody':
    'Nobody in the school can do what is needed: {names+more}. Invite a specialist from another school or choose a course.',
  'pairs.free.others':
    'Could be a mentor ({names+more}), but those who need it have a pair already, or a ban, the school or a personal limit does not allow the pair.',
  'pairs.free.noNeed': 'Could be a mentor ({names+more}), but nobody has a deficit in it.',
  'pairs.unmet.absent': '{one} and {other} want to work together, but one of them takes no part.',
  'pairs.unmet.forbidden': '{one} and {other} want to work together, but the sheet “Пожелания” forbids it too.',
  'pairs.unmet.school':
    '{one} and {other} want to work together, but they are of different schools. The setting “Пары и сообщества из разных школ” helps.',
  'pairs.unmet.needless':
    '{one} and {other} want to work together, but neither has anything to learn from the other: there is no deficit met by a level. You may write “закрепить вместе”.',
  'pairs.unmet.limit': '{one} and {other} want to work together, but a personal limit on the sheet “Сотрудники” is 0.',
  'pairs.unmet.taken':
    '{one} and {other} want to work together, but the place is taken by another pair: a mutual, pinned or published one. The setting “Подопечных у наставника” helps.',
  'pairs.unmet.pinned':
    '{one} and {other} are pinned together on the sheet “Пожелания”, but the trainee has a mentor already or one of them takes no part.',
  'pairs.bad.self': 'Sheet “Наставнические пары”, row {row}: pair {pair} is one and the same person. Mend the code.',
  'pairs.bad.number':
    'Sheet “Наставнические пары”, row {row}: the number {pair} stands in row {other} already. Write another one.',
  'pairs.bad.twice':
    'Sheet “Наставнические пары”, row {row}: in pair {pair} the trainee ({name}) has a mentor already. Delete the extra row.',
  'pairs.bad.forbidden':
    'Sheet “Наставнические пары”, row {row}: the sheet “Пожелания” forbids pair {pair}. Change the pair or remove the ban.',
  'pairs.bad.topic':
    'Sheet “Наставнические пары”, row {row}: the sheet “Пожелания” forbids pair {pair} the topic “{title}”. Take it out of the column “Над чем работают” or remove the ban.',

  'communities.will':
    '{?communities}There will be {communities} {communities|community|communities}: a draft, nothing is sent to anybody.{:}No community came out: the sheet “Без пары и сообщества” will say why.{/}{?kept} Published and pinned ones stay as they are: {kept}.{/}',
  'communities.changes':
    'Against the former draft: communities unchanged {same}, people who move to another {moved}. To keep a community, write “да” in the column “Закрепить”.',
  'communities.count.communities': 'Communities',
  'communities.count.people': 'People in them',
  'communities.limits':
    'The setting “В сообществе не меньше человек” ({least}) is above the setting “В сообществе не больше человек” ({most}). Mend one of them.',
  'communities.done':
    'The draft is ready. Communities: {communities} (unchanged {same}), people: {people}, moved to another community: {moved}, left without a place: {left}.',
  'communities.best': 'There is no better division into communities: all have been checked.',
  'communities.quality':
    'The division is worth at least {percent} % of an upper estimate. No exchange of people between any two communities makes it better.',
  'communities.tutor': `Tutor. “{title}”: ${LEVEL}.{?state=surplus}{?helps} Able and ready to help.{:} Able; ask whether ready to lead.{/}{/}{?state=check} A high level, not confirmed yet.{/}{?state=norm} Of those who may lead, the nearest to a surplus.{/}{?state=deficit} Of those who may lead, the least deficit: support the tutor with a course or an invited specialist.{/}{?state=unknown} Level unknown: check the choice.{/}{?names} Wants together: {names+more}.{/}`,
  'communities.member': `“{title}”: ${LEVEL}.{?state=deficit} A deficit{?wants}, wants to close it{/}.{?others} {others} more {others|member has|members have} the same.{/}{:}{?wants} No deficit, but wants to grow in it.{:}{?state=unknown}{:} No deficit.{/} Here so that nobody is left without a community and sizes are even.{/}{/}{?names} Wants together: {names+more}.{/}`,
  'communities.left.own':
    'The sheet “Сотрудники” says: groups as a consultee, 0. Remove the number if this person is ready to learn.',
  'communities.left.few':
    'There are fewer people than a community needs ({least}). Lower the setting “В сообществе не меньше человек”, or let the setting “Пары и сообщества из разных школ” bring them together.',
  'communities.left.sizes':
    'The people do not add up to communities of {least}–{most}. Widen the settings “В сообществе не меньше человек” and “В сообществе не больше человек”.',
  'communities.left.apart': 'The bans on the sheet “Пожелания” leave no community for this person. Remove one of them.',
  'communities.unmet.without': '{one} and {other} wished to be together, but {who} is in no community.',
  'communities.unmet.mutual':
    '{one} and {other} want to be together but are in different communities: others would have lost by it.',
  'communities.unmet.pinned':
    '{one} and {other} are pinned together on the sheet “Пожелания”, but could not be put into one community.',
  'communities.bad.competency':
    'Sheet “Сообщества (ПОС)”, row {row}: community {community} has the competency code “{found}”, which the programme does not have. Take the code from the sheet “Компетенции”.',
  'communities.bad.twice':
    'Sheet “Сообщества (ПОС)”, row {row}: {name} is in another community already, or twice in {community}. Delete the extra row.',
  'communities.bad.tutors':
    'Sheet “Сообщества (ПОС)”, row {row}: community {community} has {tutors} {tutors|tutor|tutors}, it needs one. Change the role.',
  'communities.bad.alone':
    'Sheet “Сообщества (ПОС)”, row {row}: community {community} has one person. Add members or delete the row.',
  'communities.bad.mixed':
    'Sheet “Сообщества (ПОС)”, row {row}: community {community} has different competencies. Make “Код компетенции” the same in all its rows.',
  'communities.bad.forbidden':
    'Sheet “Сообщества (ПОС)”, row {row}: in community {community} {one} and {other} are together, which the sheet “Пожелания” forbids. Move one of them or remove the ban.',

  'mastery.will':
    'New rows: {fresh}, level changes: {changed}. Rows that are published, pinned or changed by hand keep their level: {kept}.',
  'mastery.count.high': 'High mastery',
  'mastery.count.improving': 'Improving mastery',
  'mastery.count.forming': 'Forming mastery',
  'mastery.count.help': 'Constant methodical help',
  'mastery.done':
    'Done. High mastery: {high}, improving: {improving}, forming: {forming}, constant help: {help}. New rows: {fresh}, level changed: {changed}, level unknown: {left}.',
  'mastery.reason':
    'Mean level {mean} of 4 over {known} of {all} {all|competency|competencies}{?from}: not below {from}{/}{?below}{?from} and{:}:{/} below {below}{/}. Deficits: {deficits}, surpluses: {surpluses}.',
  'mastery.disagrees':
    'The level was set by hand or published earlier. By the answers of now (mean level {mean}) it would be: {@mastery.name.+level}.',
  'mastery.name.high': 'high mastery',
  'mastery.name.improving': 'improving mastery',
  'mastery.name.forming': 'forming mastery',
  'mastery.name.help': 'constant methodical help',
  'mastery.goal.high':
    'Lead others: mentoring, a master class, a resource for the bank{?strong}. Strongest in: {strong}{/}.{?lacks} Close alone: {lacks}.{/}',
  'mastery.goal.improving':
    '{?lacks}Bring to the target: {lacks}.{:}Keep what is reached.{/}{?strong} Share with colleagues: {strong}.{/}',
  'mastery.goal.forming':
    '{?lacks}Close first: {lacks}. A community and a mentor help.{:}Settle what is reached in own lessons.{/}{?strong} Build on strengths: {strong}.{/}',
  'mastery.goal.help':
    '{?lacks}Begin with one: {lacks}.{:}Choose one topic.{/} A constant mentor and visits to lessons.{?strong} Build on strengths: {strong}.{/}',
  'mastery.group.high': 'Sum up and pass on experience, lead pairs and communities, fill the bank.',
  'mastery.group.improving': 'Close single deficits and reach the consultant’s level.',
  'mastery.group.forming': 'Master techniques with colleagues and reach the target in the main competencies.',
  'mastery.group.help': 'Have constant support of a mentor and a methodologist, move in small steps.',
  'mastery.left.unknown':
    'The level is known for {known} of {all} {all|competency|competencies}: too few. Wait for the self-assessment, or write a test or an observation into the sheet “Тесты и наблюдения”.',
  'mastery.bad.twice': 'Sheet “Уровни мастерства”, row {row}: {name} is listed twice. Delete the extra row.',

  'undo.count.teams': 'Rows of pairs, communities and levels to be made drafts again',
  'undo.count.back': 'Former rows of pairs, communities and levels to bring back',
  'undo.back': 'Former rows of pairs, communities and levels brought back: {rows}.',
  'undo.leftOut': 'The sheet “{table}” is again as it was before this run.',
  'undo.lost':
    'Former rows that do not come back: {rows}. Their people stand otherwise now or are not on the sheet “Сотрудники”.',
};

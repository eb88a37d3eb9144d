// Partner schools: English.
import type { Wordings } from '../wording';

export const PARTNERS = {
  'field.sendPartnerSurvey.school': 'Partner school',
  'field.sendPartnerSurvey.school.help': 'From the sheet of partner schools, with a date of agreement.',
  'field.sendPartnerSurvey.kind': 'Which survey',
  'field.sendPartnerSurvey.kind.help':
    'The self-assessment shows deficits and is what groups need; the needs survey is shorter.',
  'field.sharePartnerReport.school': 'Partner school',
  'field.sharePartnerReport.school.help': 'Only the coordinator of this school will see the results.',

  'partner.none':
    'There are no partner schools yet. Put their teachers on the staff list with the name of their school. Your own school must be named in the settings too.',
  'partner.school.none': 'Choose a school from the sheet of partner schools.',
  'partner.notAgreed':
    'Cooperation with “{school}” has not been agreed: write the date into the sheet of partner schools.',
  'partner.noPeople': 'The staff list has nobody of “{school}” who takes part.',
  'partner.noEmail':
    'Write the coordinator’s e-mail of “{school}” into the sheet of partner schools{?email}: the address {email} will not do{/}.',
  'partner.noResults': 'Nothing is known of the teachers of “{school}” yet: ask them and process the answers.',
  'partner.refused':
    'Drive does not open the folder to {email}. It takes an address with a Google account; correct it at “{school}” in the sheet of partner schools.',
  'partner.line': '{school}, teachers {people}: {@partner.step.+step}.',
  'partner.count.schools': 'Partner schools',
  'partner.count.people': 'Teachers',
  'partner.count.rows': 'Rows of results',
  'partner.step.agree': 'agree on cooperation',
  'partner.step.staff': 'put the teachers on the list',
  'partner.step.survey': 'find the deficits',
  'partner.step.answers': 'waiting for answers',
  'partner.step.groups': 'appoint consultants',
  'partner.step.module': 'set a session',
  'partner.step.hold': 'a session is set',
  'partner.step.feedback': 'ask after the session',
  'partner.step.report': 'send the results',
  'partner.step.done': 'the round is over',
  'partner.next.agree': 'Agree on the form of cooperation, write it down with the date.',
  'partner.next.staff': 'Put the school’s teachers on the staff list with its name.',
  'partner.next.survey': '“{@action.sendPartnerSurvey}”: self-assessment or needs survey.',
  'partner.next.answers': 'Remind those who are silent: “{@action.remind}”, then “{@action.processAnswers}”.',
  'partner.next.groups':
    'Let partners learn in groups in the settings, then “{@action.formGroups}” and “{@action.publishGroups}”.',
  'partner.next.module':
    '“{@action.makeTimetable}” and “{@action.sendInvitations}”: a group of this school meets there.',
  'partner.next.hold': 'Hold the session: its date is in the timetable.',
  'partner.next.feedback': '“{@action.askFeedback}”.',
  'partner.next.report': '“{@action.sharePartnerReport}”.',
  'partner.next.done': 'The coordinator has the results. Go on in a new cycle.',
  'partner.survey.self': 'self-assessment',
  'partner.survey.needs': 'needs survey',
  'partner.survey.none': 'Choose a survey: self-assessment or needs.',
  'partner.report.will':
    'The folder of “{school}” on your Drive will be opened to {email} for reading, with a file of results in it; the coordinator gets a letter.',
  'partner.report.only': 'The file holds only teachers of this school; the coordinator does not see this workbook.',
  'partner.report.done': 'The results of “{school}” are open to {email}.',
  'partner.report.folder': 'Results: {school}',
  'partner.report.file': '{school}, results of {date}.csv',
  'partner.mail.subject': 'Results of teachers: {school}',
  'partner.mail.text':
    'Hello,\n\nTeachers of your school ({school}) take part in a programme together with the school {own}. Their levels, conclusions, groups and sessions are in this folder:\n{link}\n\nIt is open to you only. The file opens in Google Sheets.',
} satisfies Wordings;

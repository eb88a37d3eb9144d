// Partner schools: Russian.
import type { Wordings } from '../wording';

export const PARTNERS = {
  'field.sendPartnerSurvey.school': 'Школа-партнёр',
  'field.sendPartnerSurvey.school.help': 'Из листа «Школы-партнёры», с датой в столбце «Согласовано».',
  'field.sendPartnerSurvey.kind': 'Какой опрос',
  'field.sendPartnerSurvey.kind.help': 'Самооценка показывает дефициты и нужна для групп; опрос потребностей короче.',
  'field.sharePartnerReport.school': 'Школа-партнёр',
  'field.sharePartnerReport.school.help': 'Результаты увидит только координатор этой школы.',

  'partner.none':
    'Школ-партнёров пока нет. Внесите их педагогов на лист «Сотрудники», в столбец «Школа» впишите название их школы. В настройках должна быть названа и ваша школа.',
  'partner.school.none': 'Выберите школу с листа «Школы-партнёры».',
  'partner.notAgreed':
    'С школой «{school}» сотрудничество не согласовано: впишите дату в столбец «Согласовано» листа «Школы-партнёры».',
  'partner.noPeople': 'На листе «Сотрудники» нет участвующих педагогов школы «{school}».',
  'partner.noEmail':
    'Впишите почту координатора школы «{school}» на лист «Школы-партнёры»{?email}: адрес {email} не подходит{/}.',
  'partner.noResults': 'О педагогах школы «{school}» ещё ничего не известно: опросите их и обработайте ответы.',
  'partner.refused':
    'Диск не открывает папку для {email}. Нужен адрес с учётной записью Google; исправьте его на листе «Школы-партнёры» у школы «{school}».',
  'partner.line': '{school}, педагогов {people}: {@partner.step.+step}.',
  'partner.count.schools': 'Школ-партнёров',
  'partner.count.people': 'Педагогов',
  'partner.count.rows': 'Строк результатов',
  'partner.step.agree': 'согласовать сотрудничество',
  'partner.step.staff': 'внести педагогов',
  'partner.step.survey': 'собрать дефициты',
  'partner.step.answers': 'ждём ответов',
  'partner.step.groups': 'назначить консультантов',
  'partner.step.module': 'назначить занятие',
  'partner.step.hold': 'занятие назначено',
  'partner.step.feedback': 'опросить после занятия',
  'partner.step.report': 'отправить результаты',
  'partner.step.done': 'круг завершён',
  'partner.next.agree': 'Договоритесь о форме сотрудничества, впишите её и дату в столбец «Согласовано».',
  'partner.next.staff': 'Внесите педагогов школы на лист «Сотрудники» с её названием в столбце «Школа».',
  'partner.next.survey': '«{@action.sendPartnerSurvey}» — самооценка или опрос потребностей.',
  'partner.next.answers': 'Напомните не ответившим: «{@action.remind}», затем «{@action.processAnswers}».',
  'partner.next.groups':
    'В настройках «Партнёры учатся в группах» — «да», затем «{@action.formGroups}» и «{@action.publishGroups}».',
  'partner.next.module': '«{@action.makeTimetable}» и «{@action.sendInvitations}»: группа этой школы встретится у неё.',
  'partner.next.hold': 'Проведите занятие: дата — на листе «Расписание».',
  'partner.next.feedback': '«{@action.askFeedback}».',
  'partner.next.report': '«{@action.sharePartnerReport}».',
  'partner.next.done': 'Результаты у координатора. Продолжайте в новом цикле.',
  'partner.survey.self': 'самооценка',
  'partner.survey.needs': 'опрос потребностей',
  'partner.survey.none': 'Выберите опрос: самооценка или потребности.',
  'partner.report.will':
    'Папка школы «{school}» на вашем Диске откроется для {email} на чтение, в неё ляжет файл результатов; координатор получит письмо.',
  'partner.report.only': 'В файле только педагоги этой школы; эту таблицу координатор не видит.',
  'partner.report.done': 'Результаты школы «{school}» открыты для {email}.',
  'partner.report.folder': 'Результаты: {school}',
  'partner.report.file': '{school}, результаты на {date}.csv',
  'partner.mail.subject': 'Результаты педагогов: {school}',
  'partner.mail.text':
    'Здравствуйте!\n\nПедагоги вашей школы ({school}) участвуют в программе вместе со школой {own}. Их уровни, выводы, группы и занятия — в папке:\n{link}\n\nПапка открыта только вам. Файл можно открыть в Google Таблицах.',
} satisfies Wordings;

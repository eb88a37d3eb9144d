// What the page asks before an action, and the hint under each field: Russian.
import type { Wordings } from '../wording';

export const FIELDS = {
  'field.setUp.school': 'Школа',
  'field.setUp.school.help': 'Так школа будет называться в анкетах и письмах.',
  'field.setUp.programme': 'Программа',
  'field.setUp.programme.help': 'Из неё берутся компетенции и тексты анкет и писем.',
  'field.setUp.cycle': 'Цикл',
  'field.setUp.cycle.help': 'Номер или название круга опросов, например «1» или «осень 2026».',
  'field.setUp.account': 'Учётная запись',
  'field.setUp.account.help':
    'Кто ведёт формы, календарь, папки и письма. Переносите, только если прежний человек больше не работает с таблицей.',

  'field.importStaff.sheet': 'Лист со списком',
  'field.importStaff.sheet.help':
    'Лист этой таблицы, где лежит ваш список. Столбцы найдём по заголовкам: «ФИО», «Электронная почта», «Предметы»…',
  'field.importStaff.text': 'Или вставьте список',
  'field.importStaff.text.help':
    'Скопируйте строки вместе с заголовками из Excel, другой таблицы или файла CSV. Если заполнено, лист не читается.',

  'field.fileResources.title': 'Название',
  'field.fileResources.title.help': 'Под этим названием материал увидят коллеги. Имя файла подставится само.',
  'field.fileResources.kind': 'Вид материала',
  'field.fileResources.kind.help': 'По виду материал попадёт в нужную папку.',
  'field.fileResources.competency': 'Компетенция',
  'field.fileResources.competency.help': 'Какой дефицит помогает закрыть этот материал.',
  'field.fileResources.link': 'Или ссылка',
  'field.fileResources.link.help': 'Если материал уже лежит в сети или на Диске. Начинается с https://',
  'field.fileResources.file': 'Файл',
  'field.fileResources.file.help': 'До 5 МБ. Файл ляжет в папку банка на Диске.',
  'field.fileResources.author': 'Автор',
  'field.fileResources.author.help': 'Кто подготовил материал. Можно оставить пустым.',
  'field.fileResources.annotation': 'Для чего и как применять',
  'field.fileResources.annotation.help': 'Две-три фразы: по ним материал найдут и поймут, нужен ли он.',
  'field.fileResources.tags': 'Метки',
  'field.fileResources.tags.help': 'Через запятую: предмет, класс, тема.',

  'field.makePlan.start': 'Начало программы',
  'field.makePlan.start.help': 'С этого дня отсчитываются недели плана.',
  'field.importPlan.sheet': 'Лист с планом',
  'field.importPlan.sheet.help':
    'Лист этой таблицы, куда вы вставили план. Столбцы найдём по заголовкам: «Мероприятие», «Сроки», «Ответственный»…',
  'field.importPlan.text': 'Или вставьте план',
  'field.importPlan.text.help':
    'Скопируйте таблицу вместе с заголовками из Word, PDF или другой таблицы. Если заполнено, лист не читается.',
  'field.importPlan.from': 'Начало программы',
  'field.importPlan.from.help':
    'Нужно, когда в плане написано «весь период» или месяц без года. Пусто — по датам самого плана.',
  'field.importPlan.to': 'Окончание программы',
  'field.importPlan.to.help': 'То же для конца срока.',

  'field.askPupils.occasion': 'Какая анкета',
  'field.askPupils.occasion.help': 'До начала работы с классами и после — одни и те же вопросы.',
  'field.askPupils.classes': 'Классы',
  'field.askPupils.classes.help':
    'Через точку с запятой: 5А; 5Б; 6А. Ученик выберет свой. Для сравнения классы до и после должны называться одинаково.',

  'field.undoRun.run': 'Какой запуск отменить',
  'field.undoRun.run.help': 'Последние двадцать запусков. Что сделал каждый, видно на листе «Журнал».',
} satisfies Wordings;

// The methodical bank: Russian.
import type { Wordings } from '../wording';

/** Several materials may be filed at once: says first which of them it is about. */
const about = (text: string): string =>
  `{?number>1}Материал {number}: ${text.charAt(0).toLowerCase()}{:}${text.charAt(0)}{/}${text.slice(1)}`;

export const BANK = {
  'bank.will':
    'На Диске {folders|появится|появятся|появится} {folders} {folders|папка|папки|папок} банка (главная — {root}) и форма, через которую коллеги предложат материалы.',
  'bank.there': 'Все папки банка (главная — {root}) уже на месте. Проверим форму для материалов и доступ.',
  'bank.share': 'Папку смогут читать {people} {people|сотрудник|сотрудника|сотрудников}. Писем об этом не будет.',
  'bank.count.folders': 'Новых папок',
  'bank.folders': 'Создаём папки: {done} из {total}.',
  'bank.form': 'Готовим форму для предложений.',
  'bank.sharing': 'Открываем папку коллегам, осталось: {left}.',
  'bank.done': 'Банк готов. Папок: {folders}.',
  'bank.notShared':
    'Доступ не открылся: {names}. Google Диск принимает адреса только учётных записей Google. Поделитесь папкой вручную или исправьте адреса на листе «Сотрудники».',

  'bank.file.will': '{count|Добавится|Добавятся|Добавится} {count} {count|материал|материала|материалов}.',
  'bank.count.files': 'Файлов на Диск',
  'bank.file.done':
    '{count|Добавлен|Добавлены|Добавлено} {count} {count|материал|материала|материалов}. Реестр — лист «Методический банк».',
  'bank.file.there': 'Этот материал уже в банке, второй раз он не добавлен.',
  'bank.file.left':
    'Не успели добавить {count} {count|материал|материала|материалов}: {names+count-names}. Выберите {count|его|их|их} снова и ещё раз нажмите «{@confirm.fileResources}».',
  'bank.file.noFolder': 'Папок банка ещё нет, файл положить некуда. Сначала выберите «{@action.setUpBank}».',
  'bank.file.many':
    'За один раз можно добавить не больше {most} {most|материала|материалов|материалов}. Добавьте остальные вторым разом.',
  'bank.file.title': about('Нет названия. Заполните поле «{@field.fileResources.title}».'),
  'bank.file.kind': about('Не выбран вид. Выберите его в поле «{@field.fileResources.kind}».'),
  'bank.file.competency': about('Не выбрана компетенция. Выберите её в поле «{@field.fileResources.competency}».'),
  'bank.file.file': about(
    'Файл не подходит: он должен быть не больше {megabytes} МБ. Большой файл положите на Диск и дайте ссылку.',
  ),
  'bank.file.linkOrFile': about('Нет ни ссылки, ни файла. Дайте ссылку, начиная с https://, или выберите файл.'),
  'input.text': about('Поле «{@field.fileResources.+field}» слишком длинное. Сократите его.'),
} satisfies Wordings;

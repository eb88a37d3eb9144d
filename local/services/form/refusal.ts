// Why the published form does not take a submission: a code for programs, a sentence for the person.
import { ScriptError } from '../../runtime/service';
import type { World } from '../../runtime/world';

export type RefusalCode =
  | 'unpublished'
  | 'closed'
  | 'trashed'
  | 'signIn'
  | 'foreignDomain'
  | 'emailRequired'
  | 'emailInvalid'
  | 'alreadyAnswered'
  | 'editsClosed'
  | 'unknownResponse'
  | 'unknownQuestion'
  | 'ambiguousTitle'
  | 'notReached'
  | 'endless'
  | 'required'
  | 'rowRequired'
  | 'choice'
  | 'scale'
  | 'format'
  | 'rule'
  | 'onePerColumn';

type Fields = Readonly<Record<string, string | number>>;

const RUSSIAN: Record<RefusalCode, string> = {
  unpublished: 'Форма «{form}» не опубликована',
  closed: 'Форма «{form}» больше не принимает ответы. {message}',
  trashed: 'Форма «{form}» находится в корзине владельца',
  signIn: 'Чтобы заполнить форму «{form}», войдите в аккаунт (укажите адрес)',
  foreignDomain: 'Форму «{form}» могут заполнять только пользователи домена {domain}',
  emailRequired: 'Форма «{form}» собирает адреса: укажите адрес электронной почты',
  emailInvalid: 'Недействительный адрес электронной почты: «{value}»',
  alreadyAnswered: 'Форму «{form}» можно заполнить только один раз: ответ от {email} уже есть',
  editsClosed: 'В форме «{form}» изменение ответов отключено',
  unknownResponse: 'В форме «{form}» нет ответа {value}',
  unknownQuestion: 'В форме «{form}» нет вопроса «{question}»',
  ambiguousTitle: 'В форме «{form}» несколько вопросов «{question}»: укажите номер вопроса',
  notReached: 'Вопрос «{question}» находится в разделе, до которого эти ответы не доводят',
  endless: 'С такими ответами форма «{form}» ходит по кругу и не доходит до отправки',
  required: 'Вопрос «{question}»: это обязательный вопрос',
  rowRequired: 'Вопрос «{question}»: в каждой строке нужно выбрать ответ (нет ответа в строке «{row}»)',
  choice: 'Вопрос «{question}»: нет варианта «{value}»',
  scale: 'Вопрос «{question}»: «{value}» вне шкалы {lower}–{upper}',
  format: 'Вопрос «{question}»: значение «{value}» не подходит, нужно {expected}',
  rule: 'Вопрос «{question}»: {message}',
  onePerColumn: 'Вопрос «{question}»: в столбце можно выбрать не больше одного ответа (столбец «{column}»)',
};

const ENGLISH: Record<RefusalCode, string> = {
  unpublished: 'The form "{form}" is not published',
  closed: 'The form "{form}" is no longer accepting responses. {message}',
  trashed: 'The form "{form}" is in the trash of its owner',
  signIn: 'Sign in (give an address) to fill in the form "{form}"',
  foreignDomain: 'Only users of {domain} may fill in the form "{form}"',
  emailRequired: 'The form "{form}" collects addresses: give an email address',
  emailInvalid: 'Not an email address: "{value}"',
  alreadyAnswered: 'The form "{form}" can be filled in only once: {email} has already responded',
  editsClosed: 'The form "{form}" does not allow responses to be edited',
  unknownResponse: 'The form "{form}" has no response {value}',
  unknownQuestion: 'The form "{form}" has no question "{question}"',
  ambiguousTitle: 'The form "{form}" has several questions "{question}": use the item id',
  notReached: 'The question "{question}" is in a section these answers do not lead to',
  endless: 'With these answers the form "{form}" goes in circles and never reaches the submit button',
  required: 'Question "{question}": this is a required question',
  rowRequired: 'Question "{question}": one response is required per row (none in "{row}")',
  choice: 'Question "{question}": there is no choice "{value}"',
  scale: 'Question "{question}": "{value}" is outside the scale {lower}–{upper}',
  format: 'Question "{question}": the value "{value}" will not do, {expected} is needed',
  rule: 'Question "{question}": {message}',
  onePerColumn: 'Question "{question}": only one response per column is allowed (column "{column}")',
};

/** A submission the published form refuses. `code` and `fields` are for programs, `message` for the respondent. */
export class FormRefusal extends ScriptError {
  /** The sentence without the question's name, to stand beside the question. */
  readonly brief: string;
  constructor(
    world: World,
    readonly code: RefusalCode,
    readonly fields: Fields = {},
  ) {
    const template = (isRussian(world) ? RUSSIAN : ENGLISH)[code];
    const filled = (text: string): string =>
      text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? '')).trim();
    super(filled(template));
    const brief = filled(template.replace(/^\S+ [«"]\{question\}[»"]: /, ''));
    this.brief = brief.slice(0, 1).toUpperCase() + brief.slice(1);
  }
}

/** The words Forms itself puts into a form, its sheet and its mails. */
export function words(world: World): {
  untitled: string;
  timestamp: string;
  email: string;
  ruleBroken: string;
  receiptText: string;
} {
  return isRussian(world)
    ? {
        untitled: 'Форма без названия',
        timestamp: 'Отметка времени',
        email: 'Адрес электронной почты',
        ruleBroken: 'недопустимый ответ',
        receiptText: 'Благодарим вас за заполнение формы',
      }
    : {
        untitled: 'Untitled form',
        timestamp: 'Timestamp',
        email: 'Email Address',
        ruleBroken: 'invalid response',
        receiptText: 'Thanks for filling out',
      };
}

export function isRussian(world: World): boolean {
  return world.locale.toLowerCase().startsWith('ru');
}

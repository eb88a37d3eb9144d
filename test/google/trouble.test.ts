// Which kind of trouble an exception is, in English, in Russian, and without words.
import { type Trouble, troubleOf } from '../../src/google/trouble';

const api = (code: number, reason: string, message = 'неважно'): Error =>
  Object.assign(new Error(`API call to x failed with error: ${message}`), {
    name: 'GoogleJsonResponseException',
    details: { code, message, errors: [{ domain: 'global', reason, message }] },
  });
const service = (message: string): Error => Object.assign(new Error(message), { name: 'Exception' });

describe('errors of advanced services: by number and reason, whatever they say', () => {
  it.each<[number, string, Trouble]>([
    [403, 'rateLimitExceeded', 'passing'],
    [403, 'userRateLimitExceeded', 'passing'],
    [429, 'rateLimitExceeded', 'passing'],
    [429, 'unheardOf', 'passing'],
    [500, 'backendError', 'passing'],
    [502, 'badGateway', 'passing'],
    [503, 'backendError', 'passing'],
    [504, 'deadline', 'passing'],
    [403, 'quotaExceeded', 'day'],
    [403, 'dailyLimitExceeded', 'day'],
    [403, 'sharingRateLimitExceeded', 'day'],
    [403, 'storageQuotaExceeded', 'full'],
    [403, 'accessNotConfigured', 'disabled'],
    [403, 'domainPolicy', 'policy'],
    [403, 'insufficientPermissions', 'consent'],
    [401, 'authError', 'consent'],
    [401, 'unheardOf', 'consent'],
    [403, 'forbidden', 'unknown'],
    [400, 'invalid', 'unknown'],
    [404, 'notFound', 'unknown'],
  ])('%i %s is %s', (code, reason, trouble) => {
    expect(troubleOf(api(code, reason))).toBe(trouble);
    // A text that says otherwise changes nothing.
    expect(troubleOf(api(code, reason, 'Service invoked too many times for one day'))).toBe(trouble);
  });
});

describe('errors of built-in services', () => {
  it.each<[string, Trouble]>([
    ["We're sorry, a server error occurred. Please wait a bit and try again.", 'passing'],
    ['К сожалению, произошла ошибка сервера. Подождите немного и повторите попытку.', 'passing'],
    ['Service Spreadsheets timed out while accessing document with id 1a2b.', 'passing'],
    ['Превышено время ожидания ответа службы «Таблицы»', 'passing'],
    ['Service unavailable: Docs', 'passing'],
    ['Сервис временно недоступен: Документы', 'passing'],
    ['Служба недоступна: Gmail', 'passing'],
    ['Lock timeout: another process was holding the lock for too long.', 'passing'],
    ['There are too many simultaneous invocations: Spreadsheets', 'passing'],
    ['Слишком много одновременных вызовов: Таблицы', 'passing'],
    ['Service invoked too many times in a short time: exec qps.', 'passing'],
    ['Служба вызывается слишком часто: Календарь. Повторите позже.', 'passing'],
    ['Service invoked too many times for one day: email.', 'day'],
    ['Служба вызвана слишком много раз за один день: email.', 'day'],
    ['Service using too much computer time for one day', 'day'],
    ['Превышена дневная квота: почта', 'day'],
    ['You have exceeded the property storage quota. Please remove some properties and try again.', 'store'],
    ['Argument too large: value', 'store'],
    ['You are trying to edit a protected cell or object. Please contact the spreadsheet owner.', 'locked'],
    ['Вы пытаетесь изменить защищенную ячейку или объект. Попросите владельца таблицы снять защиту.', 'locked'],
    [
      'Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
      'consent',
    ],
    [
      'Указанных разрешений недостаточно для вызова MailApp.sendEmail. Необходимые разрешения: https://www.googleapis.com/auth/script.send_mail',
      'consent',
    ],
    ['いくつかの権限が必要です: https://www.googleapis.com/auth/forms', 'consent'],
    ['Authorization is required to perform that action.', 'consent'],
    ['Для выполнения этого действия требуется авторизация.', 'consent'],
    ['Нечто невиданное', 'unknown'],
    ['Invalid email: somebody', 'unknown'],
  ])('«%s» is %s', (text, trouble) => {
    expect(troubleOf(service(text))).toBe(trouble);
  });
});

it('an error of the script itself is a bug, whatever it says', () => {
  expect(troubleOf(new TypeError('Cannot read properties of undefined, try again'))).toBe('bug');
  expect(troubleOf(new RangeError('Invalid array length'))).toBe('bug');
});

it('a thrown thing that is no error at all is unknown', () => {
  for (const thing of [undefined, null, 'x', 5, {}, { details: null }, { details: { errors: 'x' } }])
    expect(troubleOf(thing)).toBe('unknown');
});

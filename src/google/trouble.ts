// What kind of trouble an exception is: told by its kind and its numbers; by its words only where a service gives nothing else.
import { reasonOf, statusOf } from './api-error';

/**
 * - `passing`: Google is busy or failed for a moment: the same call may succeed in seconds
 * - `day`: a daily quota is used up: it succeeds tomorrow
 * - `consent`: the user has not given (or has taken back) a permission that the add-on asks for
 * - `full`: no room left in Drive
 * - `store`: no room left in the properties kept with the workbook
 * - `disabled`: a service is not switched on in the Google Cloud project that the script belongs to
 * - `policy`: the organisation's administrator does not allow it
 * - `locked`: the cell or sheet is protected, and the user may not edit it
 * - `bug`: the script's own error: repeating cannot help
 * - `unknown`: anything else that a service said
 */
export type Trouble =
  'passing' | 'day' | 'consent' | 'full' | 'store' | 'disabled' | 'policy' | 'locked' | 'bug' | 'unknown';

/** https://developers.google.com/workspace/calendar/api/guides/errors, …/drive/api/guides/handle-errors */
const REASONS: Readonly<Record<string, Trouble>> = {
  rateLimitExceeded: 'passing',
  userRateLimitExceeded: 'passing',
  sharingRateLimitExceeded: 'day',
  quotaExceeded: 'day',
  dailyLimitExceeded: 'day',
  storageQuotaExceeded: 'full',
  accessNotConfigured: 'disabled',
  SERVICE_DISABLED: 'disabled',
  domainPolicy: 'policy',
  insufficientPermissions: 'consent',
  authError: 'consent',
};
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Services without numbers name the scopes that are missing, in every language. */
const SCOPE = /googleapis\.com\/auth\//;
/** Known texts of such services, English and Russian. Whatever is not known here is `unknown`, and repeated all the same. */
const TEXTS: readonly (readonly [Trouble, RegExp])[] = [
  ['day', /for one day|quota.*per day|за (один )?день|в течение (одного )?дня|за сутки|дневн\S+ (квот|лимит)/i],
  ['store', /property storage quota|argument too large|хранилищ\S* свойств|аргумент слишком/i],
  ['locked', /protected (cell|sheet|range|object)|защищ[её]нн\S+ (ячейк|лист|диапазон|объект)/i],
  ['consent', /authorization is required|требуется авторизация/i],
  [
    'passing',
    /server error|internal error|try again|timed? ?out|unavailable|failed while|too many (simultaneous|times)|rate limit|empty response|ошибка сервера|внутренняя ошибка|повторите|попытку|время ожидания|недоступ(ен|н)|временно|слишком (много|часто)|пустой ответ/i,
  ],
];

export function troubleOf(error: unknown): Trouble {
  const reason = REASONS[reasonOf(error) ?? ''];
  if (reason !== undefined) return reason;
  const status = statusOf(error);
  if (status !== undefined) return PASSING.has(status) ? 'passing' : status === 401 ? 'consent' : 'unknown';
  // The language's own errors: services throw `Exception`.
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) return 'bug';
  const text = String(error);
  if (SCOPE.test(text)) return 'consent';
  return TEXTS.find(([, known]) => known.test(text))?.[0] ?? 'unknown';
}

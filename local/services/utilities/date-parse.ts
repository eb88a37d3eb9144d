// Utilities.parseDate with the numeric letters of Java's SimpleDateFormat.
// https://developers.google.com/apps-script/reference/utilities/utilities#parseDate(String,String,String)
import { NotEmulated, ScriptError } from '../../runtime/service';
import { instantOf } from '../calendar/time';

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
const LETTERS: Readonly<Record<string, Field>> = {
  y: 'year',
  M: 'month',
  d: 'day',
  H: 'hour',
  m: 'minute',
  s: 'second',
};

/**
 * The instant of a wall-clock text in a time zone, epoch ms. SimpleDateFormat is lenient about overflow (month 13); no script
 * should rely on that, so it is refused as not emulated. A text that does not match throws as live does.
 */
export function parseDate(text: string, timeZone: string, format: string): number {
  const fields: Field[] = [];
  let pattern = '';
  for (const [token] of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    const letter = token.charAt(0);
    if (letter === "'") pattern += escaped(token === "''" ? "'" : token.slice(1, -1).replace(/''/g, "'"));
    else if (/[A-Za-z]/.test(letter)) {
      const field = LETTERS[letter];
      if (field === undefined || (letter === 'M' && token.length > 2))
        throw new NotEmulated(`Utilities.parseDate with ${token}`);
      fields.push(field);
      pattern += field === 'year' ? '(\\d{4})' : '(\\d{1,2})';
    } else pattern += escaped(token);
  }
  // Java parses a prefix: what follows is ignored.
  const match = new RegExp(`^${pattern}`).exec(text);
  if (match === null) throw new ScriptError(`Unparseable date: "${text}"`);
  const found = new Map(fields.map((field, index) => [field, Number(match[index + 1])]));
  const part = (field: Field, otherwise: number): number => found.get(field) ?? otherwise;
  const wall = {
    year: part('year', 1970),
    month: part('month', 1),
    day: part('day', 1),
    hour: part('hour', 0),
    minute: part('minute', 0),
    second: part('second', 0),
  };
  const check = new Date(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second));
  if (
    check.getUTCMonth() !== wall.month - 1 ||
    check.getUTCDate() !== wall.day ||
    check.getUTCHours() !== wall.hour ||
    check.getUTCMinutes() !== wall.minute
  )
    throw new NotEmulated(`Utilities.parseDate of ${text}, which is no real moment`);
  return instantOf(wall, timeZone);
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

// The local time zone of `Date`, which belongs to the process: set for the length of one execution.
import { runInThisContext } from 'node:vm';

/**
 * The process's own environment. Taken from the main context because test runners hand modules a copy of `process`,
 * and only the real `process.env.TZ` reaches V8 (https://nodejs.org/api/cli.html#tz: «process.env.TZ» changes at run time).
 */
const { env } = runInThisContext('process') as NodeJS.Process;

/**
 * Runs `body` with `Date`'s local time in `timeZone` (IANA name). Scripts see their project's time zone there:
 * https://developers.google.com/apps-script/guides/v8-runtime and https://developers.google.com/apps-script/manifest (timeZone).
 */
export function inTimeZone<T>(timeZone: string, body: () => T): T {
  const before = env.TZ;
  env.TZ = timeZone;
  try {
    return body();
  } finally {
    if (before === undefined) delete env.TZ;
    else env.TZ = before;
  }
}

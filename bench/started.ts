// When the command that a process belongs to was started, as far as it can be known.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What npm takes until the script runs, where it cannot be measured, in milliseconds. */
const NPM_MS = 300;
/** Longer than this nothing takes to start: then the figures mean something else. */
const MOST_MS = 10_000;
/** Linux counts the start of a process in ticks of 1/100 s: proc_pid_stat(5), sysconf(_SC_CLK_TCK). */
const TICK_MS = 10;

/**
 * Milliseconds since the command was started: since npm was, when it is npm that runs this process, else since the process was. Linux
 * tells when npm began; elsewhere an allowance is made for it.
 */
export function sinceStart(): number {
  const own = performance.now();
  if (process.env.npm_lifecycle_event === undefined) return own;
  const npm = sinceNpm();
  return npm !== undefined && npm >= own && npm < own + MOST_MS ? npm : own + NPM_MS;
}

/** Milliseconds since the nearest npm among the ancestors started; undefined when there is none or this is not Linux. */
function sinceNpm(): number | undefined {
  try {
    const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 1000;
    for (let pid = process.ppid, q = 0; pid > 1 && q < 4; q++) {
      // pid (name) state ppid …: the name may hold anything, so what follows its last bracket is counted. The start is field 22.
      const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (name.startsWith('npm')) return uptime - Number(fields[19]) * TICK_MS;
      pid = Number(fields[1]);
    }
  } catch {
    return undefined;
  }
  return undefined;
}

// Who has not answered which survey, who cannot be reached, and when each was last written to: for the page.
import type { Outcome } from '../../domain/message';
import { ANSWERS, LEDGER, SURVEYS } from '../../workbook/tables';
import type { CoverageView } from '../../shared/contract';
import { loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { answeredBy } from './carry-out';
import { dotted } from './plan';
import { lastLetters } from './remind';

/** The surveys of the cycle that ask people by name, in the order they were sent. */
export function coverageView(ports: Ports): Outcome<CoverageView> {
  const missing = notSetUp(ports, SURVEYS, ANSWERS, LEDGER);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const { staff, settings } = loaded.value;
  const answered = answeredBy(ports);
  const written = lastLetters(ports);
  const day = (date: string): string => (date === '' ? '' : dotted(date));
  const surveys = ports.workbook
    .read(SURVEYS)
    .rows.filter(({ cycle, audience }) => cycle === settings.cycle && audience.length > 0)
    .map(({ key, title, about, state, until, url, audience }) => {
      const silent = audience.filter((code) => answered.get(key)?.has(code) !== true);
      return {
        survey: key,
        title: about === '' ? title : `${title} · ${about}`,
        open: state === 'open',
        until: day(until),
        url,
        asked: audience.length,
        answered: audience.length - silent.length,
        silent: silent.map((code) => {
          const teacher = staff.byCode.get(code);
          return {
            teacher: code,
            name: teacher?.name ?? code,
            subjects: (teacher?.subjects ?? []).join(', '),
            reachable: (teacher?.email ?? '') !== '',
            written: day(written.get(`${title}|${teacher?.email ?? ''}`) ?? ''),
          };
        }),
      };
    });
  return { ok: true, value: { surveys } };
}

// What «Отменить запуск» takes back of publishing groups and of agreeing their programmes.
import type { Placed, Row, Table, Unread } from '../../workbook/schema';
import { GROUPS, MODULES, PROGRAMMES, SURVEYS } from '../../workbook/tables';
import { loadContext } from '../context';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import type { TableData } from '../ports/workbook';
import { answeredBy } from '../surveys/carry-out';
import { firstKey, INVITE, letterAbout, numberIn, surveyKey } from '../surveys/plan';
import { writeAudiences } from './agreement-forms';
import { standingGroups } from './read';

/** Programmes about which the run asked the consultants and that still wait for an answer. */
export function programmesAsked(ports: Ports, run: string): readonly number[] {
  if (!ports.workbook.has(PROGRAMMES) || !ports.workbook.has(SURVEYS)) return [];
  const forms = ports.workbook.read(SURVEYS).rows.filter(({ kind }) => kind === 'agreement');
  const asked = new Set(forms.flatMap((row) => (row.run === run ? [firstKey(row.key)] : [])));
  // Those of another run ask about the same programme.
  for (const row of forms) if (row.run !== run && row.state === 'open') asked.delete(firstKey(row.key));
  return ports.workbook
    .read(PROGRAMMES)
    .rows.filter(({ survey, state }) => state === 'waiting' && asked.has(survey))
    .map(({ $row }) => $row);
}

/** Rows of groups that the run published and of which nothing has come yet: neither a programme nor a module. */
export function publishedBy(ports: Ports, run: string): readonly Placed<Row<typeof GROUPS>>[] {
  if (![GROUPS, PROGRAMMES, MODULES].every((table) => ports.workbook.has(table))) return [];
  const all = <T extends Table>({ rows, unread }: TableData<T>): readonly Unread<Row<T>>[] => [...rows, ...unread];
  const begun = new Set([
    ...all(ports.workbook.read(PROGRAMMES)).map(({ survey }) => survey),
    ...all(ports.workbook.read(MODULES)).map(({ cycle = '', group = '' }) => surveyKey(cycle, 'agreement', group)),
  ]);
  return ports.workbook
    .read(GROUPS)
    .rows.filter(
      (row) => row.run === run && row.state === 'published' && !begun.has(surveyKey(row.cycle, 'agreement', row.group)),
    );
}

/** Whoever was asked by a further form of the run is asked by the one before it again, if that has been sent and no answer has come. */
export function askByFormerAgain(ports: Ports, run: string): void {
  const forms = ports.workbook.has(SURVEYS)
    ? ports.workbook.read(SURVEYS).rows.filter(({ kind }) => kind === 'agreement')
    : [];
  const undone = forms.filter((row) => row.run === run && numberIn(row.key) > 1);
  const loaded = undone.length === 0 ? undefined : loadContext(ports);
  if (loaded?.ok !== true) return;
  const context = loaded.value;
  const ledger = new Ledger(ports, '');
  const answered = answeredBy(ports);
  const groups = standingGroups(ports, context);
  writeAudiences(
    ports,
    context,
    undone.flatMap((row) => {
      const first = firstKey(row.key);
      const group = groups.find(({ id }) => surveyKey(context.settings.cycle, 'agreement', id) === first);
      const [former] = forms
        .filter(({ key, state }) => state === 'open' && firstKey(key) === first && numberIn(key) < numberIn(row.key))
        .sort((one, other) => numberIn(other.key) - numberIn(one.key));
      if (group === undefined || former === undefined) return [];
      const { key, url } = former;
      const again = group.consultants.filter(
        (teacher) =>
          row.audience.includes(teacher.code) &&
          !former.audience.includes(teacher.code) &&
          answered.get(key)?.has(teacher.code) !== true &&
          ledger.state(effectKey(ports, 'mail', ...letterAbout(key, teacher, INVITE, url))) === 'done',
      );
      const audience = [...former.audience, ...again.map(({ code }) => code)];
      return again.length === 0 ? [] : [{ $row: former.$row, key, audience }];
    }),
    answered,
  );
}

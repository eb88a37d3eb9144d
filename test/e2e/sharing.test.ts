// Who can open what: in a whole cycle no file is open to anyone with the link, to a domain, or to somebody it is not for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cycle } from '../../examples/demo/cycle';
import { Director } from '../../examples/demo/director';
import { newWorkspace, secondSchool } from '../../bench/schools';
import { readDrive } from '../../local/services/drive/index';
import { SETTINGS, STAFF } from '../../src/workbook/tables';
import { ROOT } from '../root';

it('opens no file to anyone with the link in the whole cycle of the sample school, with the bank opened to the staff', async () => {
  const school = await secondSchool();
  const workspace = newWorkspace(school.name);
  const director = new Director(workspace);
  new Cycle(workspace, director, school, {
    step: (title) => {
      if (title.startsWith('Настро'))
        director.type(SETTINGS, 'value', ({ key }) => (key === 'shareBank' ? 'да' : undefined));
    },
  }).run();
  director.act('exportPerson', { person: director.rows(STAFF)[0]?.code });
  director.act('erasePerson', { person: director.rows(STAFF)[0]?.code, reason: 'withdrawn' });
  const { files } = readDrive(workspace.world);
  const given = files.flatMap(({ name, permissions }) => permissions.map((permission) => ({ name, ...permission })));
  expect(files.length).toBeGreaterThan(20);
  expect(given.filter(({ type }) => type !== 'user')).toEqual([]);
  // A teacher's own document (the route, the card of a lesson) may be changed by that teacher alone; the bank is read by the staff.
  expect(given.filter(({ role }) => !['owner', 'reader', 'writer'].includes(role))).toEqual([]);
  const writers = files.map(({ name, mimeType, permissions }) => ({
    name,
    mimeType,
    who: permissions.filter(({ role }) => role === 'writer').map(({ emailAddress }) => emailAddress ?? ''),
  }));
  expect(writers.filter(({ who }) => who.length > 1)).toEqual([]);
  expect(
    writers.filter(({ who, mimeType }) => who.length === 1 && mimeType !== 'application/vnd.google-apps.document'),
  ).toEqual([]);
  expect(writers.some(({ who, name }) => who.length === 1 && name.startsWith('ИОМ '))).toBe(true);
  const shared = files.filter(({ permissions }) => permissions.some(({ role }) => role === 'reader'));
  expect(shared.length).toBeGreaterThan(0);
  expect(
    shared.filter(({ mimeType, name }) => mimeType.endsWith('.form') || /персональн|^Акт|^Данные человека/.test(name)),
  ).toEqual([]);
  const staff = director.rows(STAFF).map(({ email }) => email);
  expect(given.filter(({ role, emailAddress }) => role !== 'owner' && !staff.includes(emailAddress ?? ''))).toEqual([]);
}, 120_000);

it('has no word in the code that would open a file to anyone or to a domain', () => {
  const code = ['files.ts', 'forms.ts', 'advanced.ts']
    .map((name) => readFileSync(join(ROOT, 'src/google', name), 'utf8'))
    .join('\n');
  expect(code).not.toMatch(/type: '(anyone|domain|group)'/);
  expect(code).toMatch(/type: 'user'/);
});

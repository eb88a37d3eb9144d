// The bank: access and files in pieces that survive an interruption, and an undo that leaves other people's material alone.
import { BANK, COMPETENCIES, GROUPS, LEDGER, SETTINGS, STAFF } from '../../src/workbook/tables';
import type { LatencyModel } from '../../local/index';
import type { Desk } from '../e2e/desk';
import { addTeachers, type Fault, setting, smallSchool } from './app-school';

const resource = (desk: Desk, title: string, bytes = 'aGVsbG8='): Record<string, unknown> => ({
  title,
  kind: 'lesson',
  competency: desk.rows(COMPETENCIES)[0]?.id ?? '',
  file: { name: `${title}.txt`, contentType: 'text/plain', base64: bytes },
});

describe('access to the bank', () => {
  it('is written down in portions, so that an interrupted run goes on where it was', () => {
    let fault: Fault | undefined;
    const desk = smallSchool(60, { faults: (call) => fault?.(call) });
    setting(desk, 'shareBank', 'да');
    let shared = 0;
    fault = ({ service, method }) => {
      if (service === 'Drive.Permissions' && method === 'create') shared += 1;
      return shared === 50 ? { kill: 'before' } : undefined;
    };
    expect(() => desk.press('setUpBank')).toThrow();
    fault = undefined;
    expect(shared).toBe(50);
    const done = desk.rows(LEDGER).filter(({ kind, state }) => kind === 'доступ' && state === 'сделано');
    expect(done.length).toBe(40);
    desk.finishOpenRun();
    const states = desk.rows(LEDGER).filter(({ kind }) => kind === 'доступ');
    expect(states).toHaveLength(60);
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['сделано']));
  });
});

describe('filing many files at once', () => {
  it('stops when the time is over, says so, and files the rest at the next press without repeating anything', () => {
    const slow: LatencyModel = {
      perCall: ({ service, method }) => (service === 'Drive.Files' && method === 'create' ? 3000 : 0),
      perElement: () => 0,
      perExecution: 0,
    };
    const desk = smallSchool(1, { latency: slow });
    desk.press('setUpBank');
    const resources = Array.from({ length: 15 }, (_unused, index) => resource(desk, `Урок ${String(index + 1)}`));
    const first = desk.press('fileResources', { resources });
    expect(first.run.lines).toHaveLength(2);
    const filed = desk.rows(BANK).length;
    expect(filed).toBeGreaterThan(0);
    expect(filed).toBeLessThan(15);
    for (let press = 0; press < 3; press++) desk.press('fileResources', { resources });
    expect(desk.rows(BANK).map(({ title }) => title)).toEqual(resources.map(({ title }) => title));
    expect(desk.files().filter(({ mimeType }) => mimeType === 'text/plain')).toHaveLength(15);
  });

  it('refuses a kind that only looks like one to a careless look-up', () => {
    const desk = smallSchool(1);
    desk.press('setUpBank');
    expect(desk.refusal('fileResources', { ...resource(desk, 'Урок'), kind: 'constructor' })).toMatch(/вид/i);
  });
});

describe('undoing', () => {
  it('leaves the folders that hold what other runs have filed, with the folders these lie in', () => {
    const desk = smallSchool(1);
    const bank = desk.press('setUpBank').run.run;
    desk.press('fileResources', resource(desk, 'Чужой урок'));
    const { folderId, fileId } = desk.row(BANK, { title: 'Чужой урок' });
    const { preview } = desk.press('undoRun', { run: bank });
    expect(preview.warnings).not.toEqual([]);
    const files = new Map(desk.files().map((file) => [file.id, file]));
    for (let id: string | undefined = fileId; id !== undefined; id = files.get(id)?.parents?.[0]) {
      expect(files.get(id)?.trashed ?? false).toBe(false);
    }
    expect(files.get(folderId)?.trashed).toBe(false);
    const root = desk.rows(SETTINGS).find(({ key }) => key === 'bankTitle')?.value;
    const folders = desk.files().filter(({ mimeType }) => mimeType === 'application/vnd.google-apps.folder');
    expect(folders.filter(({ name, trashed }) => name === root && !trashed)).toHaveLength(1);
    expect(folders.filter(({ trashed }) => trashed).length).toBeGreaterThan(10);
  });

  it('of a staff import keeps the people whom answers or groups are about, and says how many', () => {
    const desk = smallSchool(2);
    const run = addTeachers(desk, 3, 5);
    desk.director.addRows(GROUPS, [
      { group: 'Г-01', role: 'консультант', competency: 'ict.forms', teacher: 'У-004', cycle: '1' },
    ]);
    const { preview } = desk.press('undoRun', { run });
    expect(preview.warnings).toHaveLength(1);
    expect(desk.rows(STAFF).map(({ code }) => code)).toEqual(['У-001', 'У-002', 'У-004']);
  });
});

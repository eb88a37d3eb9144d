// The analytical note (A15): one document a cycle, private to the director, written anew without losing a paragraph of his.
import { readDocument } from '../../local/services/docs';
import type { ServiceCall } from '../../local/index';
import type { DriveFileView } from '../../local/services/drive/index';
import { LEDGER, SUMMARY } from '../../src/workbook/tables';
import { again, Death, pressAndDie } from './death';
import type { Desk } from './desk';
import { csv, EVERYBODY, invited, OWN, scored, setUp, STAFF_ROWS, staffed } from './school';
import { deskAt, type Stage } from './workspace';

const DOCUMENT = 'application/vnd.google-apps.document';

const noted: Stage = {
  name: 'noted',
  after: invited,
  carryOut: (desk) => {
    desk.press('writeNote');
  },
};

const notes = (desk: Desk): DriveFileView[] =>
  desk.files().filter(({ mimeType, trashed }) => mimeType === DOCUMENT && !trashed);
const noteOf = (desk: Desk): DriveFileView => {
  const [only, ...more] = notes(desk);
  if (only === undefined || more.length > 0) throw new Error(`${String(notes(desk).length)} notes`);
  return only;
};
type Element = GoogleAppsScript.Docs.Schema.StructuralElement;
const plain = (elements: readonly Element[]): string =>
  elements
    .map(({ paragraph, table }) =>
      table === undefined
        ? (paragraph?.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('')
        : (table.tableRows ?? [])
            .flatMap(({ tableCells = [] }) => tableCells.map(({ content = [] }) => plain(content)))
            .join(''),
    )
    .join('');
const textOf = (desk: Desk, id: string): string => plain(readDocument(desk.workspace.world, id)?.body?.content ?? []);
const calls = (desk: Desk, pattern: RegExp, work: () => void): number => {
  const before = desk.workspace.calls.length;
  work();
  return desk.workspace.calls
    .slice(before)
    .filter(({ execution, service, method }) => execution > 0 && pattern.test(`${service}.${method}`)).length;
};

describe('the analytical note', () => {
  it('tells of the cycle by sections, with the sheet and rows beside the numbers, and names nobody', () => {
    const desk = deskAt(noted);
    const text = textOf(desk, noteOf(desk).id);
    const summary = desk.rows(SUMMARY);
    const deficits = summary.reduce((sum, row) => sum + Number(row.deficits), 0);
    for (const word of [
      'Основные выводы',
      '1. Итоги',
      '2. Ресурсы',
      '3. Перспективы',
      'Диаграмма 2. Дефициты и профициты',
      `дефицитов — ${String(deficits)}`,
      `лист «Сводка», строки 2–${String(summary.length + 1)}`,
      'Второй цикл ещё не проведён',
      'Целевые показатели ещё не посчитаны',
    ])
      expect(text).toContain(word);
    for (const { name } of EVERYBODY) expect(text).not.toContain(name);
  });

  it('is seen by the director alone, in a folder that nobody else can open, and no letter is sent', () => {
    const desk = deskAt(invited);
    const mail = desk.workspace.outbox.length;
    const { preview, run } = desk.press('writeNote');
    const note = noteOf(desk);
    const folder = desk.files().find(({ id }) => id === note.parents[0]);
    expect(folder?.name).toBe('Аналитические справки');
    for (const { permissions = [] } of [note, folder ?? note])
      expect(permissions.map(({ role }) => role)).toEqual(['owner']);
    expect(desk.workspace.outbox.length).toBe(mail);
    expect(run.links.map(({ url }) => url)).toEqual([`https://docs.google.com/document/d/${note.id}/edit`]);
    expect(preview.example?.body).toMatch(/^Что было\./);
    expect(preview.warnings.join('\n')).toMatch(/Отзывов о занятиях ещё нет/);
  });

  it('costs one call to Drive and one to Docs when it is made, a search and two calls when it is written anew', () => {
    const desk = deskAt(invited);
    expect(calls(desk, /^(Docs|Drive)\./, () => desk.press('writeNote'))).toBeLessThanOrEqual(4);
    expect(calls(desk, /^Docs\./, () => desk.press('writeNote'))).toBe(2);
    expect(notes(desk)).toHaveLength(1);
  });

  it('written anew keeps what the director typed between sections and in the additions, and shows the new numbers', () => {
    const desk = deskAt(noted);
    const { id } = noteOf(desk);
    const docs = desk.workspace.globals['Docs'] as NonNullable<typeof Docs>;
    const content = docs.Documents.get(id).body?.content ?? [];
    const addition = content.find((element) => JSON.stringify(element).includes('Дополнение к итогам'));
    const end = content.slice(-1)[0]?.endIndex ?? 2;
    docs.Documents.batchUpdate(
      {
        requests: [
          { insertText: { location: { index: end - 1 }, text: 'Моё в конце' } },
          { insertText: { location: { index: addition?.startIndex ?? 1 }, text: 'Моё в итогах. ' } },
          { insertText: { location: { index: 1 }, text: 'Моё вверху\n' } },
        ],
      },
      id,
    );
    desk.type(SUMMARY, ({ competency }) => competency === 'ict.forms', 'deficits', '9');
    desk.press('writeNote');
    const text = textOf(desk, noteOf(desk).id);
    for (const word of ['Моё вверху', 'Моё в итогах. Дополнение к итогам', 'Моё в конце', '9 ('])
      expect(text).toContain(word);
    expect(text.split('Дополнение к итогам')).toHaveLength(2);
    expect(text.split('Основные выводы')).toHaveLength(2);
  });

  it('put into the bin is made anew once, also when the execution that makes it dies', () => {
    const death = new Death();
    const desk = deskAt(noted, { faults: death.faults });
    (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.update({ trashed: true }, noteOf(desk).id);
    death.at(1, 'after', ({ service, method }) => service === 'Drive.Files' && method === 'create');
    pressAndDie(desk, 'writeNote');
    again(desk, 'writeNote');
    expect(textOf(desk, noteOf(desk).id)).toContain('Основные выводы');
  });

  it('comes again after it was put into the bin, and each cycle has its own', () => {
    const desk = deskAt(noted);
    const first = noteOf(desk).id;
    (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.update({ trashed: true }, first);
    desk.press('writeNote');
    expect(noteOf(desk).id).not.toBe(first);
    desk.set('cycle', '2');
    desk.press('writeNote', { cycle: '1' });
    expect(notes(desk)).toHaveLength(1);
    desk.press('writeNote', { cycle: '2' });
    expect(notes(desk).map(({ name }) => /цикл (\d)/.exec(name)?.[1])).toEqual(['1', '2']);
  });

  it.each(['bin', 'gone'] as const)('finds a folder anew when a person has put the old one %s, and says so', (how) => {
    const desk = deskAt(noted);
    const [folder = ''] = noteOf(desk).parents;
    const { Files } = desk.workspace.globals['Drive'] as NonNullable<typeof Drive>;
    if (how === 'bin') Files.update({ trashed: true }, folder);
    else Files.remove(folder);
    const { run } = desk.press('writeNote');
    expect(run.state).toBe('done');
    const [parent] = noteOf(desk).parents;
    expect(parent).not.toBe(folder);
    expect(desk.files().find(({ id }) => id === parent)).toMatchObject({
      name: 'Аналитические справки',
      trashed: false,
    });
    expect(run.lines.join('\n')).toContain('Папки «Аналитические справки» на Диске не стало: сделана новая.');
    // Once: the next press writes the same document, and has nothing to say of a folder.
    const { id } = noteOf(desk);
    expect(desk.press('writeNote').run.lines.join('\n')).not.toContain('Папки');
    expect(noteOf(desk).id).toBe(id);
  });

  it('whose folder the ledger cannot tell any more gets one new folder, once', () => {
    const desk = deskAt(noted);
    const { Files } = desk.workspace.globals['Drive'] as NonNullable<typeof Drive>;
    desk.type(LEDGER, ({ kind, what }) => kind === 'папка' && what === 'Аналитические справки', 'ref', '');
    for (let times = 0; times < 2; times++) {
      Files.update({ trashed: true }, noteOf(desk).id);
      desk.press('writeNote');
    }
    expect(desk.files().filter(({ name }) => name === 'Аналитические справки')).toHaveLength(2);
  });

  it('whose folder was put into the bin leaves one new folder, wherever the execution that makes it dies', () => {
    for (const nth of [1, 2, 3, 4, 5, 6])
      for (const how of ['before', 'after'] as const) {
        const death = new Death();
        const desk = deskAt(noted, { faults: death.faults });
        const [folder = ''] = noteOf(desk).parents;
        (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.update({ trashed: true }, folder);
        death.at(nth, how, ({ service }) => /^(Docs|Drive)/.test(service));
        pressAndDie(desk, 'writeNote');
        death.disarm();
        again(desk, 'writeNote');
        expect(textOf(desk, noteOf(desk).id).split('3. Перспективы')).toHaveLength(2);
        expect(desk.files().filter(({ name, trashed }) => name === 'Аналитические справки' && !trashed)).toHaveLength(
          1,
        );
      }
  });

  it('of an earlier cycle says what it said then, though the sheets are of the present one', () => {
    const desk = deskAt(noted);
    const said = /дефицитов — \d+, подтверждённых профицитов — \d+/.exec(textOf(desk, noteOf(desk).id))?.[0] ?? '?';
    desk.set('cycle', '2');
    desk.press('processAnswers');
    desk.press('writeNote', { cycle: '1' });
    const text = textOf(desk, noteOf(desk).id);
    expect(text).toContain(said);
    expect(text).toMatch(/лист «Ответы», строки \d+–\d+/);
  });

  it('takes hostile words for words: a school called like a formula, a person’s tags', () => {
    const desk = deskAt(setUp);
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
    desk.set('school', '\'=IMPORTRANGE("x")<b>{count}</b>');
    desk.press('makePlan', { start: '2026-09-07' });
    desk.press('writeNote');
    expect(noteOf(desk).name).toContain('<b>{count}</b>');
    expect(textOf(desk, noteOf(desk).id)).toContain('<b>');
  });

  it('is refused while there is nothing to write about, and for a cycle that is none', () => {
    expect(deskAt(staffed).refusal('writeNote')).toMatch(/Писать справку не из чего/);
    expect(deskAt(scored).refusal('writeNote', { cycle: '7' })).toMatch(/Такого цикла нет/);
  });

  it('of people without groups, feedback or plan says so instead of inventing', () => {
    const desk = deskAt(scored);
    desk.press('writeNote');
    const text = textOf(desk, noteOf(desk).id);
    for (const word of [
      'Мобильные группы ещё не опубликованы',
      'Отзывов о занятиях ещё нет',
      'Плана мероприятий в таблице нет',
    ])
      expect(text).toContain(word);
    expect(text).toContain(`из ${String(OWN.length)}`);
    expect(text).not.toMatch(/NaN|undefined/);
  });
});

describe('undoing', () => {
  it('puts the document and its folder into the bin; the next press makes new ones', () => {
    const desk = deskAt(invited);
    const { run } = desk.press('writeNote');
    const first = noteOf(desk).id;
    desk.press('undoRun', { run: run.run });
    expect(notes(desk)).toEqual([]);
    desk.press('writeNote');
    expect(noteOf(desk).id).not.toBe(first);
  });

  it('leaves the folder while the note of another cycle lies in it', () => {
    const desk = deskAt(noted);
    const folder = noteOf(desk).parents[0];
    const [run = ''] = desk
      .rows(LEDGER)
      .filter(({ kind }) => kind === 'документ')
      .map((row) => row.run);
    desk.set('cycle', '2');
    desk.press('writeNote', { cycle: '2' });
    desk.press('undoRun', { run });
    expect(desk.files().find(({ id }) => id === folder)?.trashed).toBe(false);
    expect(notes(desk).map(({ name }) => /цикл (\d)/.exec(name)?.[1])).toEqual(['2']);
  });
});

describe('whatever dies', () => {
  const outward = ({ service }: ServiceCall): boolean => /^(Docs|Drive)/.test(service);

  it.each([1, 2, 3, 4].flatMap((nth) => (['before', 'after'] as const).map((how) => [nth, how] as const)))(
    'at the %i. call to Drive or Docs (%s), pressing again leaves one whole note in one folder',
    (nth, how) => {
      const death = new Death();
      const desk = deskAt(invited, { faults: death.faults });
      death.at(nth, how, outward);
      pressAndDie(desk, 'writeNote');
      death.disarm();
      again(desk, 'writeNote');
      expect(textOf(desk, noteOf(desk).id).split('3. Перспективы')).toHaveLength(2);
      expect(desk.files().filter(({ name, trashed }) => name === 'Аналитические справки' && !trashed)).toHaveLength(1);
    },
  );
});

// The demo on a school's own files: CSV in Windows-1251 with commas, and XLSX, give the same cycle and whole files.
import ExcelJS from 'exceljs';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES } from '../../src/workbook/tables';
import { demo, type Ended, example, temporaryFolder } from './command';
import { type Summary, summaryProblems } from './summary-shape';

const folder = temporaryFolder();
const FORMATS = ['csv', 'xlsx'] as const;
const outOf = (format: string): string => join(folder, format);
const OWN = 'Диплом.txt';
const OWN_TEXT = 'единственный экземпляр';
const runs = new Map<string, Ended>();

beforeAll(async () => {
  // The folder for the results may be there already, with something of the user's own in it.
  mkdirSync(outOf('csv'));
  writeFileSync(join(outOf('csv'), OWN), OWN_TEXT);
  await Promise.all(
    FORMATS.map(async (format) => {
      const files = [
        '--staff',
        example(`second-school/staff.${format}`),
        '--answers',
        example(`second-school/answers.${format}`),
      ];
      runs.set(format, await demo(...files, '--school', 'Вторая школа', '--out', outOf(format)));
    }),
  );
}, 300_000);

const summaryOf = (format: string): Summary =>
  JSON.parse(readFileSync(join(outOf(format), 'summary.json'), 'utf8')) as Summary;

describe.each(FORMATS)('a school’s own %s files', (format) => {
  it('go through the whole cycle', () => {
    expect(runs.get(format)).toMatchObject({ code: 0, complaints: [] });
  });

  it('show every step on the terminal, with its number, in Russian', () => {
    const steps = runs.get(format)?.output.match(/^ *\d+\. [А-ЯЁ]/gm) ?? [];
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.map((line) => Number.parseInt(line, 10))).toEqual(steps.map((_line, index) => index + 1));
  });

  it('give a summary of the promised shape, free of contradictions', () => {
    expect(summaryProblems(summaryOf(format))).toEqual([]);
  });

  it('give a cycle in which everything has happened', () => {
    const { teachers, answered, groups, modules, forms, bank, mail } = summaryOf(format);
    expect(teachers).toBe(14);
    expect(answered).toBeGreaterThan(10);
    expect(groups.length).toBeGreaterThan(0);
    expect(modules.length).toBeGreaterThanOrEqual(groups.length);
    const kinds = new Set(forms.map(({ kind }) => kind));
    for (const kind of [
      'needs',
      'self',
      'addressed',
      'agreement',
      'feedback.consultant',
      'feedback.consultee',
      'offer',
    ])
      expect(kinds).toContain(kind);
    expect(forms.filter(({ kind, responses }) => kind.startsWith('feedback') && responses === 0)).toEqual([]);
    expect(bank.resources).toBeGreaterThanOrEqual(3);
    expect(mail.sent).toBeGreaterThan(teachers);
  });

  it('give a workbook that opens, with a sheet for every table', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(outOf(format), 'Время роста.xlsx'));
    const sheets = workbook.worksheets.map(({ name }) => name);
    for (const { title } of TABLES) expect(sheets).toContain(title);
    expect(sheets).toContain('Матрица компетенций');
    const staff = workbook.getWorksheet('Сотрудники');
    const names = (staff?.getColumn(2).values ?? []).filter((value) => value !== undefined && value !== '');
    expect(names).toHaveLength(1 + 14);
    expect(workbook.getWorksheet('Учёт действий')?.state).toBe('hidden');
  });

  it('give a calendar of whole events, one for every module', () => {
    const [name = ''] = readdirSync(outOf(format)).filter((one) => one.endsWith('.ics'));
    const ics = readFileSync(join(outOf(format), name), 'utf8');
    const modules = summaryOf(format).modules;
    // RFC 5545, 3.1: lines end in CRLF and hold at most 75 octets; a line that goes on begins with a space.
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const raw = ics.slice(0, -2).split('\r\n');
    expect(raw.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([]);
    const lines = ics
      .replace(/\r\n[ \t]/g, '')
      .trimEnd()
      .split('\r\n');
    const open: string[] = [];
    for (const line of lines) {
      const [, mark, part = ''] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
      if (mark === 'BEGIN') open.push(part);
      if (mark === 'END') expect(open.pop()).toBe(part);
    }
    expect(open).toEqual([]);
    const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
    expect(count(/^BEGIN:VEVENT$/)).toBe(modules.length);
    expect(count(/^UID:/)).toBe(modules.length);
    expect(count(/^ATTENDEE[;:]/)).toBe(modules.reduce((sum, { guests }) => sum + guests, 0));
    for (const { eventId } of modules) expect(ics.replace(/\r\n[ \t]/g, '')).toContain(`UID:${eventId}`);
  });

  it('give every form, every letter and the bank as files', () => {
    const { forms, mail } = summaryOf(format);
    const out = outOf(format);
    expect(readdirSync(join(out, 'forms'))).toHaveLength(forms.length);
    const letters = readdirSync(join(out, 'mail'));
    expect(letters.every((name) => name.endsWith('.eml'))).toBe(true);
    expect(letters.length).toBeGreaterThanOrEqual(mail.sent);
    expect(readdirSync(join(out, 'drive')).length).toBeGreaterThan(0);
  });

  it('leave nothing half-written beside the folder', () => {
    expect(existsSync(`${outOf(format)}.partial`)).toBe(false);
  });
});

it('leaves what else lies in the folder as it was', () => {
  expect(readFileSync(join(outOf('csv'), OWN), 'utf8')).toBe(OWN_TEXT);
});

it('gives the same cycle whatever the format of the files', () => {
  expect(summaryOf('xlsx')).toEqual(summaryOf('csv'));
});

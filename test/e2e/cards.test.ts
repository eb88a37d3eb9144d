// The card add-on (`npm run build:cards`): what its homepages show beside Sheets, Calendar and Drive.
import { readdirSync, statSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { requiredScopes, type CardView, type Host } from '../../local/index';
import * as entryPoints from '../../src/cards/entry-points';
import { COMPETENCIES, GROUPS, LEDGER, MODULES } from '../../src/workbook/tables';
import { ROOT } from '../root';
import type { Desk } from './desk';
import { emptyDesk } from './workspace';
import { invited, scored, setUp } from './school';
import { DAY, deskAt } from './workspace';

const DIST = join(ROOT, 'dist-cards');
interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly addOns: Record<Host, { readonly homepageTrigger: { readonly runFunction: string } }>;
}
const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8')) as Manifest;

/** The card a host shows once the add-on is there too. */
function card(desk: Desk, host: Host): CardView {
  desk.workspace.install(DIST);
  const [only, ...more] = desk.workspace.homepage(host);
  if (only === undefined || more.length > 0) throw new Error(`${String(more.length + 1)} cards`);
  return only;
}
const lines = (shown: CardView): string[] =>
  shown.sections.flatMap(({ header, widgets }) => [
    header,
    ...widgets.flatMap((widget) =>
      widget.kind === 'line'
        ? [[widget.top, widget.text, widget.bottom].filter((text) => text !== '').join(' | ')]
        : widget.kind === 'buttons'
          ? widget.buttons.map(({ text, url }) => `${text} → ${url}`)
          : [],
    ),
  ]);
const links = (shown: CardView): string[] =>
  shown.sections.flatMap(({ widgets }) =>
    widgets.flatMap((widget) =>
      widget.kind === 'line' && widget.url !== ''
        ? [widget.url]
        : widget.kind === 'buttons'
          ? widget.buttons.map(({ url }) => url)
          : [],
    ),
  );

describe('beside an empty workbook', () => {
  it('the card says where to begin', () => {
    const shown = card(emptyDesk(), 'sheets');
    expect(shown.title).toBe('Время роста');
    expect(lines(shown).join('\n')).toMatch(/Следующий шаг\nНастроить таблицу.*\| Начните отсюда/);
  });
});

describe('beside the workbook', () => {
  it('the card shows the step that is next, and all steps with their state', () => {
    const desk = deskAt(scored);
    const home = desk.home();
    const text = lines(card(desk, 'sheets'));
    const next = home.steps.find(({ action }) => action === home.next);
    expect(text[text.indexOf('Следующий шаг') + 1]).toBe(
      `${next?.title.replace('…', '') ?? '?'} | ${next?.line ?? '?'}`,
    );
    for (const { title, line } of home.steps)
      expect(text.filter((one) => one.slice(2) === `${title.replace('…', '')} | ${line}`)).toHaveLength(1);
  });

  it.each([MODULES, GROUPS, LEDGER])(
    'with «$title» broken by somebody the card names it and shows the rest',
    (table) => {
      const desk = deskAt(invited);
      desk.sheet(table.title).insertRowBefore(1);
      const text = lines(card(desk, 'sheets')).join('\n');
      if (table !== LEDGER) expect(text).toContain(`На листе «${table.title}» над заголовками что-то вставлено`);
      expect(text).toMatch(/✓ Загрузить сотрудников/);
    },
  );

  it('the card shows the next session with its link, and leads to the sheets', () => {
    const desk = deskAt(invited);
    const [first] = desk
      .rows(MODULES)
      .filter(({ state }) => state === 'приглашения отправлены')
      .sort((a, b) => (a.date.split('.').reverse().join() < b.date.split('.').reverse().join() ? -1 : 1));
    const shown = card(desk, 'sheets');
    expect(lines(shown).join('\n')).toContain(
      `Ближайшее занятие\n${first?.date ?? '?'} ${first?.start ?? '?'} | ${first?.title ?? '?'}`,
    );
    expect(links(shown)).toContain(first?.link);
    expect(
      lines(shown).filter((line) => /^(Расписание|Сводка) → https:\/\/docs\.google\.com\//.test(line)),
    ).toHaveLength(2);
  });

  it('what people wrote is shown as text, never as a mark', () => {
    const desk = deskAt(invited);
    desk.type(
      MODULES,
      ({ state }) => state === 'приглашения отправлены',
      'title',
      '<b>Тема</b> & <a href="x">ссылка</a>',
    );
    const text = JSON.stringify(card(desk, 'sheets'));
    expect(text).toContain('&lt;b&gt;Тема&lt;/b&gt; &amp; &lt;a');
    expect(text).not.toContain('<b>');
  });

  it('a damaged setting is named before anything else', () => {
    const desk = deskAt(setUp);
    desk.set('groupMost', 'много');
    expect(lines(card(desk, 'sheets'))[0]).toBe('Сначала исправьте');
  });

  it('a sheet that is gone sends to the set-up instead of failing', () => {
    const desk = deskAt(setUp);
    desk.director.spreadsheet.deleteSheet(desk.sheet(COMPETENCIES.title));
    expect(lines(card(desk, 'sheets')).join('\n')).toContain('Настроить таблицу');
  });
});

describe('beside Calendar', () => {
  it('the card sends to the workbook until it has been opened there', () => {
    const text = lines(card(deskAt(invited), 'calendar')).join('\n');
    expect(text).toContain('Откройте таблицу «Времени роста»');
    expect(text).not.toContain('Открыть таблицу →');
  });

  it('then shows the coming sessions of the programme’s own calendar, soonest first, and the way back', () => {
    const desk = deskAt(invited);
    card(desk, 'sheets');
    const shown = card(desk, 'calendar');
    const titles = desk
      .rows(MODULES)
      .filter(({ state }) => state === 'приглашения отправлены')
      .map(({ title }) => title);
    const widgets = shown.sections[0]?.widgets ?? [];
    expect(widgets.length).toBe(titles.length);
    const tops = widgets.map((widget) =>
      widget.kind === 'line' ? widget.top.slice(0, 10).split('.').reverse().join('-') : '',
    );
    expect(tops).toEqual([...tops].sort());
    expect(lines(shown).at(-1)).toMatch(/^Открыть таблицу → https:\/\/docs\.google\.com\/spreadsheets\//);
  });

  it('says so when all sessions are over', () => {
    const desk = deskAt(invited);
    card(desk, 'sheets');
    desk.sleep(400 * DAY);
    expect(lines(card(desk, 'calendar')).join('\n')).toContain('Впереди занятий нет.');
  });

  it('shows no event of the person’s own', () => {
    const desk = deskAt(invited);
    card(desk, 'sheets');
    const calendar = desk.workspace.globals['Calendar'] as NonNullable<typeof Calendar>;
    calendar.Events.insert(
      {
        summary: 'Личное',
        start: { dateTime: '2026-10-01T10:00:00+07:00' },
        end: { dateTime: '2026-10-01T11:00:00+07:00' },
      },
      'primary',
    );
    expect(lines(card(desk, 'calendar')).join('\n')).not.toContain('Личное');
  });
});

describe('beside Drive', () => {
  it('the card shows the product’s own forms, and no folder or file of others', () => {
    const desk = deskAt(scored);
    const drive = desk.workspace.globals['Drive'] as NonNullable<typeof Drive>;
    drive.Files.create({ name: 'Моё личное' }, null as never);
    const text = lines(card(desk, 'drive'));
    expect(text.filter((line) => line.startsWith('форма | '))).not.toEqual([]);
    expect(text.join('\n')).not.toContain('Моё личное');
  });

  it('says what will appear while there is nothing', () => {
    expect(lines(card(deskAt(setUp), 'drive')).join('\n')).toContain('Здесь появятся формы');
  });
});

describe('the project', () => {
  it('names in its manifest exactly the functions that it holds', () => {
    const named = (['sheets', 'calendar', 'drive'] as const).map(
      (host) => manifest.addOns[host].homepageTrigger.runFunction,
    );
    expect(named.sort()).toEqual(Object.keys(entryPoints).sort());
  });

  it('asks for exactly the scopes that its cards need: no mail, no forms, no writing of triggers', () => {
    const desk = deskAt(invited);
    const before = desk.workspace.calls.length;
    for (const host of ['sheets', 'calendar', 'drive'] as const) card(desk, host);
    const made = desk.workspace.calls.slice(before).filter(({ execution }) => execution > 0);
    const asked = manifest.oauthScopes;
    const used = new Set(
      requiredScopes(made).map(({ anyOf }) => asked.find((scope) => anyOf.includes(scope)) ?? anyOf[0]),
    );
    expect([...used].sort()).toEqual([...asked].sort());
    expect(asked.filter((scope) => /gmail|mail|forms|script\./.test(scope))).toEqual([]);
  });

  it('writes nothing outside the person’s own properties', () => {
    const desk = deskAt(invited);
    const before = desk.workspace.calls.length;
    for (const host of ['sheets', 'calendar', 'drive'] as const) card(desk, host);
    const writes = desk.workspace.calls
      .slice(before)
      .filter(
        ({ execution, method }) =>
          execution > 0 && /^(set|insert|create|update|patch|remove|add|append|delete|send|clear)/.test(method),
      );
    expect(writes.map(({ service, method }) => `${service}.${method}`)).toEqual(['Properties.setProperty']);
  });

  it('ships its code, its words and its manifest, small and nothing else', () => {
    expect(readdirSync(DIST).sort()).toEqual(['Code.js', 'WordsRu.html', 'appsscript.json']);
    expect(statSync(join(DIST, 'Code.js')).size).toBeLessThan(100_000);
    const clasp = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
    const status = execFileSync(process.execPath, [clasp, '-P', '.clasp-cards.json', 'status', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect((JSON.parse(status) as { filesToPush: string[] }).filesToPush.sort()).toEqual(
      readdirSync(DIST)
        .map((name) => `dist-cards/${name}`)
        .sort(),
    );
  });
});

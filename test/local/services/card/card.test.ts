// CardService of the local Workspace. https://developers.google.com/apps-script/reference/card-service
import { cardToHtml } from '../../../../local/export/card-html';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalWorkspace, type LocalWorkspace } from '../../../../local/index';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const ADD_ON = {
  addOns: {
    common: { name: 'Пример', logoUrl: 'https://example.com/logo.png', homepageTrigger: { runFunction: 'home' } },
    sheets: {},
    calendar: { homepageTrigger: { runFunction: 'calendarHome' } },
    drive: { homepageTrigger: { runFunction: 'home', enabled: false } },
  },
};

/** A Workspace with a project whose `home` is this body; `line(text)` makes a line, `card(...widgets)` a card. */
function addOn(body: string, manifest: object = ADD_ON): LocalWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  folders.push(folder);
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify({ oauthScopes: [], ...manifest }));
  writeFileSync(
    join(folder, 'Code.js'),
    `const line = (text) => CardService.newDecoratedText().setText(text);
     const card = (...widgets) => {
       const section = CardService.newCardSection().setHeader('Раздел');
       for (const widget of widgets) section.addWidget(widget);
       return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle('Заголовок')).addSection(section).build();
     };
     function calendarHome() { return [card(line('один')), card(line('два'))]; }
     function home(e) { ${body} }`,
  );
  const workspace = createLocalWorkspace();
  workspace.install(folder);
  return workspace;
}

it('gives the card as a person sees it', () => {
  const workspace = addOn(`return card(
    line('Текст').setTopLabel('сверху').setBottomLabel('снизу').setWrapText(true).setOpenLink(CardService.newOpenLink().setUrl('https://example.com/')),
    CardService.newDivider(),
    CardService.newTextParagraph().setText('Абзац'),
    CardService.newButtonSet().addButton(CardService.newTextButton().setText('Открыть').setOpenLink(CardService.newOpenLink().setUrl('https://example.com/b'))),
  );`);
  expect(workspace.homepage('sheets')).toEqual([
    {
      name: '',
      title: 'Заголовок',
      subtitle: '',
      sections: [
        {
          header: 'Раздел',
          widgets: [
            { kind: 'line', top: 'сверху', text: 'Текст', bottom: 'снизу', wrap: true, url: 'https://example.com/' },
            { kind: 'divider' },
            { kind: 'paragraph', text: 'Абзац' },
            { kind: 'buttons', buttons: [{ text: 'Открыть', url: 'https://example.com/b' }] },
          ],
        },
      ],
    },
  ]);
});

// https://developers.google.com/workspace/add-ons/concepts/event-objects
it('tells the function which host it is in, and nothing of locale or time zone unless the manifest asks', () => {
  const [shown] = addOn('return card(line(JSON.stringify(e)));').homepage('sheets');
  const [widget] = shown?.sections[0]?.widgets ?? [];
  expect(JSON.parse(widget?.kind === 'line' ? widget.text : '')).toEqual({
    commonEventObject: { hostApp: 'SHEETS', platform: 'WEB' },
    sheets: { addonHasFileScopePermission: false },
  });
});

// https://developers.google.com/apps-script/manifest/addons
it('takes a host’s own homepage before the common one, and shows several cards', () => {
  expect(addOn('return card(line("общая"));').homepage('calendar')).toHaveLength(2);
});

it('has no document beside Calendar', () => {
  const workspace = addOn('return card(line(String(SpreadsheetApp.getActive())));', {
    oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
    addOns: { ...ADD_ON.addOns, calendar: {} },
  });
  workspace.createSpreadsheet('Книга');
  const text = (host: 'sheets' | 'calendar'): string => JSON.stringify(workspace.homepage(host));
  expect(text('calendar')).toContain('"text":"null"');
  expect(text('sheets')).not.toContain('"text":"null"');
});

it.each([['a homepage that is switched off', 'drive', /no homepage in drive/]] as const)(
  'refuses %s',
  (_what, host, message) => {
    expect(() => addOn('return card(line(""));').homepage(host)).toThrow(message);
  },
);

it('refuses a project that is no Workspace add-on', () => {
  expect(() => addOn('return card(line(""));', { addOns: undefined }).homepage('sheets')).toThrow(
    'no Workspace add-on',
  );
});

it.each([
  ['something else than a card', 'return "card";', 'home returned no card'],
  [
    'a text that is none',
    'return card(line(5));',
    "don't match the method signature for CardService.DecoratedText.setText",
  ],
  [
    'a line without its text',
    'return card(CardService.newDecoratedText());',
    'NotEmulated: a DecoratedText without its text',
  ],
  [
    'a widget that is none',
    'return card("text");',
    "don't match the method signature for CardService.CardSection.addWidget",
  ],
  ['a section without widgets', 'return card();', 'NotEmulated: a card section without widgets'],
  ['a card without sections', 'return CardService.newCardBuilder().build();', 'NotEmulated: a card without sections'],
  // https://developers.google.com/workspace/add-ons/concepts/cards
  [
    'more than 100 widgets',
    'return card(...Array.from({ length: 101 }, () => line("x")));',
    'more than 100 widgets in a card section',
  ],
  [
    'a link that is none of the web',
    'CardService.newOpenLink().setUrl("javascript:alert(1)");',
    'NotEmulated: OpenLink.setUrl',
  ],
  ['what is not emulated', 'return CardService.newGrid();', 'NotEmulated: CardService.newGrid'],
])('refuses %s', (_what, body, message) => {
  expect(() => addOn(body).homepage('sheets')).toThrow(message);
});

it('takes exactly 100 widgets', () => {
  const [shown] = addOn('return card(...Array.from({ length: 100 }, () => line("x")));').homepage('sheets');
  expect(shown?.sections[0]?.widgets).toHaveLength(100);
});

it('as a page keeps the marks that cards know, and shows everything else as text', () => {
  const [shown] = addOn('return card(line("<b>жирно</b> <script>x</script> &lt;i&gt; a & b"));').homepage('sheets');
  if (shown === undefined) throw new Error('no card');
  expect(cardToHtml(shown)).toContain('<b>жирно</b> &lt;script>x&lt;/script> &lt;i&gt; a &amp; b');
});

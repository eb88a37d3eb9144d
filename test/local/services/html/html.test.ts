// https://developers.google.com/apps-script/guides/html and https://developers.google.com/apps-script/guides/html/templates
import { createLocalWorkspace } from '../../../../local';
import { workspaceWith } from '../../runtime/project';

const FILES = {
  'page.html': '<p>Страница</p>',
  'list.html': '<ul><? for (const item of items) { ?><li title="<?= item ?>"><?= item ?></li><? } ?></ul><?!= raw ?>',
};
const CODE = `
  const SHARED = 'общее';
  function helper(x) { return x * 2; }
  function file(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
  function list(items, raw) {
    const template = HtmlService.createTemplateFromFile('list');
    template.items = items;
    template.raw = raw;
    return [template.evaluate().getContent(), template.items === items, template.getRawContent().length > 0];
  }
  function inline(html, value) {
    const template = HtmlService.createTemplate(html);
    template.value = value;
    return template.evaluate().getContent();
  }
  function output() {
    const out = HtmlService.createHtmlOutput('<b>1</b>').append('<i>').setTitle('Т').setWidth(300).setHeight(200)
      .addMetaTag('viewport', 'width=device-width').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)
      .setSandboxMode(HtmlService.SandboxMode.IFRAME);
    return [out.getContent(), out.getTitle(), out.getWidth(), out.getHeight(), out.getMetaTags()[0].getName()];
  }
  function untrusted() { return HtmlService.createHtmlOutput('<p>').appendUntrusted('<script>').getContent(); }
  function badMeta() { HtmlService.createHtmlOutput().addMetaTag('refresh', '0'); }`;

const ws = workspaceWith(CODE, { files: FILES });

it('reads the project’s files, with or without the extension', () => {
  expect(ws.run('file', 'page')).toBe('<p>Страница</p>');
  expect(ws.run('file', 'page.html')).toBe('<p>Страница</p>');
  expect(() => ws.run('file', 'other')).toThrow('No HTML file named other was found.');
});

it('runs scriptlets with the variables pushed to the template, unchanged', () => {
  expect(ws.run('list', ['а', '<b>"&\''], '<hr>')).toEqual([
    '<ul><li title="а">а</li><li title="&lt;b&gt;&quot;&amp;&#39;">&lt;b&gt;&quot;&amp;&#39;</li></ul><hr>',
    true,
    true,
  ]);
});

it.each([
  ['<?= SHARED ?> <?= helper(value); ?>', 21, 'общее 42'],
  ['<a href="https://x.example/?q=<?= value ?>">', 'a&b', '<a href="https://x.example/?q=a&amp;b">'],
  ['<a href="<?= value ?>">', 'https://x.example', '<a href="https://x.example">'],
  ['<script>const a = <?!= JSON.stringify(value) ?>;</script><?= value ?>', '<', '<script>const a = "<";</script>&lt;'],
  [
    '<p onclick="f()" style="color: red" class=x><?= value ?></p>',
    'a>b',
    '<p onclick="f()" style="color: red" class=x>a&gt;b</p>',
  ],
  ['<!-- > --><?= value ?>', 1, '<!-- > -->1'],
  ['a<? /* nothing */ ?>b', 0, 'ab'],
])('%s', (html, value, page) => {
  expect(ws.run('inline', html, value)).toBe(page);
});

it.each([
  '<script>const a = <?= value ?>;</script>',
  '<style>p { color: <?= value ?> }</style>',
  '<p onclick="f(<?= value ?>)">',
  '<p class=<?= value ?>>',
  '<p <?= value ?>>',
  '<!-- <?= value ?> -->',
])('does not guess how a value is escaped in %s', (html) => {
  expect(() => ws.run('inline', html, 'x')).toThrow('NotEmulated: printing scriptlet');
});

it('lets no javascript: address through', () => {
  expect(() => ws.run('inline', '<a href="<?= value ?>">', 'javascript:alert(1)')).toThrow('NotEmulated');
});

it('fails with the template’s own error', () => {
  expect(() => ws.run('inline', '<?= missing ?>', 1)).toThrow('missing is not defined');
});

it('builds pages', () => {
  expect(ws.run('output')).toEqual(['<b>1</b><i>', 'Т', 300, 200, 'viewport']);
  expect(ws.run('untrusted')).toBe('<p>&lt;script&gt;');
  expect(() => ws.run('badMeta')).toThrow('The specified meta tag cannot be used in this context.');
});

it('A template made from outside scripts is evaluated in a realm of its own, with the services in sight', () => {
  const html = createLocalWorkspace().globals['HtmlService'] as typeof HtmlService;
  const template = html.createTemplate('<?= value ?>|<?= Session.getScriptTimeZone() ?>|<?= typeof process ?>');
  Object.assign(template, { value: '<i>' });
  expect(template.evaluate().getContent()).toBe('&lt;i&gt;|Asia/Novokuznetsk|undefined');
});

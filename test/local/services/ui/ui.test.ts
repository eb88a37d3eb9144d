// https://developers.google.com/apps-script/reference/base/ui and https://developers.google.com/apps-script/guides/dialogs
import { createUi } from '../../../../local/services/ui';
import { HtmlOutput } from '../../../../local/services/html';
import { runtimeOf } from '../../../../local/runtime/state';
import type { ExecutionContext } from '../../../../local/runtime/world';
import { testWorld } from '../world';

function setUp(): { ui: ReturnType<typeof createUi>; screen: ReturnType<typeof runtimeOf>['screen'] } {
  const world = testWorld();
  return { ui: createUi(world), screen: runtimeOf(world).screen };
}

it('builds menus with items, separators and submenus', () => {
  const { ui, screen } = setUp();
  const sub = ui.createMenu('Ещё').addItem('Журнал', 'journal');
  ui.createMenu('Время роста').addItem('Настройка', 'setUp').addSeparator().addSubMenu(sub).addToUi();
  expect(screen.menus).toEqual([
    {
      title: 'Время роста',
      items: [
        { kind: 'item', caption: 'Настройка', functionName: 'setUp' },
        { kind: 'separator' },
        {
          kind: 'submenu',
          menu: { title: 'Ещё', items: [{ kind: 'item', caption: 'Журнал', functionName: 'journal' }] },
        },
      ],
    },
  ]);
});

it('replaces a menu of the same name', () => {
  const { ui, screen } = setUp();
  ui.createMenu('М').addItem('a', 'a').addToUi();
  ui.createMenu('М').addItem('b', 'b').addToUi();
  expect(screen.menus).toEqual([{ title: 'М', items: [{ kind: 'item', caption: 'b', functionName: 'b' }] }]);
});

it('asks whoever answers dialogs', () => {
  const { ui, screen } = setUp();
  screen.answer = ({ kind }) => (kind === 'prompt' ? { button: 'OK', text: '5' } : { button: 'YES' });
  expect(ui.alert('Вопрос', 'Продолжить?', ui.ButtonSet.YES_NO)).toBe(ui.Button.YES);
  const response = ui.prompt('Сколько?', ui.ButtonSet.OK_CANCEL);
  expect([response.getSelectedButton(), response.getResponseText()]).toEqual([ui.Button.OK, '5']);
  expect(screen.dialogs.map(({ request }) => request)).toEqual([
    { kind: 'alert', title: 'Вопрос', message: 'Продолжить?', buttons: ['YES', 'NO'] },
    { kind: 'prompt', title: undefined, message: 'Сколько?', buttons: ['OK', 'CANCEL'] },
  ]);
});

it('can be closed instead of answered', () => {
  const { ui, screen } = setUp();
  screen.answer = () => ({ button: 'CLOSE' });
  expect(ui.alert('Готово')).toBe(ui.Button.CLOSE);
});

it('does not make an answer up when nobody is there, nor press a button that is not', () => {
  const { ui, screen } = setUp();
  expect(() => ui.alert('Готово')).toThrow('NotEmulated: answering «Готово»');
  screen.answer = () => ({ button: 'YES' });
  expect(() => ui.alert('Готово')).toThrow('NotEmulated: pressing YES where there is only OK');
});

it.each([[[]], [[1]], [['a', 'b']], [['a', 'b', 'c', 'd']]])('refuses alert(%j)', (args) => {
  const { ui } = setUp();
  expect(() => ui.alert(...(args as unknown[]))).toThrow("don't match the method signature for Ui.alert.");
});

it('shows pages', () => {
  const { ui, screen } = setUp();
  ui.showSidebar(new HtmlOutput('<p>').setTitle('Помощник').setWidth(300));
  ui.showModalDialog(new HtmlOutput('<b>').setHeight(100), 'Окно');
  expect(screen.sidebar).toEqual({ title: 'Помощник', html: '<p>', width: 300, height: undefined, modal: undefined });
  expect(screen.dialog).toEqual({ title: 'Окно', html: '<b>', width: undefined, height: 100, modal: true });
  expect(() => ui.showSidebar('<p>')).toThrow("don't match the method signature for Ui.showSidebar.");
});

it('does not exist for a clock trigger', () => {
  const world = testWorld();
  const context: ExecutionContext = {
    index: 1,
    functionName: 'beat',
    authMode: 'FULL',
    origin: 'trigger',
    user: world.user,
    startedAt: 0,
    activeSpreadsheetId: undefined,
  };
  world.execution = context;
  expect(() => createUi(world)).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});

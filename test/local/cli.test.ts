// The command line of the Workspace in a browser.
import { BadOptions, readOptions } from '../../local/cli';

it('takes the port, the folder of the state, whether to begin empty, and the language', () => {
  expect(readOptions([])).toEqual({ port: 4310, dir: '.local-workspace', empty: false, language: 'ru' });
  expect(readOptions(['--port', '0', '--dir', 'x', '--empty', '--language', 'en'])).toEqual({
    port: 0,
    dir: 'x',
    empty: true,
    language: 'en',
  });
  expect(readOptions(['--no-dir']).dir).toBeUndefined();
});

it.each([[['--port', '80000']], [['--port', 'x']], [['--language', 'de']], [['--nonsense']], [['extra']]])(
  'says how to use it when it does not understand %j',
  (args) => {
    expect(() => readOptions(args)).toThrow(BadOptions);
    expect(() => readOptions(args)).toThrow(/npm start/);
  },
);

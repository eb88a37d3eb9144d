// The command line of the local Workspace in a browser: reads the options, starts the worker and the server, says the address.
import { parseArgs } from 'node:util';
import { buildAssets } from './web/assets';
import type { Language } from './web/contract';
import { WorkerEngine } from './web/engine';
import { startServer } from './web/server';

/** What the one who starts it decides. */
export interface CommandOptions {
  readonly port: number;
  /** Folder of the state, or `undefined`: keep nothing. */
  readonly dir: string | undefined;
  /** Begin without any sample data. */
  readonly empty: boolean;
  readonly language: Language;
}

/** The options are not understood: said to the person, exit code 2. */
export class BadOptions extends Error {
  override readonly name = 'BadOptions';
}

const USAGE = `npm start -- [--port 4310] [--dir ПАПКА | --no-dir] [--empty] [--language ru|en]
  --port      порт на этом компьютере; 0 — любой свободный
  --dir       папка, где хранится состояние (иначе .local-workspace)
  --no-dir    ничего не хранить: после остановки всё забудется
  --empty     начать с пустой таблицы, а не с примера школы (если в папке ещё ничего нет)
  --language  язык страниц`;

/** Reads the command line. */
export function readOptions(args: readonly string[]): CommandOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4310' },
        dir: { type: 'string', default: '.local-workspace' },
        'no-dir': { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        language: { type: 'string', default: 'ru' },
      },
    }));
  } catch {
    throw new BadOptions(`Не понимаю параметры.\n${USAGE}`);
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new BadOptions(`--port ${values.port}: нужно число от 0 до 65535.\n${USAGE}`);
  if (values.language !== 'ru' && values.language !== 'en')
    throw new BadOptions(`--language ${values.language}: есть ru и en.\n${USAGE}`);
  return {
    port,
    dir: values['no-dir'] ? undefined : values.dir,
    empty: values.empty,
    language: values.language,
  };
}

/**
 * Serves the Workspace that `module` makes until the process is stopped.
 * @param module calls `serveHost`; is handed the options
 */
export async function serve(module: URL, options: CommandOptions): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say('Готовлю Workspace…');
  const engine = new WorkerEngine(module, options, (reason) => {
    process.stderr.write(`Workspace остановился: ${reason}\n`);
    process.exit(1);
  });
  const [assets] = await Promise.all([buildAssets(), engine.ready]);
  let server;
  try {
    server = await startServer({ engine, assets, language: options.language, port: options.port });
  } catch (error) {
    await engine.close();
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    throw new BadOptions(`Порт ${String(options.port)} занят. Выберите другой: npm start -- --port 0`);
  }
  const { close } = server;
  say(`Откройте в браузере: ${server.address}`);
  say(
    options.dir === undefined
      ? 'Состояние не хранится.'
      : `Состояние хранится в ${options.dir}; чтобы начать заново, удалите эту папку.`,
  );
  say('Остановить: Ctrl+C');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void close()
        .then(() => engine.close())
        .then(() => process.exit(0));
    });
}

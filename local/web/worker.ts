// The worker's side: holds the Workspace and answers one question after another, so that executions never overlap.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { DialogAnswer, DialogRequest } from '../runtime/screen';
import type { Host } from './host/host';
import type { FromWorker, ToWorker, WorkerStart } from './protocol';

/** The ways from the Workspace to the people at the windows. */
export interface HostLink {
  /** The starter's own options. */
  readonly options: unknown;
  /** Puts a question and stands still until it is answered, as a script with an open dialog does. */
  readonly ask: (request: DialogRequest) => DialogAnswer;
  readonly progress: (now: number) => void;
}

/** Serves the pages from inside a worker; to be called once, by the module the worker was started with. */
export async function serveHost(make: (link: HostLink) => Host | Promise<Host>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('serveHost is called by a worker only');
  const { answers, signal, options } = workerData as WorkerStart;
  const flag = new Int32Array(signal);
  const tell = (message: FromWorker): void => {
    port.postMessage(message);
  };
  const host = await make({
    options,
    progress: (now) => {
      tell({ kind: 'progress', now });
    },
    ask: (request) => {
      tell({ kind: 'question', request });
      Atomics.wait(flag, 0, 0);
      Atomics.store(flag, 0, 0);
      const received = receiveMessageOnPort(answers) as { message: DialogAnswer } | undefined;
      return received?.message ?? { button: 'CLOSE' };
    },
  });
  port.on('message', (message: ToWorker) => {
    const { id } = message;
    if (message.kind === 'content')
      tell({ kind: 'content', id, content: host.content(message.what, message.ref, message.person) });
    else
      tell({
        kind: 'reply',
        id,
        reply: host.handle(message.method, message.params),
        revision: host.revision,
        now: host.now,
      });
  });
  tell({ kind: 'ready', revision: host.revision, now: host.now });
}

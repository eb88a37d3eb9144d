// The server's side of the worker: a queue of questions, who is busy with what, and scripts' questions to people.
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import type { DialogAnswer, DialogRequest } from '../runtime/screen';
import { LONG, type Method, type Notice, type Reply } from './contract';
import type { Content, ContentKind } from './host/host';
import type { FromWorker, ToWorker, WorkerStart } from './protocol';

/** What the web server needs of whoever holds the Workspace. */
export interface Engine {
  /** Asks the Workspace; questions are answered in the order they come. */
  ask(method: string, params: unknown, window: string): Promise<Reply<unknown>>;
  content(what: ContentKind, ref: string, person: string): Promise<Content | undefined>;
  /** Hears everything that windows are told; `window` is the only one it is for, when given. Gives the way to stop hearing. */
  listen(listener: (notice: Notice, window: string | undefined) => void): () => void;
  /** What a window that has just come must know at once. */
  greetings(): readonly Notice[];
  /** A person answered a script's question. */
  answer(id: number, window: string, answer: DialogAnswer): void;
  /** A window is gone: a question it was to answer is closed. */
  leave(window: string): void;
  close(): Promise<void>;
}

/** A run shorter than this is not worth telling the other windows, ms. */
const BUSY_AFTER = 250;

interface Pending {
  readonly id: number;
  readonly method: string;
  readonly window: string;
  readonly who: string;
  readonly settle: (value: Reply<unknown>) => void;
}

/** The engine in a worker thread. */
export class WorkerEngine implements Engine {
  readonly #worker: Worker;
  readonly #answers: MessageChannel;
  readonly #signal = new SharedArrayBuffer(4);
  readonly #pending: Pending[] = [];
  readonly #contents = new Map<number, (content: Content | undefined) => void>();
  readonly #listeners = new Set<(notice: Notice, window: string | undefined) => void>();
  #nextId = 1;
  #revision = 0;
  #now = 0;
  #busy: (Notice & { kind: 'busy' }) | undefined;
  #question: { readonly id: number; readonly window: string } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #dead = false;
  /** When the Workspace is loaded; fails with the reason when it cannot be. */
  readonly ready: Promise<void>;

  /**
   * @param module the module that makes the Workspace and calls `serveHost`
   * @param options handed to it as they are
   * @param died told when the worker ends by itself
   */
  constructor(module: URL, options: unknown, died: (reason: string) => void) {
    this.#answers = new MessageChannel();
    const start: WorkerStart = { answers: this.#answers.port2, signal: this.#signal, options };
    this.#worker = new Worker(loaderOf(module), {
      // Shared, because the time zone of a script's Date is the process's own.
      env: SHARE_ENV,
      workerData: start,
      transferList: [this.#answers.port2],
    });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') {
          this.#worker.off('error', reject);
          this.#worker.on('error', (error) => {
            this.#die(error instanceof Error ? error.message : String(error), died);
          });
          resolve();
        }
        this.#receive(message);
      });
    });
    this.#worker.on('exit', (code) => {
      this.#die(`exit ${String(code)}`, died);
    });
  }

  ask(method: string, params: unknown, window: string): Promise<Reply<unknown>> {
    if (this.#dead) return Promise.resolve({ ok: false, failure: { code: 'lost', text: '' } });
    return new Promise((settle) => {
      const id = this.#nextId++;
      const who = (params as { as?: unknown } | null)?.as;
      this.#pending.push({ id, method, window, who: typeof who === 'string' ? who : '', settle });
      this.#send({ id, kind: 'ask', method, params });
      if (this.#pending.length === 1) this.#watch();
    });
  }

  content(what: ContentKind, ref: string, person: string): Promise<Content | undefined> {
    if (this.#dead) return Promise.resolve(undefined);
    return new Promise((settle) => {
      const id = this.#nextId++;
      this.#contents.set(id, settle);
      this.#send({ id, kind: 'content', what, ref, person });
    });
  }

  listen(listener: (notice: Notice, window: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  greetings(): readonly Notice[] {
    const changed: Notice = { kind: 'changed', revision: this.#revision, now: this.#now };
    return this.#busy === undefined ? [changed] : [changed, this.#busy];
  }

  answer(id: number, window: string, answer: DialogAnswer): void {
    if (this.#question?.id !== id || this.#question.window !== window) return;
    this.#question = undefined;
    this.#tell({ kind: 'dialogGone', id }, window);
    this.#answers.port1.postMessage(answer);
    const flag = new Int32Array(this.#signal);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  }

  leave(window: string): void {
    if (this.#question?.window === window) this.answer(this.#question.id, window, { button: 'CLOSE' });
  }

  async close(): Promise<void> {
    this.#dead = true;
    clearTimeout(this.#timer);
    this.#answers.port1.close();
    await this.#worker.terminate();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #tell(notice: Notice, window?: string): void {
    for (const listener of this.#listeners) listener(notice, window);
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.#revision = message.revision;
        this.#now = message.now;
        return;
      case 'content': {
        const settle = this.#contents.get(message.id);
        this.#contents.delete(message.id);
        settle?.(message.content);
        return;
      }
      case 'progress':
        this.#now = message.now;
        if (this.#busy !== undefined) {
          this.#busy = { ...this.#busy, now: message.now };
          this.#tell(this.#busy);
        }
        return;
      case 'question':
        this.#ask(message.request);
        return;
      case 'reply':
        this.#finish(message);
    }
  }

  #ask(request: DialogRequest): void {
    const window = this.#pending[0]?.window ?? '';
    const id = this.#nextId++;
    this.#question = { id, window };
    this.#tell({ kind: 'dialog', dialog: { id, ...request } }, window);
  }

  #finish({ id, reply, revision, now }: FromWorker & { kind: 'reply' }): void {
    const at = this.#pending.findIndex((each) => each.id === id);
    const [done] = this.#pending.splice(at, 1);
    clearTimeout(this.#timer);
    if (this.#busy !== undefined) {
      this.#busy = undefined;
      this.#tell({ kind: 'idle' });
    }
    const changed = revision !== this.#revision || now !== this.#now;
    this.#revision = revision;
    this.#now = now;
    done?.settle(reply);
    if (changed) this.#tell({ kind: 'changed', revision, now });
    if (this.#pending.length > 0) this.#watch();
  }

  /** Tells the windows when what is now at work takes its time. */
  #watch(): void {
    const current = this.#pending[0];
    if (current === undefined || !LONG.has(current.method as Method)) return;
    const since = Date.now();
    this.#timer = setTimeout(() => {
      this.#busy = { kind: 'busy', what: current.method as Method, who: current.who, since, now: this.#now };
      this.#tell(this.#busy);
    }, BUSY_AFTER);
  }

  #die(reason: string, died: (reason: string) => void): void {
    if (this.#dead) return;
    this.#dead = true;
    clearTimeout(this.#timer);
    for (const { settle } of this.#pending.splice(0)) settle({ ok: false, failure: { code: 'lost', text: reason } });
    for (const settle of this.#contents.values()) settle(undefined);
    died(reason);
  }
}

/** A worker does not inherit the loader of TypeScript: its first lines register it. */
function loaderOf(module: URL): URL {
  const lines = [
    `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};`,
    'register();',
    `await import(${JSON.stringify(module.href)});`,
  ];
  return new URL(`data:text/javascript,${encodeURIComponent(lines.join('\n'))}`);
}

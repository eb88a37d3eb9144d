// What the web server and the worker that holds the Workspace say to each other.
import type { MessagePort } from 'node:worker_threads';
import type { DialogAnswer, DialogRequest } from '../runtime/screen';
import type { Reply } from './contract';
import type { Content, ContentKind } from './host/host';

/** What a worker is started with. */
export interface WorkerStart {
  /** Answers to a script's questions come here, while the worker stands still. */
  readonly answers: MessagePort;
  /** Becomes 1 when an answer lies in `answers`. */
  readonly signal: SharedArrayBuffer;
  /** The starter's own options, as it gave them. */
  readonly options: unknown;
}

export type ToWorker =
  | { readonly id: number; readonly kind: 'ask'; readonly method: string; readonly params: unknown }
  | {
      readonly id: number;
      readonly kind: 'content';
      readonly what: ContentKind;
      readonly ref: string;
      readonly person: string;
    };

export type FromWorker =
  | { readonly kind: 'ready'; readonly revision: number; readonly now: number }
  | {
      readonly kind: 'reply';
      readonly id: number;
      readonly reply: Reply<unknown>;
      readonly revision: number;
      readonly now: number;
    }
  | { readonly kind: 'content'; readonly id: number; readonly content: Content | undefined }
  | { readonly kind: 'progress'; readonly now: number }
  | { readonly kind: 'question'; readonly request: DialogRequest };

export type { DialogAnswer };

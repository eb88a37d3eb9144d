// The way to the server: questions as promises, notices as they come.
import type { Failure, Method, Methods, Notice, Reply } from '../contract';

/** This window, as the server tells it from others; a reload is a new one. */
const WINDOW = crypto.randomUUID();

/** The server's refusal. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly failure: Failure) {
    super(failure.text);
  }
}

async function post(method: string, body: object): Promise<Reply<unknown>> {
  try {
    const response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Window': WINDOW },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Reply<unknown>;
  } catch {
    return { ok: false, failure: { code: 'lost', text: '' } };
  }
}

/**
 * Asks the server as a person.
 * @throws Refusal when the server refuses or does not answer
 */
export async function ask<M extends Method>(
  person: string,
  method: M,
  params: Methods[M]['params'],
): Promise<Methods[M]['reply']> {
  const reply = await post(method, { ...params, as: person });
  if (!reply.ok) throw new Refusal(reply.failure);
  return reply.value as Methods[M]['reply'];
}

/** Answers a script's question. */
export async function answerDialog(id: number, button: string, text?: string): Promise<void> {
  await post('answer', { id, button, ...(text === undefined ? {} : { text }) });
}

/** Hears the server's notices; `online` is told when the connection comes and goes. The browser connects again by itself. */
export function hear(listener: (notice: Notice) => void, online: (is: boolean) => void): void {
  const events = new EventSource(`/events?window=${encodeURIComponent(WINDOW)}`);
  events.onopen = () => {
    online(true);
  };
  events.onerror = () => {
    online(false);
    // A stream that the browser has given up is opened anew.
    if (events.readyState === EventSource.CLOSED)
      setTimeout(() => {
        hear(listener, online);
      }, 2000);
  };
  events.onmessage = ({ data }: MessageEvent<string>) => {
    listener(JSON.parse(data) as Notice);
  };
}

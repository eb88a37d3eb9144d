// The web server: on this machine only, for its own pages only. Hands questions to the engine and its notices to the windows.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from '../export/html-page';
import type { Assets } from './assets';
import type { Failure, FailureCode, Language, Notice, Reply } from './contract';
import type { Engine } from './engine';
import { frameOf } from './frames';
import type { ContentKind } from './host/host';
import { isFields } from './host/parameters';
import { WORDS } from './words';

export interface ServerOptions {
  readonly engine: Engine;
  readonly assets: Assets;
  readonly language: Language;
  /** 0: any free one. */
  readonly port: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:<port>/` */
  readonly address: string;
  close(): Promise<void>;
}

/** The longest question: a file for the bank (5 MB as base64) with room to spare. */
const MOST_BYTES = 24 * 1024 * 1024;
const KEEP_ALIVE = 20_000;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Widths and colours of cells and events are set as styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Starts to serve on the loopback address. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const windows = new Map<ServerResponse, string>();
  const server = createServer((request, response) => {
    answer(request, response, server, options, windows).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  // Only now: a port that is taken must leave nothing behind that keeps the process alive.
  const stop = options.engine.listen((notice, window) => {
    for (const [response, name] of windows) if (window === undefined || window === name) send(response, notice);
  });
  const beat = setInterval(() => {
    for (const response of windows.keys()) response.write(': here\n\n');
  }, KEEP_ALIVE);
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: async () => {
      clearInterval(beat);
      stop();
      for (const response of windows.keys()) response.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
  options: ServerOptions,
  windows: Map<ServerResponse, string>,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  const words = WORDS[options.language];
  const { port } = server.address() as AddressInfo;
  const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];
  const { host = '', origin, 'sec-fetch-site': site } = request.headers;
  // A name that somebody else's DNS points here is not ours (DNS rebinding).
  if (!hosts.includes(host)) {
    refuse(response, 403, words['server.host']);
    return;
  }
  const url = new URL(request.url ?? '/', `http://${host}`);
  const [, first = '', ...rest] = url.pathname.split('/');
  const own =
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none');

  if (request.method === 'POST' && first === 'api') {
    if (!own || origin === undefined) {
      reply(response, 403, failed('refused', words['server.origin']));
      return;
    }
    await call(request, response, rest.join('/'), options);
    return;
  }
  if (request.method !== 'GET') {
    refuse(response, 405, words['server.method']);
    return;
  }
  if (first === '' || first === 'as') {
    html(response, shell(options.language), POLICY);
    return;
  }
  if (!own) {
    refuse(response, 403, words['server.origin']);
    return;
  }
  switch (first) {
    case 'app.js':
      text(response, 'text/javascript', options.assets.script);
      return;
    case 'app.css':
      text(response, 'text/css', options.assets.style);
      return;
    case 'events':
      hear(request, response, url.searchParams.get('window') ?? '', options.engine, windows);
      return;
    case 'page':
    case 'letter':
    case 'doc':
    case 'file':
    case 'attachment':
      await content(response, first, rest.join('/'), url.searchParams.get('as') ?? '', options);
      return;
    default:
      refuse(response, 404, words['server.nothing']);
  }
}

/** Answers one question of a page. */
async function call(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  { engine, language }: ServerOptions,
): Promise<void> {
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
    reply(response, 415, failed('malformed', 'content-type'));
    return;
  }
  const body = await bodyOf(request);
  if (body === undefined) {
    reply(response, 413, failed('refused', WORDS[language]['server.tooLong']));
    return;
  }
  let params: unknown;
  try {
    params = JSON.parse(body);
  } catch {
    reply(response, 400, failed('malformed', 'JSON'));
    return;
  }
  const window = String(request.headers['x-window'] ?? '');
  if (method === 'answer') {
    if (isFields(params) && typeof params['id'] === 'number' && typeof params['button'] === 'string') {
      const { id, button, text: typed } = params;
      engine.answer(id, window, { button, ...(typeof typed === 'string' ? { text: typed } : {}) });
      reply(response, 200, { ok: true, value: null });
    } else reply(response, 400, failed('malformed', 'answer'));
    return;
  }
  reply(response, 200, await engine.ask(method, params, window));
}

function failed(code: FailureCode, words: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, text: words } };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Server-sent events: one stream a window. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function hear(
  request: IncomingMessage,
  response: ServerResponse,
  window: string,
  engine: Engine,
  windows: Map<ServerResponse, string>,
): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
  windows.set(response, window);
  for (const notice of engine.greetings()) send(response, notice);
  request.on('close', () => {
    windows.delete(response);
    if (![...windows.values()].includes(window)) engine.leave(window);
  });
}

function send(response: ServerResponse, notice: Notice): void {
  response.write(`data: ${JSON.stringify(notice)}\n\n`);
}

/** A frame's page, or a file to be kept. */
async function content(
  response: ServerResponse,
  kind: ContentKind,
  ref: string,
  person: string,
  { engine, assets, language }: ServerOptions,
): Promise<void> {
  const found = await engine.content(kind, ref, person.toLowerCase());
  if (found === undefined) {
    refuse(response, 404, WORDS[language]['server.nothing']);
    return;
  }
  if (kind === 'page' || kind === 'letter' || kind === 'doc') {
    const frame = frameOf(kind, Buffer.from(found.content).toString('utf8'), assets.bridge, language);
    html(response, frame.html, frame.policy);
    return;
  }
  // Nobody's file is shown as a page of ours: it is always kept.
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  });
  response.end(found.content);
}

function reply(response: ServerResponse, status: number, value: Reply<unknown>): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function text(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(body);
}

function html(response: ServerResponse, body: string, policy: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(words);
}

function shell(language: Language): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words['app.title'])}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app.css">
</head>
<body>
<div id="app"></div>
<noscript>${escapeHtml(words['app.noScript'])}</noscript>
<script src="/app.js"></script>
</body>
</html>
`;
}

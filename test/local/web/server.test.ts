// Who may talk to the web server: its own pages on this machine, and nobody else.
import { request, type IncomingHttpHeaders } from 'node:http';
import type { Engine } from '../../../local/web/engine';
import type { Notice } from '../../../local/web/contract';
import { type RunningServer, startServer } from '../../../local/web/server';

const asked: string[] = [];
const answered: unknown[] = [];
const left: string[] = [];
let tell: (notice: Notice, window?: string) => void = () => undefined;

/** Stands in for the worker: notes what it is asked. */
const engine: Engine = {
  ask: (method, params, window) => {
    asked.push(`${window} ${method} ${JSON.stringify(params)}`);
    return Promise.resolve({ ok: true, value: 'ответ' });
  },
  content: (what, ref, person) =>
    Promise.resolve(
      person === 'a@b.example'
        ? { name: 'Файл "1".html', mimeType: 'text/html', content: Buffer.from(`<p>${what} ${ref}</p>`) }
        : undefined,
    ),
  listen: (listener) => {
    tell = listener;
    return () => undefined;
  },
  greetings: () => [{ kind: 'changed', revision: 7, now: 0 }],
  answer: (...args) => answered.push(args),
  leave: (window) => left.push(window),
  close: () => Promise.resolve(),
};

let server: RunningServer;
beforeAll(async () => {
  const assets = { script: 'script();', style: 'p {}', bridge: 'bridge();' };
  server = await startServer({ engine, assets, language: 'ru', port: 0 });
});
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function send(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, server.address), { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const own = (): Record<string, string> => ({
  Origin: new URL(server.address).origin,
  'Content-Type': 'application/json',
  'X-Window': '4',
});

it('listens on the loopback address', () => {
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
});

it('fails on a port that is taken, and leaves nothing behind that listens', async () => {
  let listeners = 0;
  const counted: Engine = {
    ...engine,
    listen: () => {
      listeners += 1;
      return () => undefined;
    },
  };
  const assets = { script: '', style: '', bridge: '' };
  const port = Number(new URL(server.address).port);
  await expect(startServer({ engine: counted, assets, language: 'ru', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  expect(listeners).toBe(0);
});

it('answers its own pages', async () => {
  const { status, body } = await send('POST', '/api/desk', own(), '{"as":"a@b.example"}');
  expect([status, body]).toEqual([200, '{"ok":true,"value":"ответ"}']);
  expect(asked).toEqual(['4 desk {"as":"a@b.example"}']);
});

it.each([
  ['a host name that somebody else’s DNS points here', { Host: 'evil.example' }],
  ['the right host with another port', { Host: '127.0.0.1:1' }],
  ['a page of another site', { Origin: 'https://evil.example' }],
  ['a page in a sandbox without an origin', { Origin: 'null' }],
  ['a page of another program on this machine', { Origin: 'http://127.0.0.1:1' }],
  ['a form of another site', { 'Sec-Fetch-Site': 'cross-site' }],
])('refuses %s, and asks nothing of the Workspace', async (_, headers) => {
  const { status } = await send('POST', '/api/desk', { ...own(), ...headers }, '{"as":"a@b.example"}');
  expect(status).toBe(403);
  expect(asked).toEqual([]);
});

it('refuses a question without an origin, of another type, too long, or that is no JSON', async () => {
  const without = own();
  delete without['Origin'];
  expect((await send('POST', '/api/desk', without, '{}')).status).toBe(403);
  expect((await send('POST', '/api/desk', { ...own(), 'Content-Type': 'text/plain' }, '{}')).status).toBe(415);
  expect((await send('POST', '/api/desk', own(), '{')).status).toBe(400);
  expect((await send('POST', '/api/desk', own(), `"${'x'.repeat(24 * 1024 * 1024)}"`)).status).toBe(413);
  expect((await send('PUT', '/api/desk', own(), '{}')).status).toBe(405);
  expect(asked).toEqual([]);
});

it('gives pages a policy that lets nothing of another address in', async () => {
  for (const path of ['/', '/as/a%40b.example/mail']) {
    const { headers, body } = await send('GET', path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/);
    expect(body).toContain('<html lang="ru">');
  }
  expect((await send('GET', '/app.js')).body).toBe('script();');
  expect((await send('GET', '/nothing')).status).toBe(404);
  expect((await send('GET', '/app.js', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
});

it('puts strangers’ pages into a sandbox without an origin, and lets letters run no script of theirs', async () => {
  const page = await send('GET', '/page/p1?as=a@b.example');
  expect(String(page.headers['content-security-policy'])).toMatch(/^sandbox allow-scripts(?!.*allow-same-origin)/);
  expect(String(page.headers['content-security-policy'])).toMatch(/default-src 'none'/);
  expect(page.body).toBe('<script>bridge();</script><p>page p1</p>');
  const letter = await send('GET', '/letter/l1?as=a@b.example');
  const policy = String(letter.headers['content-security-policy']);
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(letter.body).toContain(`<script nonce="${nonce}">bridge();</script>`);
  expect((await send('GET', '/letter/l1?as=c@d.example')).status).toBe(404);
});

it('hands files out to be kept, never as a page of its own', async () => {
  const { headers, body } = await send('GET', '/file/f1?as=a@b.example');
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''%D0%A4%D0%B0%D0%B9%D0%BB%20%221%22.html");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(body).toBe('<p>file f1</p>');
});

it('tells windows what happens: all of them, or the one it is for, and notes when one goes', async () => {
  const heard: Record<string, string> = { a: '', b: '' };
  const open = (window: string) =>
    new Promise<ReturnType<typeof request>>((resolve) => {
      const stream = request(new URL(`/events?window=${window}`, server.address), (response) => {
        response.on('data', (part: Buffer) => (heard[window] += part.toString('utf8')));
        response.once('data', () => {
          resolve(stream);
        });
        response.on('error', () => undefined);
      });
      stream.on('error', () => undefined);
      stream.end();
    });
  const [first, second] = [await open('a'), await open('b')];
  tell({ kind: 'idle' });
  tell({ kind: 'dialogGone', id: 3 }, 'b');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard['a']).toContain('{"kind":"changed","revision":7,"now":0}');
  expect(heard['a']).toContain('{"kind":"idle"}');
  expect(heard['a']).not.toContain('dialogGone');
  expect(heard['b']).toContain('{"kind":"dialogGone","id":3}');
  first.destroy();
  for (let tries = 0; tries < 50 && left.length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(left).toEqual(['a']);
  second.destroy();
});

it('passes a person’s answer to a script’s question on, from the window that gives it', async () => {
  expect((await send('POST', '/api/answer', own(), '{"id":3,"button":"OK","text":"да"}')).status).toBe(200);
  expect(answered).toEqual([[3, '4', { button: 'OK', text: 'да' }]]);
  expect((await send('POST', '/api/answer', own(), '{"id":"3"}')).status).toBe(400);
});

// .eml files: RFC 5322 (messages), RFC 2045–2047 and 2231 (MIME), RFC 6047 (invitations by mail).
import fc from 'fast-check';
import { mailToEml } from '../../../local/export/eml';
import type { MailRecord } from '../../../local/runtime/world';

const RECORD: MailRecord = {
  id: 'abc123',
  at: Date.UTC(2026, 8, 1, 8, 0, 0),
  kind: 'mail',
  from: 'director@school.example',
  to: ['teacher@school.example'],
  cc: [],
  bcc: [],
  subject: 'Приглашение',
  text: 'Здравствуйте!\nЖдём вас.',
  attachments: [],
};

interface Parsed {
  headers: Record<string, string>;
  body: string;
  parts: Parsed[];
}

/** A reader of the files, by the letter of the RFCs as far as they are used here. */
function parse(eml: string): Parsed {
  const cut = eml.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of eml
    .slice(0, cut)
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const body = eml.slice(cut + 4);
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return { headers, body: Buffer.from(body, 'base64').toString(), parts: [] };
  const parts = body.split(`--${boundary}--`)[0]?.split(`--${boundary}\r\n`).slice(1) ?? [];
  return { headers, body: '', parts: parts.map(parse) };
}

/** RFC 2047, 6.2: white space between adjacent encoded-words is not displayed. */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) => Buffer.from(base64, 'base64').toString());
}

describe('mailToEml', () => {
  it('a plain text is one part with the usual headers', () => {
    const { headers, body, parts } = parse(mailToEml(RECORD));
    expect(parts).toEqual([]);
    expect(body).toBe('Здравствуйте!\r\nЖдём вас.');
    expect(headers).toMatchObject({
      date: 'Tue, 01 Sep 2026 08:00:00 +0000',
      'message-id': '<abc123@school.example>',
      from: 'director@school.example',
      to: 'teacher@school.example',
      'mime-version': '1.0',
      'content-type': 'text/plain; charset=UTF-8',
      'content-transfer-encoding': 'base64',
    });
    expect(decodeWords(headers.subject ?? '')).toBe('Приглашение');
  });

  it('a Russian name and subject become encoded-words of at most 75 characters', () => {
    const record = {
      ...RECORD,
      fromName: 'Муниципальный методический центр «Время роста»',
      subject: 'Приглашение: модуль '.repeat(6),
    };
    const eml = mailToEml(record);
    for (const word of eml.match(/=\?[^ \r\n]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
    const { headers } = parse(eml);
    expect(decodeWords(headers.subject ?? '')).toBe(record.subject);
    expect(decodeWords(headers.from ?? '')).toBe(`${record.fromName} <director@school.example>`);
  });

  it('any subject and text survive, and no line is longer than 78 or lets a header in', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(words, words, (subject, text) => {
        const eml = mailToEml({ ...RECORD, subject, text });
        const { headers, body } = parse(eml);
        expect(decodeWords(headers.subject ?? '').trim()).toBe(subject.replace(/[\r\n]+/g, ' ').trim());
        expect(body).toBe(text.replace(/\r\n|\r|\n/g, '\r\n'));
        for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
        expect(eml.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('many recipients are folded over lines', () => {
    const to = Array.from({ length: 20 }, (_, index) => `teacher${index}@school.example`);
    const eml = mailToEml({ ...RECORD, to, bcc: ['b@c.example'] });
    for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    const { headers } = parse(eml);
    expect(headers.to).toBe(to.join(', '));
    expect(headers.bcc).toBe('b@c.example');
  });

  it('an invitation is an alternative with a text/calendar part that names its method', () => {
    const ics = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    const { headers, parts } = parse(mailToEml({ ...RECORD, html: '<p>Здравствуйте</p>', ics }));
    expect(headers['content-type']).toMatch(/^multipart\/alternative;/);
    expect(parts.map((part) => part.headers['content-type'])).toEqual([
      'text/plain; charset=UTF-8',
      'text/html; charset=UTF-8',
      'text/calendar; method=CANCEL; charset=UTF-8',
    ]);
    expect(parts[1]?.body).toBe('<p>Здравствуйте</p>');
    expect(parts[2]?.body).toBe(ics);
  });

  it('attachments come after the text, inline images with the HTML', () => {
    const content = Buffer.from('%PDF'.repeat(60)).toString('base64');
    const record: MailRecord = {
      ...RECORD,
      html: '<img src="cid:logo">',
      attachments: [
        { name: 'Программа модуля «Формирующее оценивание».pdf', contentType: 'application/pdf', content },
        { name: 'logo.png', contentType: 'image/png', content: 'iVBO', cid: 'logo' },
      ],
    };
    const { headers, parts } = parse(mailToEml(record));
    expect(headers['content-type']).toMatch(/^multipart\/mixed;/);
    const [message, file] = parts;
    expect(message?.headers['content-type']).toMatch(/^multipart\/alternative;/);
    const related = message?.parts[1];
    expect(related?.headers['content-type']).toMatch(/^multipart\/related;/);
    expect(related?.parts[1]?.headers).toMatchObject({ 'content-id': '<logo>', 'content-type': 'image/png' });
    expect(file?.body).toBe('%PDF'.repeat(60));
    const disposition = file?.headers['content-disposition'] ?? '';
    const name = [...disposition.matchAll(/filename\*\d*\*?=([^;]+)/g)].map(([, piece = '']) => piece).join('');
    expect(decodeURIComponent(name.replace("UTF-8''", ''))).toBe(record.attachments[0]?.name);
  });
});

// A message of the outbox as an .eml file: RFC 5322 headers, MIME parts in base64 (RFC 2045–2047, 2231), iMIP (RFC 6047).
// Short enough to need no library; everything is UTF-8.
import type { MailRecord } from '../runtime/world';

const LINE = 76;
const CRLF = '\r\n';

interface Part {
  headers: string[];
  body: string;
}

/**
 * The whole file. A plain text alone is one part; with HTML or an invitation they are alternatives; inline images and
 * attachments wrap around.
 */
export function mailToEml(record: MailRecord): string {
  const headers = [
    `Date: ${new Date(record.at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${record.id}@${record.from.slice(record.from.lastIndexOf('@') + 1)}>`,
    header('From', mailbox(record.from, record.fromName)),
    ...(record.replyTo === undefined ? [] : [header('Reply-To', mailbox(record.replyTo))]),
    ...(['To', 'Cc', 'Bcc'] as const).flatMap((name) => {
      const list = { To: record.to, Cc: record.cc, Bcc: record.bcc }[name];
      return list.length === 0 ? [] : [header(name, list.map((address) => mailbox(address)).join(', '))];
    }),
    `Subject: ${encodedWords(record.subject, 'Subject: '.length)}`,
    'MIME-Version: 1.0',
  ];
  const content = contentOf(record);
  return [...headers, ...content.headers, '', content.body, ''].join(CRLF);
}

function contentOf(record: MailRecord): Part {
  const boundary = (level: string): string => `=_${level}_${record.id}`;
  const alternatives = [textPart('text/plain', record.text)];
  if (record.html !== undefined) {
    const images = record.attachments.filter(({ cid }) => cid !== undefined).map(filePart);
    const html = textPart('text/html', record.html);
    alternatives.push(images.length === 0 ? html : multipart('related', boundary('related'), [html, ...images]));
  }
  if (record.ics !== undefined) {
    const method = /^METHOD:(\w+)/m.exec(record.ics)?.[1] ?? 'REQUEST';
    alternatives.push(textPart(`text/calendar; method=${method}`, record.ics));
  }
  const [only] = alternatives;
  const message =
    alternatives.length === 1 && only !== undefined
      ? only
      : multipart('alternative', boundary('alternative'), alternatives);
  const files = record.attachments.filter(({ cid }) => cid === undefined || record.html === undefined).map(filePart);
  return files.length === 0 ? message : multipart('mixed', boundary('mixed'), [message, ...files]);
}

function multipart(kind: string, boundary: string, parts: readonly Part[]): Part {
  const bodies = parts.map(({ headers, body }) => [`--${boundary}`, ...headers, '', body].join(CRLF));
  return {
    headers: [`Content-Type: multipart/${kind};`, ` boundary="${boundary}"`],
    body: [...bodies, `--${boundary}--`].join(CRLF),
  };
}

function textPart(type: string, text: string): Part {
  return {
    headers: [`Content-Type: ${type}; charset=UTF-8`, 'Content-Transfer-Encoding: base64'],
    body: wrap(Buffer.from(text.replace(/\r\n|\r|\n/g, CRLF)).toString('base64')),
  };
}

function filePart(file: MailRecord['attachments'][number]): Part {
  const disposition = file.cid === undefined ? 'attachment' : 'inline';
  return {
    headers: [
      `Content-Type: ${oneLine(file.contentType)}`,
      `Content-Disposition: ${disposition};`,
      ...fileName(file.name),
      'Content-Transfer-Encoding: base64',
      ...(file.cid === undefined ? [] : [`Content-ID: <${oneLine(file.cid)}>`]),
    ],
    body: wrap(file.content),
  };
}

/** RFC 2231: percent-encoded UTF-8, continued over as many parameters as it takes. */
function fileName(name: string): string[] {
  const signs = [...name].map((sign) =>
    encodeURIComponent(sign).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
  );
  const pieces = [''];
  for (const sign of signs) {
    const last = pieces.length - 1;
    if ((pieces[last] ?? '').length + sign.length > 50) pieces.push(sign);
    else pieces[last] = (pieces[last] ?? '') + sign;
  }
  if (pieces.length === 1) return [` filename*=UTF-8''${pieces[0] ?? ''}`];
  return pieces.map(
    (piece, index) =>
      ` filename*${index}*=${index === 0 ? "UTF-8''" : ''}${piece}${index === pieces.length - 1 ? '' : ';'}`,
  );
}

function wrap(base64: string): string {
  return (base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? ['']).join(CRLF);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

function mailbox(address: string, name?: string): string {
  const plain = oneLine(address);
  if (name === undefined || name === '') return plain;
  const ascii = /^[\x20-\x7e]*$/.test(name) && !name.includes('=?');
  return `${ascii ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name, 'Reply-To: '.length).replaceAll(`${CRLF} `, ' ')} <${plain}>`;
}

/** A structured header, folded at the spaces between its words (RFC 5322, 2.2.3). */
function header(name: string, value: string): string {
  const lines = [`${name}:`];
  for (const word of value.split(' ')) {
    const last = lines.length - 1;
    const line = `${lines[last] ?? ''} ${word}`;
    if (line.length > LINE && (lines[last] ?? '').trim() !== '' && lines[last] !== `${name}:`) lines.push(` ${word}`);
    else lines[last] = line;
  }
  return lines.join(CRLF);
}

/**
 * RFC 2047: text with anything but printable ASCII becomes base64 encoded-words of at most 75 characters, cut between
 * characters, each on a line of its own.
 * @param used characters already on the first line
 */
function encodedWords(value: string, used: number): string {
  const line = oneLine(value);
  if (/^[\x20-\x7e]*$/.test(line) && !line.includes('=?') && line.length + used <= LINE) return line;
  const words: string[] = [];
  let piece = '';
  const room = (): number => (words.length === 0 ? LINE - used : LINE - 1) - '=?UTF-8?B??='.length;
  for (const sign of line) {
    const longer = Buffer.from(piece + sign).toString('base64').length;
    if (piece !== '' && longer > room()) {
      words.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...words, piece].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${CRLF} `);
}

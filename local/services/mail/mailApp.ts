// MailApp: sends mail to the world's outbox, within the limits of live Apps Script.
// https://developers.google.com/apps-script/reference/mail/mail-app (scope: script.send_mail)
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { MailRecord, World } from '../../runtime/world';

type Message = GoogleAppsScript.Mail.MailAdvancedParameters;
type Attachment = MailRecord['attachments'][number];

/** https://developers.google.com/apps-script/guides/services/quotas#current_limitations */
const MOST_RECIPIENTS = 50;
const MOST_ATTACHMENTS = 250;
const ATTACHMENT_BYTES = 25 * 1024 * 1024;
const BODY_BYTES = { consumer: 200 * 1024, workspace: 400 * 1024 };
const SUBJECT_LENGTH = 250;

const KNOWN = [
  'attachments',
  'bcc',
  'body',
  'cc',
  'htmlBody',
  'inlineImages',
  'name',
  'noReply',
  'replyTo',
  'subject',
  'to',
];
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\]+$/;

/** The part of a Blob that sending needs (https://developers.google.com/apps-script/reference/base/blob). */
interface BlobLike {
  getBytes(): number[];
  getContentType(): string | null;
  getName(): string | null;
}

/** The global `MailApp` of one execution. */
export class MailService extends ServiceObject {
  readonly _name = 'MailApp';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** "the number of recipients you can send emails to for the rest of the day". */
  getRemainingDailyQuota(): number {
    return this.#world.quotaLeft('mail.recipients');
  }

  /** All four forms: (message), (recipient, subject, body), with options, and (to, replyTo, subject, body). */
  sendEmail(...args: readonly unknown[]): void {
    this.#send(messageOf(args));
  }

  #send(message: Message): void {
    for (const name of Object.keys(message))
      if (!KNOWN.includes(name)) throw new NotEmulated(`MailApp.sendEmail with the parameter ${name}`);
    const [to, cc, bcc] = [addresses(message.to), addresses(message.cc), addresses(message.bcc)];
    const count = to.length + cc.length + bcc.length;
    if (count === 0) throw new ScriptError('Failed to send email: no recipient');
    if (count > MOST_RECIPIENTS) throw new ScriptError('Limit Exceeded: Email Recipients Per Message.');
    const subject = text(message.subject) ?? '';
    if (subject.length > SUBJECT_LENGTH) throw new ScriptError('Invalid argument: subject');
    if (/[\r\n]/.test(subject)) throw new NotEmulated('MailApp.sendEmail with a line break in the subject');
    const body = text(message.body);
    const html = text(message.htmlBody);
    if (body === undefined && html === undefined) throw new NotEmulated('MailApp.sendEmail without body and htmlBody');
    for (const part of [body, html])
      if (Buffer.byteLength(part ?? '') > BODY_BYTES[this.#world.edition])
        throw new ScriptError('Limit Exceeded: Email Body Size.');
    const attachments = attachmentsOf(message);
    const replyTo = text(message.replyTo);
    const name = text(message.name);
    const from = this.#sender(message.noReply === true);
    this.#world.spend('mail.recipients', count, 'email');
    this.#world.post({
      kind: 'mail',
      from,
      ...(name === undefined ? {} : { fromName: name }),
      ...(replyTo === undefined ? {} : { replyTo }),
      to,
      cc,
      bcc,
      subject,
      // Readers without HTML see the body; live derives it from the HTML when only that is given.
      text: body ?? plainText(html ?? ''),
      ...(html === undefined ? {} : { html }),
      attachments,
    });
  }

  /** Mail leaves in the name of whoever runs the script. */
  #sender(noReply: boolean): string {
    const user = this.#world.effectiveUser;
    if (!noReply) return user;
    // "this option is only possible for Google Workspace accounts, not Gmail users"
    if (this.#world.edition === 'consumer')
      throw new NotEmulated('MailApp.sendEmail with noReply from a Gmail account');
    return `noreply@${user.slice(user.lastIndexOf('@') + 1)}`;
  }
}

function messageOf(args: readonly unknown[]): Message {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && isObject(first)) return first;
  const texts = args.slice(0, 3).every((arg) => arg === null || arg === undefined || !isObject(arg));
  if (texts && args.length === 3) return plain(first, second, third);
  if (texts && args.length === 4 && isObject(fourth)) return { ...fourth, ...plain(first, second, third) };
  if (texts && args.length === 4 && typeof fourth === 'string')
    return { ...plain(first, third, fourth), ...(second == null ? {} : { replyTo: String(second) }) };
  throw new ScriptError(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for MailApp.sendEmail.`,
  );
}

function plain(to: unknown, subject: unknown, body: unknown): Message {
  return { to: text(to) ?? '', subject: text(subject) ?? '', body: text(body) ?? '' };
}

function isObject(value: unknown): value is Message {
  return typeof value === 'object' && value !== null;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  return typeof value === 'object' ? '(class)' : typeof value;
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** A comma-separated list of addresses, each plain or `Name <address>`. */
function addresses(list: unknown): string[] {
  const parts = (text(list) ?? '').split(',').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const address = /^[^<>]*<([^<>]+)>$/.exec(part)?.[1]?.trim() ?? part;
    if (!ADDRESS.test(address)) throw new ScriptError(`Invalid email: ${part}`);
    return address;
  });
}

function attachmentsOf(message: Message): Attachment[] {
  const files = (message.attachments ?? []).map((source) => attachment(source, undefined));
  const images = Object.entries(message.inlineImages ?? {}).map(([key, source]) => attachment(source, key));
  const all = [...files, ...images];
  if (all.length > MOST_ATTACHMENTS) throw new ScriptError('Limit Exceeded: Email Attachments Per Message.');
  const bytes = all.reduce((sum, { content }) => sum + (content.length * 3) / 4, 0);
  if (bytes > ATTACHMENT_BYTES) throw new ScriptError('Limit Exceeded: Email Total Attachments Size.');
  return all;
}

function attachment(source: unknown, cid: string | undefined): Attachment {
  const blob = blobOf(source);
  if (blob === undefined) throw new ScriptError('Invalid argument: attachments');
  return {
    name: blob.getName() ?? cid ?? 'attachment',
    contentType: blob.getContentType() ?? 'application/octet-stream',
    content: Buffer.from(Int8Array.from(blob.getBytes())).toString('base64'),
    ...(cid === undefined ? {} : { cid }),
  };
}

function blobOf(source: unknown): BlobLike | undefined {
  const object = typeof source === 'object' && source !== null ? source : {};
  if ('getBytes' in object) return object as BlobLike;
  if ('getBlob' in object) return (object as { getBlob(): BlobLike }).getBlob();
  return undefined;
}

/** The words of an HTML text, for readers that show none. */
function plainText(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}

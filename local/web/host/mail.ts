// One person's letters. Which of them have been read is kept with the Workspace's state.
import type { MailRecord, World } from '../../runtime/world';
import type { MailLine, MailView } from '../contract';
import { eventByUid } from './calendar';
import { Refused } from './refusals';

const OPENING = 140;

/** E-mail → ids of the letters that person has opened. */
function readLetters(world: World): Record<string, string[]> {
  return world.slice<{ read: Record<string, string[]> }>('webMail', () => ({ read: {} })).read;
}

function isTo(mail: MailRecord, person: string): boolean {
  return [...mail.to, ...mail.cc, ...mail.bcc].some((address) => address.toLowerCase() === person);
}

function isFrom(mail: MailRecord, person: string): boolean {
  return mail.from.toLowerCase() === person;
}

/** Letters of a box, newest first. */
export function mailLines(world: World, box: 'in' | 'sent', person: string): MailLine[] {
  const read = new Set(readLetters(world)[person] ?? []);
  return world.outbox
    .filter((mail) => (box === 'in' ? isTo(mail, person) : isFrom(mail, person)))
    .map((mail) => line(mail, box === 'sent' || read.has(mail.id)))
    .reverse();
}

export function unreadLetters(world: World, person: string): number {
  return mailLines(world, 'in', person).filter(({ read }) => !read).length;
}

function line(mail: MailRecord, read: boolean): MailLine {
  return {
    id: mail.id,
    at: mail.at,
    from: mail.fromName === undefined ? mail.from : `${mail.fromName} <${mail.from}>`,
    to: mail.to,
    subject: mail.subject,
    opening: mail.text.replace(/\s+/g, ' ').trim().slice(0, OPENING),
    read,
    attachments: mail.attachments.filter(({ cid }) => cid === undefined).length,
  };
}

/** The letter, when it is the person's to read. */
export function letterOf(world: World, id: string, person: string): MailRecord {
  const mail = world.outbox.find((each) => each.id === id);
  if (mail === undefined || !(isTo(mail, person) || isFrom(mail, person))) throw new Refused('noAccess');
  return mail;
}

/** Notes that the person has opened a letter; gives whether it was for the first time. */
export function markRead(world: World, id: string, person: string): boolean {
  const mine = (readLetters(world)[person] ??= []);
  if (mine.includes(id)) return false;
  mine.push(id);
  return true;
}

export function letterView(world: World, id: string, person: string): MailView {
  const mail = letterOf(world, id, person);
  return {
    ...line(mail, true),
    replyTo: mail.replyTo === mail.from ? undefined : mail.replyTo,
    cc: mail.cc,
    text: mail.text,
    html: mail.html !== undefined,
    files: mail.attachments.flatMap(({ name, content, cid }, index) =>
      cid === undefined ? [{ index, name, size: Buffer.byteLength(content, 'base64') }] : [],
    ),
    event: eventByUid(world, uidOf(mail), person),
  };
}

/** The event a calendar part is about (RFC 5545, 3.1: long lines are folded). */
function uidOf(mail: MailRecord): string | undefined {
  return /^UID:(.+)$/m.exec((mail.ics ?? '').replace(/\r?\n[ \t]/g, '').replace(/\r/g, ''))?.[1]?.trim();
}

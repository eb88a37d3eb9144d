// All user-visible state as plain JSON, with ids replaced so that two runs can be compared.
import { readCalendars } from '../services/calendar';
import { readDocuments } from '../services/docs';
import { readDrive } from '../services/drive';
import { allForms, readForm } from '../services/form';
import { readSpreadsheet } from '../services/spreadsheet';
import { storedTriggers } from './triggers';
import type { TrackedWorld } from './tracked-world';

export interface SnapshotOptions {
  /** Keep bookkeeping stamps (created, modified, sent at). Default: false: runs that differ in virtual seconds are equal. */
  times?: boolean;
}

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/** Stamps that say when the state was made, not what it says. */
const STAMPS = new Set(['at', 'created', 'createdTime', 'etag', 'modifiedTime', 'updated']);
/** The same inside an iCalendar text. */
const ICS_STAMPS = /^(DTSTAMP|CREATED|LAST-MODIFIED)[:;].*\r?\n/gm;

/** Everything a person could see in this Workspace: files, workbooks, forms and answers, calendars, mail, triggers. */
export function takeSnapshot(world: TrackedWorld, options: SnapshotOptions): unknown {
  const drive = readDrive(world);
  const state = {
    spreadsheets: drive.files
      .filter(({ mimeType }) => mimeType === SPREADSHEET)
      .map(({ id }) => readSpreadsheet(world, id)),
    forms: allForms(world).map(({ id }) => readForm(world, id)),
    calendars: readCalendars(world),
    documents: readDocuments(world),
    drive,
    outbox: world.outbox,
    triggers: storedTriggers(world).map(({ handler, event, source, sourceId, schedule, user, documentId }) => ({
      handler,
      event,
      source,
      sourceId,
      schedule,
      user,
      documentId,
    })),
  };
  const plain: unknown = JSON.parse(JSON.stringify(state));
  const ids = new Set(world.issuedIds());
  collectIds(plain, '', ids);
  const normaliser = new Normaliser(ids, world.issuedNumbers(), options.times === true);
  // Letters come last: what they tell of is called the same whether or not they went.
  const { outbox, ...things } = plain as Record<string, unknown>;
  const named = Object.assign({}, ...[things, { outbox }].map((part) => normaliser.copy(part, 'state'))) as object;
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds the values of members called `id` or `…Id`: ids that services derive or take from the client. */
function collectIds(value: unknown, key: string, ids: Set<string>): void {
  if (typeof value === 'string') {
    // A calendar's own part of its address counts; a person's address is no id, nor is a number that says who it is.
    const own = value.replace(/@group\.calendar\.google\.com$/, '');
    if (/^(id|.*Id)$/.test(key) && /^(?=.*[A-Za-z])[A-Za-z0-9_-]{8,}$/.test(own)) ids.add(own);
  } else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) collectIds(member, Array.isArray(value) ? key : name, ids);
}

/** Ids and what is glued to them (prefixes, hashes) stay below this. */
const LONGEST_TOKEN = 256;

/** A link to an event names it in base64. */
const EVENT_LINK = /\beid=([A-Za-z0-9_-]+)/g;

function decodeEid(eid: string): string {
  return Buffer.from(eid, 'base64url').toString('utf8');
}

/** What an id stands for, by the section of the state it is first met in. */
const KINDS: Readonly<Record<string, string>> = {
  spreadsheets: 'spreadsheet',
  forms: 'form',
  calendars: 'calendar',
  documents: 'document',
  drive: 'file',
  outbox: 'message',
  triggers: 'trigger',
};

/** Replaces ids by `kind#n` in the order of a traversal with sorted keys. */
class Normaliser {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #lengths: number[];
  #kind = 'id';

  constructor(
    private readonly ids: ReadonlySet<string>,
    private readonly numbers: ReadonlySet<number>,
    private readonly times: boolean,
  ) {
    this.#lengths = [...new Set([...ids].map(({ length }) => length))].sort((a, b) => b - a);
  }

  copy(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#text(value, key);
    if (typeof value === 'number') return this.numbers.has(value) ? this.#name(String(value)) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.copy(item, key));
    const result: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!this.times && STAMPS.has(name)) continue;
      const outer = this.#kind;
      if (key === 'state') this.#kind = KINDS[name] ?? name;
      result[this.#text(name, '')] = this.copy(member, name);
      this.#kind = outer;
    }
    return result;
  }

  #name(id: string): string {
    let name = this.#names.get(id);
    if (name === undefined) {
      const count = (this.#counts.get(this.#kind) ?? 0) + 1;
      this.#counts.set(this.#kind, count);
      name = `${this.#kind}#${count}`;
      this.#names.set(id, name);
    }
    return name;
  }

  #text(text: string, key: string): string {
    const plain =
      key === 'ics'
        ? this.#calendarText(text)
        : text.replace(EVENT_LINK, (_link, eid: string) => `eid=${decodeEid(eid)}`);
    return plain.replace(/[A-Za-z0-9_-]{8,}/g, (token) => this.#token(token));
  }

  /** Unfolded (RFC 5545, 3.1), so that no id is broken over two lines. */
  #calendarText(text: string): string {
    const unfolded = text.replace(/\r?\n[ \t]/g, '');
    return this.times ? unfolded : unfolded.replace(ICS_STAMPS, '');
  }

  /** A run of id characters: an id, a number that is one, or text with an id inside. */
  #token(token: string): string {
    if (this.ids.has(token)) return this.#name(token);
    if (/^\d+$/.test(token)) return this.numbers.has(Number(token)) ? this.#name(token) : token;
    // Longer runs are encoded content.
    if (token.length > LONGEST_TOKEN) return token;
    for (const length of this.#lengths)
      for (let start = 0; start + length <= token.length; start++) {
        const part = token.slice(start, start + length);
        if (this.ids.has(part))
          return this.#text(token.slice(0, start), '') + this.#name(part) + this.#text(token.slice(start + length), '');
      }
    return token;
  }
}

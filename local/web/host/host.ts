// The Workspace behind the pages: takes one question at a time, asks it as the person who puts it, answers in plain JSON.
import type { DialogAnswer, DialogRequest, PageView } from '../../runtime/screen';
import { books } from '../../services/spreadsheet/state';
import { readDocument } from '../../services/docs';
import { documentToHtml } from '../../export/doc-html';
import { findForm } from '../../services/form/state';
import type { MailRecord } from '../../runtime/world';
import type { LocalWorkspace } from '../..';
import {
  type DeskView,
  type Language,
  type Method,
  type Methods,
  type Person,
  READS,
  type Reply,
  type RunView,
  type ScreenView,
  type ScriptPageView,
  type SubmittedView,
  type SummaryView,
} from '../contract';
import { accessTo, seenFile } from './access';
import { eventsOf, invitedTo } from './calendar';
import { downloadOf, driveView } from './drive';
import { formView, sectionCheck } from './forms';
import { localPath } from './links';
import { letterOf, letterView, mailLines, markRead, unreadLetters } from './mail';
import {
  answerOf,
  entriesOf,
  fieldsOf,
  instantOf,
  integerOf,
  isFields,
  listOf,
  optionalTextOf,
  personOf,
  tabChangeOf,
  textOf,
  textsOf,
} from './parameters';
import { failureOf, Refused } from './refusals';
import { bookView, changeTab, sheetView, typeCells } from './sheets';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The clock is moved on at most this far at once. */
const FURTHEST = 400 * DAY;
/** Script pages kept for windows that fetch them: a page lives as long as its window shows it. */
const MOST_PAGES = 200;

/** Something offered beside the Workspace by whoever started it. */
export interface Helper {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  /** Does it and says in a sentence what came of it. May take long. */
  run(): string;
}

export interface HostOptions {
  readonly language: Language;
  /** People who can sign in, beside everybody known from letters and invitations. */
  readonly people: readonly Person[];
  readonly helpers?: readonly Helper[];
  /** Puts a script's question to the window the script was started from. */
  readonly ask: (request: DialogRequest) => DialogAnswer;
  /** Told while something long goes on: the virtual clock. */
  readonly progress: (now: number) => void;
}

/** A file, letter part, document or script page as the browser fetches it. */
export interface Content {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

export type ContentKind = 'page' | 'file' | 'attachment' | 'letter' | 'doc';

type Fields = Readonly<Record<string, unknown>>;
type Handlers = { readonly [M in Method]: (fields: Fields, person: string) => Methods[M]['reply'] };

export class Host {
  readonly #pages = new Map<string, string>();
  #nextPage = 1;
  #revision = 0;

  constructor(
    private readonly workspace: LocalWorkspace,
    private readonly options: HostOptions,
  ) {
    workspace.answerDialogs(options.ask);
  }

  /** Grows with everything that changes what people see. */
  get revision(): number {
    return this.#revision;
  }

  /** Virtual clock, ms. */
  get now(): number {
    return this.workspace.world.clock.now();
  }

  /** Answers a page. Never throws: what went wrong is in the answer. */
  handle(method: string, sent: unknown): Reply<unknown> {
    try {
      if (!isFields(sent)) throw new Refused('malformed', 'body');
      const handler = Object.hasOwn(this.#handlers, method) ? this.#handlers[method as Method] : undefined;
      if (handler === undefined) throw new Refused('malformed', method);
      const person = personOf(sent);
      const value: unknown = this.#as(person, () => {
        try {
          return handler(sent, person);
        } finally {
          // Even a failed execution may have changed something.
          if (!READS.has(method as Method)) this.#revision += 1;
        }
      });
      return { ok: true, value };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  }

  /** What a frame or a download shows; `undefined` when there is no such thing or it is not the person's to see. */
  content(kind: ContentKind, id: string, person: string): Content | undefined {
    const utf8 = (name: string, html: string): Content => ({ name, mimeType: 'text/html', content: Buffer.from(html) });
    const { world } = this.workspace;
    try {
      switch (kind) {
        case 'page': {
          const html = this.#pages.get(id);
          return html === undefined ? undefined : utf8('page', html);
        }
        case 'file':
          return downloadOf(world, id, person);
        case 'letter': {
          const { html, attachments } = letterOf(world, id, person);
          return html === undefined ? undefined : utf8('letter', withPictures(html, attachments));
        }
        case 'attachment': {
          const [letter = '', index = ''] = id.split('/');
          const file = letterOf(world, letter, person).attachments[Number(index)];
          return file === undefined
            ? undefined
            : { name: file.name, mimeType: file.contentType, content: Buffer.from(file.content, 'base64') };
        }
        case 'doc': {
          const document = readDocument(world, seenFile(world, id, person).id);
          return document === undefined ? undefined : utf8('doc', documentToHtml(document));
        }
      }
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }

  /** Does something as that person: scripts and services then see him or her as the user. */
  #as<T>(person: string, body: () => T): T {
    const { world } = this.workspace;
    const before = world.user;
    world.user = person;
    try {
      return body();
    } finally {
      world.user = before;
    }
  }

  readonly #handlers: Handlers = {
    desk: () => this.#desk(),
    summary: (_fields, person) => this.#summary(person),
    book: (fields, person) => bookView(this.workspace.world, textOf(fields, 'book'), person),
    sheet: (fields, person) =>
      sheetView(this.workspace.world, textOf(fields, 'book'), integerOf(fields, 'sheet'), person),
    edit: (fields, person) => {
      try {
        const [book, sheet, entries] = [textOf(fields, 'book'), integerOf(fields, 'sheet'), entriesOf(fields)];
        const edit = typeCells(this.workspace.world, book, sheet, entries, person);
        if (entries.length > 0)
          this.#as(person, () => {
            this.workspace.edited(edit);
          });
      } finally {
        this.workspace.save();
      }
      return null;
    },
    tab: (fields, person) => {
      const sheet = changeTab(this.workspace.world, textOf(fields, 'book'), tabChangeOf(fields), person);
      this.workspace.save();
      return sheet;
    },
    open: (fields, person) =>
      this.#execution(textOf(fields, 'book'), person, () => {
        this.workspace.openDocument();
        return null;
      }),
    click: (fields, person) => {
      const captions = textsOf(fields, 'captions');
      return this.#execution(textOf(fields, 'book'), person, () => {
        this.workspace.ui.click(...captions);
        return null;
      });
    },
    run: (fields, person) => {
      const name = textOf(fields, 'name');
      const args = listOf(fields, 'args');
      return this.#execution(textOf(fields, 'book'), person, () => this.workspace.rpc(name, ...args));
    },
    mail: (fields, person) => mailLines(this.workspace.world, textOf(fields, 'box') === 'sent' ? 'sent' : 'in', person),
    letter: (fields, person) => {
      const id = textOf(fields, 'id');
      const letter = letterView(this.workspace.world, id, person);
      if (markRead(this.workspace.world, id, person)) {
        this.#revision += 1;
        this.workspace.save();
      }
      return letter;
    },
    events: (fields, person) =>
      eventsOf(this.workspace.world, instantOf(fields, 'from'), instantOf(fields, 'to'), person),
    respond: (fields, person) => {
      const eventId = textOf(fields, 'event');
      if (!invitedTo(this.workspace.world, person, eventId)) throw new Refused('unknown');
      this.workspace.respond({ email: person, eventId, status: answerOf(fields) });
      return null;
    },
    drive: (_fields, person) => driveView(this.workspace.world, person),
    form: (fields, person) => formView(this.workspace.world, textOf(fields, 'form'), textOf(fields, 'query'), person),
    section: (fields) =>
      sectionCheck(
        this.workspace.world,
        textOf(fields, 'form'),
        integerOf(fields, 'section'),
        fieldsOf(fields, 'answers'),
      ),
    submit: (fields, person) => this.#submit(fields, person),
    resolve: (fields) => ({ path: localPath(this.workspace.world, textOf(fields, 'url')) }),
    advance: (fields) => this.#advance(integerOf(fields, 'to')),
    helper: (fields) => {
      const helper = this.options.helpers?.find(({ id }) => id === textOf(fields, 'id'));
      if (helper === undefined) throw new Refused('unknown');
      // The helper acts for others: scripts run as whoever owns the Workspace.
      return this.#as(this.#owner, () => helper.run());
    },
  };

  /** Who owns the add-on's spreadsheet: the deputy director. */
  get #owner(): string {
    const { world } = this.workspace;
    return world.files.find(world.activeSpreadsheetId ?? '')?.owner ?? world.user;
  }

  #desk(): DeskView {
    const { world } = this.workspace;
    const id = world.activeSpreadsheetId;
    const file = id === undefined ? undefined : world.files.find(id);
    return {
      language: this.options.language,
      timeZone: world.timeZone,
      now: world.clock.now(),
      people: this.#people(),
      helpers: (this.options.helpers ?? []).map(({ id: helper, title, help }) => ({ id: helper, title, help })),
      book: file === undefined ? undefined : { id: file.id, name: file.name },
    };
  }

  /** Those named at the start first, then everybody a letter went to. */
  #people(): Person[] {
    const people = new Map(this.options.people.map((person) => [person.email.toLowerCase(), person]));
    for (const { to, cc } of this.workspace.outbox)
      for (const address of [...to, ...cc]) {
        const email = address.toLowerCase();
        if (!people.has(email)) people.set(email, { email, name: '' });
      }
    return [...people.values()];
  }

  #summary(person: string): SummaryView {
    const { world } = this.workspace;
    const now = world.clock.now();
    const ahead = eventsOf(world, new Date(now).toISOString(), new Date(now + FURTHEST).toISOString(), person);
    return {
      unread: unreadLetters(world, person),
      unanswered: ahead.filter(({ mine }) => mine === 'needsAction').length,
      next: ahead.slice(0, 5),
      book: world.activeSpreadsheetId === undefined ? 'none' : accessTo(world, world.activeSpreadsheetId, person),
    };
  }

  /** Runs something of the script in the open document and gathers what it left on the screen. */
  #execution(book: string, person: string, body: () => unknown): RunView {
    const { workspace } = this;
    if (accessTo(workspace.world, book, person) !== 'edit') throw new Refused('noAccess');
    if (books(workspace.world)[book] === undefined) throw new Refused('unknown');
    if (workspace.world.activeSpreadsheetId !== book) workspace.activate(book);
    workspace.ui.close('sidebar');
    workspace.ui.close('dialog');
    const shown = workspace.ui.toasts.length;
    let result: unknown = null;
    let error: RunView['error'];
    try {
      result = body() ?? null;
    } catch (thrown) {
      error =
        thrown instanceof Error
          ? { name: thrown.name, message: thrown.message }
          : { name: 'Error', message: String(thrown) };
    }
    return { result, error, screen: this.#screen(shown) };
  }

  #screen(shown: number): ScreenView {
    const { ui } = this.workspace;
    return {
      menus: structuredClone([...ui.menus]),
      sidebar: this.#page(ui.sidebar),
      dialog: this.#page(ui.dialog),
      toasts: ui.toasts.slice(shown).map(({ title, message }) => ({ title, message })),
    };
  }

  #page(page: PageView | undefined): ScriptPageView | undefined {
    if (page === undefined) return undefined;
    const token = `p${String(this.#nextPage++)}`;
    this.#pages.set(token, page.html);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    const { title, width, height, modal } = page;
    return { token, title, width, height, modal };
  }

  #submit(fields: Fields, person: string): SubmittedView {
    const form = textOf(fields, 'form');
    const editing = optionalTextOf(fields, 'editing');
    // Throws when the response to change is another's.
    formView(this.workspace.world, form, editing === undefined ? '' : `edit2=${editing}`, person);
    // Triggers run as whoever made them, whoever submits.
    const responseId = this.#as(this.#owner, () =>
      this.workspace.submitForm(form, fieldsOf(fields, 'answers'), {
        email: person,
        ...(editing === undefined ? {} : { editResponseId: editing }),
      }),
    );
    return { responseId, confirmation: findForm(this.workspace.world, form)?.confirmation ?? '' };
  }

  /** Moves the clock on, a few hours at a time, so that the windows see it go. */
  #advance(to: number): null {
    const { world } = this.workspace;
    const from = world.clock.now();
    if (to <= from || to > from + FURTHEST) throw new Refused('malformed', 'to');
    this.#as(this.#owner, () => {
      while (world.clock.now() < to) {
        this.workspace.advanceTo(new Date(Math.min(to, world.clock.now() + 6 * HOUR)));
        this.options.progress(world.clock.now());
      }
    });
    return null;
  }
}

/** Pictures that came with the letter, put where its HTML shows them (`cid:`, RFC 2392). */
function withPictures(html: string, attachments: MailRecord['attachments']): string {
  return attachments.reduce(
    (text, { cid, contentType, content }) =>
      cid === undefined ? text : text.replaceAll(`cid:${cid}`, `data:${contentType};base64,${content}`),
    html,
  );
}

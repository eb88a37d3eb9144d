// The deputy director's desk in the tests: buttons to press, sheets to type into, and what teachers, mail and calendars show.
import { Director, type Done, Refused } from '../../examples/demo/director';
import { toRespondentAnswers } from '../../examples/answers-format';
import type { LocalWorkspace, MailRecord } from '../../local/index';
import { readCalendars } from '../../local/services/calendar/index';
import { readDrive, type DriveFileView } from '../../local/services/drive/index';
import { allForms, readForm, type FormView } from '../../local/services/form/index';
import type { Answers, ItemSpec } from '../../src/domain/survey/form-spec';
import type { ActionId, HomeView, Reply, ReplyOf, Request, RunView } from '../../src/shared/contract';
import type { SettingKey } from '../../src/workbook/settings';
import type { Row, Table } from '../../src/workbook/schema';
import { JOURNAL, QUESTIONS, SETTINGS, SURVEYS } from '../../src/workbook/tables';

export type Event = ReturnType<typeof readCalendars>['calendars'][number]['events'][number];
export type Shown<T extends Table> = Record<keyof Row<T>, string>;

export class Desk {
  constructor(
    readonly workspace: LocalWorkspace,
    readonly director = new Director(workspace),
  ) {}

  /** Preview, confirm and follow to the end; a refusal is thrown as `Refused`. */
  press(action: ActionId, input: Readonly<Record<string, unknown>> = {}): Done {
    return this.director.act(action, input);
  }

  /** What the product says when it refuses: its sentences; fails when it does not refuse. */
  refusal(action: ActionId, input: Readonly<Record<string, unknown>> = {}): string {
    try {
      this.press(action, input);
    } catch (error) {
      if (error instanceof Refused) return error.texts.join('\n');
      throw error;
    }
    throw new Error(`${action} was not refused`);
  }

  /** One page call with its refusals as they come. */
  call<R extends Request>(request: R): Reply<ReplyOf[R['method']]> {
    return this.workspace.rpc('rpc', request) as Reply<ReplyOf[R['method']]>;
  }

  home(): HomeView {
    return this.director.ask({ method: 'home' });
  }

  /** A table as it is displayed, by column key. Of columns with one heading («Доля») the first in the sheet is the first described. */
  rows<T extends Table>(table: T): Shown<T>[] {
    const [headings = [], ...body] = this.sheet(table.title).getDataRange().getDisplayValues();
    const taken = new Set<number>();
    const at = Object.entries(table.columns).map(([key, { title }]) => {
      const index = headings.findIndex((heading, place) => heading === title && !taken.has(place));
      taken.add(index);
      return [key, index] as const;
    });
    return body
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => Object.fromEntries(at.map(([key, index]) => [key, row[index] ?? ''])) as Shown<T>);
  }

  /** The one row that fits; fails when there are none or several. */
  row<T extends Table>(table: T, fits: Partial<Shown<T>>): Shown<T> {
    const found = this.rows(table).filter((row) =>
      Object.entries(fits).every(([key, text]) => row[key as keyof Shown<T>] === text),
    );
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new Error(`«${table.title}»: ${String(found.length)} rows fit ${JSON.stringify(fits)}`);
    return only;
  }

  /** Types a text into one column of the rows that fit; fails when none does. */
  type<T extends Table>(
    table: T,
    fits: (row: Shown<T>) => boolean,
    column: keyof T['columns'] & string,
    text: string,
  ): void {
    const typed = this.director.type(table, column, (row) => (fits(row) ? text : undefined));
    if (typed === 0) throw new Error(`«${table.title}»: no row fits`);
  }

  set(setting: SettingKey, value: string): void {
    this.type(SETTINGS, ({ key }) => key === setting, 'value', value);
  }

  sheet(title: string): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.director.spreadsheet.getSheetByName(title);
    if (sheet === null) throw new Error(`no sheet «${title}»`);
    return sheet;
  }

  // What others see

  now(): number {
    return this.workspace.world.clock.now();
  }

  /** Time passes and the heartbeat beats every hour. */
  wait(ms: number): void {
    this.workspace.advanceTo(new Date(this.now() + ms));
  }

  /** Time passes with Google's triggers asleep: for tests about a button, not about the heartbeat. */
  sleep(ms: number): void {
    this.workspace.world.clock.moveTo(this.now() + ms);
  }

  /** Letters sent by the product, oldest first; invitations are not among them. */
  letters(): MailRecord[] {
    return this.workspace.outbox.filter(({ kind }) => kind === 'mail');
  }

  /** What Calendar sent to guests. */
  invitations(kind?: 'invitation' | 'update' | 'cancellation'): MailRecord[] {
    return this.workspace.outbox.filter((mail) =>
      kind === undefined ? ['invitation', 'update', 'cancellation'].includes(mail.kind) : mail.kind === kind,
    );
  }

  /** Events of the programme's own calendar, cancelled ones included. */
  events(): Event[] {
    return readCalendars(this.workspace.world)
      .calendars.filter(({ primary }) => !primary)
      .flatMap(({ events }) => events);
  }

  /** Events that stand. */
  standingEvents(): Event[] {
    return this.events().filter(({ status }) => status !== 'cancelled');
  }

  files(): DriveFileView[] {
    return readDrive(this.workspace.world).files;
  }

  /** The form of a survey, by the beginning of its key after the cycle (`self`, `addressed/ict.forms` …). */
  form(survey: string): FormView {
    return readForm(this.workspace.world, this.survey(survey).formId);
  }

  survey(survey: string): Shown<typeof SURVEYS> {
    const row = this.rows(SURVEYS).find(({ key }) => key === survey || key === `1/${survey}`);
    if (row === undefined) throw new Error(`no survey ${survey}`);
    return row;
  }

  /** A teacher fills a form in; answers by question key and option value (see examples/README.md). Gives the response id. */
  answer(survey: string, email: string, answers: Answers, by: { at?: Date; editResponseId?: string } = {}): string {
    const { key, formId } = this.survey(survey);
    const spec = this.rows(QUESTIONS)
      .filter((row) => row.survey === key)
      .map((row) => JSON.parse(row.spec) as ItemSpec);
    const entered = toRespondentAnswers(spec, answers);
    if (entered.missing.length > 0) throw new Error(`${survey} does not offer ${JSON.stringify(entered.missing)}`);
    return this.workspace.submitForm(formId, entered.answers, { email, ...by });
  }

  /** The last row of the journal. */
  lastRun(): Shown<typeof JOURNAL> {
    const row = this.rows(JOURNAL).pop();
    if (row === undefined) throw new Error('the journal is empty');
    return row;
  }

  /** Follows the open run to its end, as the sidebar does when it is opened again. */
  finishOpenRun(): RunView {
    let run = this.home().running;
    if (run === undefined) throw new Error('no run is open');
    do run = this.director.ask({ method: 'pump', run: run.run });
    while (run.state === 'running');
    return run;
  }

  /**
   * What people can see, but for the journal (each press is written there): sheets, forms, calendars, files, mail, triggers. Two
   * of these are equal when nothing has changed. (`snapshot` tells more, down to the format of empty cells, and takes seconds.)
   */
  picture(): unknown {
    const { world } = this.workspace;
    const pictured: unknown = {
      sheets: this.director.spreadsheet
        .getSheets()
        .filter((sheet) => sheet.getName() !== JOURNAL.title)
        .map((sheet) => ({
          name: sheet.getName(),
          hidden: sheet.isSheetHidden(),
          values: sheet.getDataRange().getDisplayValues(),
          notes: sheet.getDataRange().getNotes(),
          formulas: sheet.getDataRange().getFormulas(),
        })),
      forms: allForms(world).map(({ id }) => readForm(world, id)),
      calendars: readCalendars(world),
      files: this.files(),
      mail: this.workspace.outbox,
      triggers: this.workspace.triggers,
    };
    return JSON.parse(JSON.stringify(pictured, (key, value: unknown) => (STAMPS.has(key) ? undefined : value)));
  }
}

/** They say when something was touched, not what it is. */
const STAMPS = new Set(['modifiedTime', 'updated', 'etag', 'nextAt']);

/** The whole snapshot without the journal. */
export function withoutJournal(snapshot: unknown): unknown {
  const state = snapshot as { spreadsheets: { sheets: { name: string }[] }[] };
  return {
    ...state,
    spreadsheets: state.spreadsheets.map((book) => ({
      ...book,
      sheets: book.sheets.filter(({ name }) => name !== JOURNAL.title),
    })),
  };
}

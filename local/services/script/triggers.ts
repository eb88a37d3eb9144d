// Triggers and their builders: https://developers.google.com/apps-script/reference/script/trigger-builder
import { NotEmulated, ScriptError, ServiceObject, type ScriptEnum } from '../../runtime/service';
import { runtimeOf } from '../../runtime/state';
import {
  addTrigger,
  storedTriggers,
  type Schedule,
  type StoredTrigger,
  type TriggerEvent,
} from '../../runtime/triggers';
import type { World } from '../../runtime/world';
import { EVENT_TYPE, TRIGGER_SOURCE, WEEK_DAY } from './enums';

/** https://developers.google.com/apps-script/reference/script/trigger */
export class Trigger extends ServiceObject {
  readonly _name = 'Trigger';
  readonly _uid: string;
  readonly #stored: StoredTrigger;
  constructor(world: World, uid: string) {
    super();
    this._uid = uid;
    const stored = storedTriggers(world).find((trigger) => trigger.uid === uid);
    if (stored === undefined) throw new NotEmulated('a trigger that is gone');
    this.#stored = stored;
  }
  /** What `getProjectTriggers` fetched. */
  override get _free(): 'all' {
    return 'all';
  }
  getHandlerFunction(): string {
    return this.#stored.handler;
  }
  getUniqueId(): string {
    return this._uid;
  }
  getEventType(): ScriptEnum {
    return EVENT_TYPE[this.#stored.event];
  }
  getTriggerSource(): ScriptEnum {
    return TRIGGER_SOURCE[this.#stored.source];
  }
  /** `null` for clock triggers (same page). */
  getTriggerSourceId(): string | null {
    return this.#stored.sourceId ?? null;
  }
}

/** Builders work in memory; only `create` goes to the server. */
abstract class Builder extends ServiceObject {
  override get _free(): ReadonlySet<string> | 'all' {
    return new Set(Object.getOwnPropertyNames(Object.getPrototypeOf(this)).filter((name) => name !== 'create'));
  }
}

export class TriggerBuilder extends Builder {
  readonly _name = 'TriggerBuilder';
  readonly #world: World;
  readonly #handler: string;
  constructor(world: World, handler: string) {
    super();
    this.#world = world;
    this.#handler = handler;
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#world, this.#handler);
  }
  /** By the spreadsheet itself or by its id. */
  forSpreadsheet(document: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.#world, this.#handler, idOf(document, 'forSpreadsheet'));
  }
  forForm(document: unknown): FormTriggerBuilder {
    return new FormTriggerBuilder(this.#world, this.#handler, idOf(document, 'forForm'));
  }
}

function idOf(document: unknown, method: string): string {
  if (typeof document === 'string') return document;
  const getId = document instanceof ServiceObject ? (document as { getId?: unknown }).getId : undefined;
  if (typeof getId === 'function') return String(Reflect.apply(getId, document, []));
  throw new ScriptError(
    `The parameters (${typeof document}) don't match the method signature for TriggerBuilder.${method}.`,
  );
}

function create(world: World, trigger: Omit<StoredTrigger, 'uid' | 'user'>): Trigger {
  const documentId = world.execution?.activeSpreadsheetId ?? world.activeSpreadsheetId;
  const added = addTrigger(world, runtimeOf(world).deployment, {
    ...trigger,
    ...(documentId === undefined ? {} : { documentId }),
  });
  return new Trigger(world, added.uid);
}

/** https://developers.google.com/apps-script/reference/script/spreadsheet-trigger-builder */
class SpreadsheetTriggerBuilder extends Builder {
  readonly _name = 'SpreadsheetTriggerBuilder';
  readonly #world: World;
  readonly #handler: string;
  readonly #sourceId: string;
  #event: TriggerEvent | undefined;
  constructor(world: World, handler: string, sourceId: string) {
    super();
    this.#world = world;
    this.#handler = handler;
    this.#sourceId = sourceId;
  }
  onOpen(): this {
    return this.#on('ON_OPEN');
  }
  onEdit(): this {
    return this.#on('ON_EDIT');
  }
  onChange(): this {
    return this.#on('ON_CHANGE');
  }
  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }
  #on(event: TriggerEvent): this {
    this.#event = event;
    return this;
  }
  create(): Trigger {
    if (this.#event === undefined) throw new NotEmulated('SpreadsheetTriggerBuilder.create without an event');
    return create(this.#world, {
      handler: this.#handler,
      event: this.#event,
      source: 'SPREADSHEETS',
      sourceId: this.#sourceId,
    });
  }
}

/** https://developers.google.com/apps-script/reference/script/form-trigger-builder */
class FormTriggerBuilder extends Builder {
  readonly _name = 'FormTriggerBuilder';
  readonly #world: World;
  readonly #handler: string;
  readonly #sourceId: string;
  #event: TriggerEvent | undefined;
  constructor(world: World, handler: string, sourceId: string) {
    super();
    this.#world = world;
    this.#handler = handler;
    this.#sourceId = sourceId;
  }
  onOpen(): this {
    this.#event = 'ON_OPEN';
    return this;
  }
  onFormSubmit(): this {
    this.#event = 'ON_FORM_SUBMIT';
    return this;
  }
  create(): Trigger {
    if (this.#event === undefined) throw new NotEmulated('FormTriggerBuilder.create without an event');
    return create(this.#world, {
      handler: this.#handler,
      event: this.#event,
      source: 'FORMS',
      sourceId: this.#sourceId,
    });
  }
}

/** https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
class ClockTriggerBuilder extends Builder {
  readonly _name = 'ClockTriggerBuilder';
  readonly #world: World;
  readonly #handler: string;
  #at: number | undefined;
  #minutes: number | undefined;
  #hours: number | undefined;
  #days: number | undefined;
  #weeks: number | undefined;
  #weekday: number | undefined;
  #monthDay: number | undefined;
  #hour: number | undefined;
  #minute: number | undefined;
  #timeZone: string | undefined;
  constructor(world: World, handler: string) {
    super();
    this.#world = world;
    this.#handler = handler;
  }
  at(date: unknown): this {
    if (!(date instanceof Date)) throw new ScriptError(signature(date, 'at'));
    this.#at = date.getTime();
    return this;
  }
  after(durationMilliseconds: number): this {
    this.#at = this.#world.clock.now() + durationMilliseconds;
    return this;
  }
  everyMinutes(n: number): this {
    if (![1, 5, 10, 15, 30].includes(n))
      throw new ScriptError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    this.#minutes = n;
    return this;
  }
  everyHours(n: number): this {
    this.#hours = positive(n, 'everyHours');
    return this;
  }
  everyDays(n: number): this {
    this.#days = positive(n, 'everyDays');
    return this;
  }
  everyWeeks(n: number): this {
    this.#weeks = positive(n, 'everyWeeks');
    return this;
  }
  onWeekDay(day: ScriptEnum): this {
    const index = Object.values(WEEK_DAY).indexOf(day);
    if (index < 0) throw new ScriptError(signature(day, 'onWeekDay'));
    this.#weekday = index;
    return this;
  }
  onMonthDay(day: number): this {
    this.#monthDay = positive(day, 'onMonthDay');
    return this;
  }
  atHour(hour: number): this {
    this.#hour = hour;
    return this;
  }
  nearMinute(minute: number): this {
    this.#minute = minute;
    return this;
  }
  inTimezone(timeZone: string): this {
    this.#timeZone = timeZone;
    return this;
  }
  create(): Trigger {
    const timeZone = this.#timeZone ?? runtimeOf(this.#world).project?.manifest.timeZone ?? this.#world.timeZone;
    return create(this.#world, {
      handler: this.#handler,
      event: 'CLOCK',
      source: 'CLOCK',
      schedule: this.#schedule(),
      timeZone,
    });
  }
  #schedule(): Schedule {
    const hour = this.#hour ?? 0;
    // −1: any minute of the hour.
    const minute = this.#minute ?? -1;
    if (this.#at !== undefined) return { kind: 'once', at: this.#at };
    if (this.#minutes !== undefined) return { kind: 'minutes', every: this.#minutes };
    if (this.#hours !== undefined) return { kind: 'hours', every: this.#hours };
    if (this.#weekday !== undefined)
      return { kind: 'weeks', every: this.#weeks ?? 1, weekday: this.#weekday, hour, minute };
    if (this.#monthDay !== undefined) return { kind: 'monthDay', day: this.#monthDay, hour, minute };
    if (this.#weeks !== undefined) throw new NotEmulated('ClockTriggerBuilder.everyWeeks without onWeekDay');
    if (this.#days !== undefined) {
      if (this.#hour === undefined) throw new NotEmulated('ClockTriggerBuilder.everyDays without atHour');
      return { kind: 'days', every: this.#days, hour, minute };
    }
    if (this.#hour !== undefined) return { kind: 'days', every: 1, hour, minute };
    throw new NotEmulated('ClockTriggerBuilder.create without a time');
  }
}

function positive(n: unknown, method: string): number {
  if (typeof n === 'number' && Number.isInteger(n) && n >= 1) return n;
  throw new ScriptError(signature(n, method));
}

function signature(value: unknown, method: string): string {
  return `The parameters (${value === null ? 'null' : typeof value}) don't match the method signature for ClockTriggerBuilder.${method}.`;
}

// Calendar.Acl and Calendar.Settings: who else sees a calendar, and the user's own settings.
// https://developers.google.com/workspace/calendar/api/v3/reference/acl
// https://developers.google.com/workspace/calendar/api/v3/reference/settings
//
// Scopes: Acl methods need calendar or calendar.acls (reading also calendar.acls.readonly); none is open to
// calendar.app.created. Settings need calendar, calendar.readonly or calendar.settings.readonly.
import { NotEmulated, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import type { Json } from './request';
import { CalendarRequest, isJson } from './request';
import type { Role, StoredCalendar, StoredRule } from './state';
import { nextRevision } from './state';

export type RuleResource = GoogleAppsScript.Calendar.Schema.AclRule;
export type SettingResource = GoogleAppsScript.Calendar.Schema.Setting;

const ROLES: readonly Role[] = ['freeBusyReader', 'reader', 'writer', 'owner'];
const TYPES: readonly StoredRule['type'][] = ['default', 'user', 'group', 'domain'];

function ruleId(rule: StoredRule): string {
  return rule.value === undefined ? rule.type : `${rule.type}:${rule.value}`;
}

function ruleResource(rule: StoredRule): RuleResource {
  return {
    kind: 'calendar#aclRule',
    etag: `"r${rule.revision}"`,
    id: ruleId(rule),
    scope: { type: rule.type, ...(rule.value === undefined ? {} : { value: rule.value }) },
    role: rule.role,
  };
}

function rulesOf(calendar: StoredCalendar): StoredRule[] {
  return [{ type: 'user', value: calendar.owner, role: 'owner', revision: calendar.revision }, ...calendar.rules];
}

/** The `Acl` collection. */
export class AclService extends ServiceObject {
  readonly _name = 'Calendar.Acl';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/acl/list */
  list(calendarId: string, optionalArgs?: object): GoogleAppsScript.Calendar.Schema.Acl {
    const request = new CalendarRequest(this.#world, 'calendar.acl.list');
    request.options(optionalArgs, []);
    const calendar = request.calendar(calendarId, 'owner');
    return {
      kind: 'calendar#acl',
      etag: `"a${calendar.revision}"`,
      items: rulesOf(calendar).map(ruleResource),
    };
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/acl/get */
  get(calendarId: string, id: string): RuleResource {
    const request = new CalendarRequest(this.#world, 'calendar.acl.get');
    return ruleResource(find(request, request.calendar(calendarId, 'owner'), id));
  }

  /**
   * Shares a calendar. "sendNotifications … The default is True."
   * https://developers.google.com/workspace/calendar/api/v3/reference/acl/insert
   */
  insert(resource: RuleResource, calendarId: string, optionalArgs?: object): RuleResource {
    const request = new CalendarRequest(this.#world, 'calendar.acl.insert');
    const options = request.options(optionalArgs, ['sendNotifications']);
    const calendar = request.calendar(calendarId, 'owner');
    const rule = this.#read(request, request.resource(resource, '2-3'));
    calendar.rules = [...calendar.rules.filter((other) => ruleId(other) !== ruleId(rule)), rule];
    if (rule.type === 'user' && rule.value !== undefined && options.string('sendNotifications') !== 'false')
      this.#tell(calendar, rule.value);
    return ruleResource(rule);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/acl/delete */
  remove(calendarId: string, id: string): void {
    const request = new CalendarRequest(this.#world, 'calendar.acl.delete');
    const calendar = request.calendar(calendarId, 'owner');
    const rule = find(request, calendar, id);
    if (!calendar.rules.includes(rule)) throw new NotEmulated('Calendar.Acl.remove of the owner’s own rule');
    calendar.rules = calendar.rules.filter((other) => other !== rule);
  }

  #read(request: CalendarRequest, body: Json): StoredRule {
    const scope: Json = isJson(body.scope) ? body.scope : {};
    const type = TYPES.find((word) => word === scope.type);
    const role = ROLES.find((word) => word === body.role);
    if (type === undefined || role === undefined) throw request.required('Required');
    if (type !== 'default' && typeof scope.value !== 'string') throw request.required('Required');
    return {
      type,
      role,
      ...(type === 'default' ? {} : { value: String(scope.value) }),
      revision: nextRevision(this.#world),
    };
  }

  #tell(calendar: StoredCalendar, email: string): void {
    const russian = this.#world.locale.startsWith('ru');
    const line = russian
      ? `${this.#world.effectiveUser} открывает вам доступ к календарю «${calendar.summary}».`
      : `${this.#world.effectiveUser} has shared the calendar “${calendar.summary}” with you.`;
    this.#world.post({
      kind: 'share',
      from: this.#world.effectiveUser,
      to: [email],
      cc: [],
      bcc: [],
      subject: russian ? `Доступ к календарю «${calendar.summary}»` : `Shared calendar: ${calendar.summary}`,
      text: `${line}\n`,
      attachments: [],
    });
  }
}

function find(request: CalendarRequest, calendar: StoredCalendar, id: string): StoredRule {
  const rule = rulesOf(calendar).find((other) => ruleId(other) === id);
  if (rule === undefined) throw request.notFound();
  return calendar.rules.find((other) => ruleId(other) === id) ?? rule;
}

/** The `Settings` collection: time zone and locale are the Workspace's. */
export class SettingsService extends ServiceObject {
  readonly _name = 'Calendar.Settings';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/settings/get */
  get(setting: string): SettingResource {
    const values: Record<string, string> = {
      timezone: this.#world.timeZone,
      locale: this.#world.locale.slice(0, 2),
    };
    const value = values[setting];
    if (value === undefined) throw new NotEmulated(`Calendar.Settings.get of ${setting}`);
    return { kind: 'calendar#setting', etag: '"s0"', id: setting, value };
  }
}

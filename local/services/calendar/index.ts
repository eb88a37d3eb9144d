// The advanced Calendar service (v3) of the local Workspace, and what people do in their own calendars.
// https://developers.google.com/apps-script/advanced/calendar
import { addSchemaMakers } from '../../runtime/schemas';
import { ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { AclService, SettingsService } from './acl';
import { CalendarListService, CalendarsService } from './calendars';
import { EventsService } from './events';
import { FreebusyService } from './freebusy';

export { addBusy, respondToInvitation } from './people';
export type { CalendarView, CalendarsView, PersonView } from './read';
export { readCalendars } from './read';
export { addCalendar, setCalendarScopes } from './state';

/** The global `Calendar` of one execution. */
class CalendarService extends ServiceObject {
  readonly _name = 'Calendar';
  readonly Acl: AclService;
  readonly CalendarList: CalendarListService;
  readonly Calendars: CalendarsService;
  readonly Events: EventsService;
  readonly Freebusy: FreebusyService;
  readonly Settings: SettingsService;
  override get _free(): ReadonlySet<string> {
    return MAKERS;
  }
  constructor(world: World) {
    super();
    this.Acl = new AclService(world);
    this.CalendarList = new CalendarListService(world);
    this.Calendars = new CalendarsService(world);
    this.Events = new EventsService(world);
    this.Freebusy = new FreebusyService(world);
    this.Settings = new SettingsService(world);
  }
}

/** https://developers.google.com/workspace/calendar/api/v3/reference */
const MAKERS = addSchemaMakers(CalendarService, [
  'AclRule',
  'AclRuleScope',
  'Calendar',
  'CalendarListEntry',
  'ConferenceData',
  'ConferenceProperties',
  'ConferenceSolutionKey',
  'CreateConferenceRequest',
  'Event',
  'EventAttachment',
  'EventAttendee',
  'EventDateTime',
  'EventExtendedProperties',
  'EventReminder',
  'EventReminders',
  'EventSource',
  'FreeBusyRequest',
  'FreeBusyRequestItem',
]);

export type { CalendarService };

/** The global `Calendar` of one execution. */
export function createCalendarService(world: World): CalendarService {
  return new CalendarService(world);
}

// Scopes of the advanced services' methods, any one of which is enough: facts from the APIs' discovery documents.

const AUTH = 'https://www.googleapis.com/auth/';

/** Scope names without their common beginning, by service and method; Apps Script calls `delete` `remove`. */
const REST: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // https://developers.google.com/workspace/calendar/api/v3/reference
  Calendar: {
    'Acl.remove': 'calendar calendar.acls',
    'Acl.get': 'calendar calendar.acls calendar.acls.readonly calendar.readonly',
    'Acl.insert': 'calendar calendar.acls',
    'Acl.list': 'calendar calendar.acls calendar.acls.readonly',
    'Acl.patch': 'calendar calendar.acls',
    'Acl.update': 'calendar calendar.acls',
    'CalendarList.remove': 'calendar calendar.app.created calendar.calendarlist',
    'CalendarList.get':
      'calendar calendar.app.created calendar.calendarlist calendar.calendarlist.readonly calendar.readonly',
    'CalendarList.insert': 'calendar calendar.calendarlist',
    'CalendarList.list': 'calendar calendar.calendarlist calendar.calendarlist.readonly calendar.readonly',
    'CalendarList.patch': 'calendar calendar.app.created calendar.calendarlist',
    'CalendarList.update': 'calendar calendar.app.created calendar.calendarlist',
    'Calendars.clear': 'calendar calendar.calendars',
    'Calendars.remove': 'calendar calendar.app.created calendar.calendars',
    'Calendars.get': 'calendar calendar.app.created calendar.calendars calendar.calendars.readonly calendar.readonly',
    'Calendars.insert': 'calendar calendar.app.created calendar.calendars',
    'Calendars.patch': 'calendar calendar.app.created calendar.calendars',
    'Calendars.transferOwnership': 'calendar calendar.calendars',
    'Calendars.update': 'calendar calendar.app.created calendar.calendars',
    'Colors.get':
      'calendar calendar.app.created calendar.calendarlist calendar.calendarlist.readonly calendar.events.freebusy calendar.events.owned calendar.events.owned.readonly calendar.events.public.readonly calendar.readonly',
    'Events.remove': 'calendar calendar.app.created calendar.events calendar.events.owned',
    'Events.get':
      'calendar calendar.app.created calendar.events calendar.events.freebusy calendar.events.owned calendar.events.owned.readonly calendar.events.public.readonly calendar.events.readonly calendar.readonly',
    'Events.import': 'calendar calendar.app.created calendar.events calendar.events.owned',
    'Events.insert': 'calendar calendar.app.created calendar.events calendar.events.owned',
    'Events.instances':
      'calendar calendar.app.created calendar.events calendar.events.freebusy calendar.events.owned calendar.events.owned.readonly calendar.events.public.readonly calendar.events.readonly calendar.readonly',
    'Events.list':
      'calendar calendar.app.created calendar.events calendar.events.freebusy calendar.events.owned calendar.events.owned.readonly calendar.events.public.readonly calendar.events.readonly calendar.readonly',
    'Events.move': 'calendar calendar.events calendar.events.owned',
    'Events.patch': 'calendar calendar.app.created calendar.events calendar.events.owned',
    'Events.quickAdd': 'calendar calendar.app.created calendar.events calendar.events.owned',
    'Events.update': 'calendar calendar.app.created calendar.events calendar.events.owned',
    'Freebusy.query': 'calendar calendar.events.freebusy calendar.freebusy calendar.readonly',
    'Settings.get': 'calendar calendar.readonly calendar.settings.readonly',
    'Settings.list': 'calendar calendar.readonly calendar.settings.readonly',
  },
  // https://developers.google.com/workspace/drive/api/reference/rest/v3
  Drive: {
    'About.get':
      'drive drive.appdata drive.file drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Changes.getStartPageToken':
      'drive drive.appdata drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Changes.list':
      'drive drive.appdata drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Comments.create': 'drive drive.file',
    'Comments.remove': 'drive drive.file',
    'Comments.get': 'drive drive.file drive.meet.readonly drive.readonly',
    'Comments.list': 'drive drive.file drive.meet.readonly drive.readonly',
    'Comments.update': 'drive drive.file',
    'Drives.create': 'drive',
    'Drives.remove': 'drive',
    'Drives.get': 'drive drive.readonly',
    'Drives.hide': 'drive',
    'Drives.list': 'drive drive.readonly',
    'Drives.unhide': 'drive',
    'Drives.update': 'drive',
    'Files.copy': 'drive drive.appdata drive.file drive.photos.readonly',
    'Files.create': 'drive drive.appdata drive.file',
    'Files.remove': 'drive drive.appdata drive.file',
    'Files.download': 'drive drive.file drive.readonly',
    'Files.emptyTrash': 'drive',
    'Files.export': 'drive drive.file drive.meet.readonly drive.readonly',
    'Files.generateCseToken': 'drive',
    'Files.generateIds': 'drive drive.appdata drive.file',
    'Files.get':
      'drive drive.appdata drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Files.list':
      'drive drive.appdata drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Files.listLabels': 'drive drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.readonly',
    'Files.modifyLabels': 'drive drive.file drive.metadata',
    'Files.update': 'drive drive.appdata drive.file drive.metadata drive.scripts',
    'Permissions.create': 'drive drive.file',
    'Permissions.remove': 'drive drive.file',
    'Permissions.get':
      'drive drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Permissions.list':
      'drive drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Permissions.update': 'drive drive.file',
    'Replies.create': 'drive drive.file',
    'Replies.remove': 'drive drive.file',
    'Replies.get': 'drive drive.file drive.meet.readonly drive.readonly',
    'Replies.list': 'drive drive.file drive.meet.readonly drive.readonly',
    'Replies.update': 'drive drive.file',
    'Revisions.remove': 'drive drive.appdata drive.file',
    'Revisions.get':
      'drive drive.appdata drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Revisions.list':
      'drive drive.appdata drive.file drive.meet.readonly drive.metadata drive.metadata.readonly drive.photos.readonly drive.readonly',
    'Revisions.update': 'drive drive.appdata drive.file',
  },
  // https://developers.google.com/workspace/docs/api/reference/rest/v1
  Docs: {
    'Documents.batchUpdate': 'documents drive drive.file',
    'Documents.create': 'documents drive drive.file',
    'Documents.get': 'documents documents.readonly drive drive.file drive.readonly',
  },
};

/**
 * The scopes any one of which lets an advanced service's method be called; `undefined` when it is not an advanced service.
 * @param name e.g. `Calendar.Events.insert`
 */
export function restScopes(name: string): readonly string[] | undefined {
  const dot = name.indexOf('.');
  const service = REST[name.slice(0, dot)];
  if (service === undefined) return undefined;
  const scopes = service[name.slice(dot + 1)];
  return scopes === undefined ? [] : scopes.split(' ').map((scope) => AUTH + scope);
}

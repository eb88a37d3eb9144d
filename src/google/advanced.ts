// The advanced services: there only when the manifest switches them on.

type CalendarApi = NonNullable<typeof Calendar>;
type DriveApi = NonNullable<typeof Drive>;
type DocsApi = NonNullable<typeof Docs>;
type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/** The manifest (or the Apps Script project) lacks an advanced service. */
export class ServiceMissing extends Error {
  override readonly name = 'ServiceMissing';
  constructor(readonly service: string) {
    super(`advanced service ${service} is not enabled`);
  }
}

export function calendarApi(): CalendarApi {
  if (typeof Calendar === 'undefined') throw new ServiceMissing('Calendar');
  return Calendar;
}

export function driveApi(): DriveApi {
  if (typeof Drive === 'undefined') throw new ServiceMissing('Drive');
  return Drive;
}

export function docsApi(): DocsApi {
  if (typeof Docs === 'undefined') throw new ServiceMissing('Docs');
  return Docs;
}

/** Creates a file's record, with content when a blob is given; gives only its id back. */
export function createDriveFile(resource: DriveFile, content?: GoogleAppsScript.Base.Blob): string {
  // Apps Script wants the media argument in its place even when there is none; the type definitions do not know that it may be null.
  const media = (content ?? null) as GoogleAppsScript.Base.Blob;
  const { id } = driveApi().Files.create(resource, media, { fields: 'id' });
  if (id === undefined || id === null) throw new Error('Drive gave no id for a new file');
  return id;
}

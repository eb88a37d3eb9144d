// The workbook that the person last opened the cards in: Calendar and Drive have no active one. Kept for the person, in this script alone.

export interface LastWorkbook {
  readonly name: string;
  readonly url: string;
  /** The programme's calendar; '' before there is one. */
  readonly calendarId: string;
}

const KEY = 'vr.workbook';

export function lastWorkbook(): LastWorkbook | undefined {
  const text = PropertiesService.getUserProperties().getProperty(KEY);
  return text === null ? undefined : (JSON.parse(text) as LastWorkbook);
}

/** Writes only when something has changed. */
export function keepWorkbook(workbook: LastWorkbook): void {
  const properties = PropertiesService.getUserProperties();
  const text = JSON.stringify(workbook);
  if (properties.getProperty(KEY) !== text) properties.setProperty(KEY, text);
}

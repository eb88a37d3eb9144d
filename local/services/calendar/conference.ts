// Video meetings of events: created on request, only for clients that say they understand them.
// https://developers.google.com/workspace/calendar/api/guides/create-events#conferencing
import type { World } from '../../runtime/world';
import type { CalendarRequest, Json } from './request';
import { isJson } from './request';
import type { StoredConference } from './state';

type ConferenceData = GoogleAppsScript.Calendar.Schema.ConferenceData;

/**
 * What becomes of an event's conference.
 * @param resource what the client sent
 * @param version  `conferenceDataVersion`; at 0 the client's conference data is ignored and the old one kept
 * @param replace  whether an absent field clears (update) or keeps (patch)
 */
export function readConference(
  request: CalendarRequest,
  resource: Json,
  version: number,
  replace: boolean,
  before: StoredConference | undefined,
): StoredConference | undefined {
  if (version === 0) return before;
  const data = resource.conferenceData;
  if (data === null) return undefined;
  if (data === undefined) return replace ? undefined : before;
  if (!isJson(data)) throw request.invalid('Invalid value for: conferenceData');
  if (!isJson(data.createRequest)) {
    // A client that sends back what it read keeps the conference.
    if (before !== undefined && data.conferenceId === before.conferenceId) return before;
    throw request.invalid('Invalid conference type value.');
  }
  const { requestId, conferenceSolutionKey: key } = data.createRequest;
  if (typeof requestId !== 'string' || requestId === '') throw request.invalid('Invalid conference type value.');
  if (isJson(key) && key.type !== undefined && key.type !== 'hangoutsMeet')
    throw request.invalid('Invalid conference type value.');
  // "If an ID provided is the same as for the previous request, the request is ignored."
  if (before?.requestId === requestId) return before;
  return { requestId, conferenceId: meetingCode(request.world) };
}

/** A code of the form `abc-defg-hij`, as Meet's. */
function meetingCode(world: World): string {
  const letters = [...world.nextId(10)].map((sign) => String.fromCharCode(97 + (sign.charCodeAt(0) % 26))).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

/** The link of a conference. */
export function meetingLink(conference: StoredConference): string {
  return `https://meet.google.com/${conference.conferenceId}`;
}

/** The API's form of a conference. */
export function conferenceResource(conference: StoredConference): ConferenceData {
  const uri = meetingLink(conference);
  return {
    createRequest: {
      requestId: conference.requestId,
      conferenceSolutionKey: { type: 'hangoutsMeet' },
      status: { statusCode: 'success' },
    },
    entryPoints: [{ entryPointType: 'video', uri, label: uri.slice('https://'.length) }],
    conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Google Meet' },
    conferenceId: conference.conferenceId,
  };
}

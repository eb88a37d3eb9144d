// Links of Google's addresses → pages of this Workspace.
import type { World } from '../../runtime/world';
import { answersFromPrefilled } from '../../services/form';
import { fileOf } from './access';

/**
 * Where a link leads here, as a path below a person's own (`form/<id>?…`, `sheet/<id>`, `doc/<id>`, `drive/<id>`,
 * `calendar`); `undefined` when it leads out of the Workspace.
 */
export function localPath(world: World, url: string): string | undefined {
  let link: URL;
  try {
    link = new URL(url);
  } catch {
    return undefined;
  }
  if (link.protocol !== 'https:') return undefined;
  const { hostname, pathname, search, hash } = link;
  if (hostname === 'docs.google.com') {
    const opened = answersFromPrefilled(world, url);
    if (opened !== undefined) return `form/${opened.formId}${search}`;
    const [, kind, id = ''] = /^\/(spreadsheets|forms|document)\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(pathname) ?? [];
    if (fileOf(world, id) === undefined) return undefined;
    const sheet = /gid=(\d+)/.exec(hash + search)?.[1];
    if (kind === 'spreadsheets') return `sheet/${id}${sheet === undefined ? '' : `/${sheet}`}`;
    if (kind === 'forms') return `form/${id}`;
    return `doc/${id}`;
  }
  if (hostname === 'drive.google.com') {
    const [, id = link.searchParams.get('id') ?? ''] =
      /^\/(?:drive\/(?:u\/\d+\/)?folders|file\/d)\/([\w-]+)/.exec(pathname) ?? [];
    return fileOf(world, id) === undefined ? undefined : `drive/${id}`;
  }
  if ((hostname === 'www.google.com' && pathname.startsWith('/calendar')) || hostname === 'calendar.google.com')
    return 'calendar';
  return undefined;
}

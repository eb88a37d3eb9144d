// Addresses of the pages. The person is part of the address: every window, and every reload, is its own session.

export interface Route {
  /** '' on the page where one signs in. */
  readonly person: string;
  /** `home`, `sheet`, `mail`, `calendar`, `drive`, `form`, `doc`, `open`. */
  readonly page: string;
  readonly parts: readonly string[];
  /** What stands after `?`. */
  readonly query: string;
}

export function routeOf({ pathname, search }: { pathname: string; search: string }): Route {
  const [first = '', person = '', page = '', ...parts] = pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  const query = search.replace(/^\?/, '');
  if (first !== 'as' || person === '') return { person: '', page: 'signIn', parts: [], query };
  return { person: person.toLowerCase(), page: page === '' ? 'home' : page, parts, query };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page of that person. `path`: `mail/<id>`, `sheet/<book>/<sheet>` … */
export function addressOf(person: string, path: string): string {
  return `/as/${encodeURIComponent(person)}/${path}`;
}

/** The address that finds out where a link leads and goes there. */
export function addressOfLink(person: string, url: string): string {
  return `${addressOf(person, 'open')}?${new URLSearchParams({ url }).toString()}`;
}

/** Goes to a page without loading everything again. */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

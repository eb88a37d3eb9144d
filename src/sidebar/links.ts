// Addresses that come from cells and registers are somebody's typing: only web addresses become links.

/** The address when it is http(s), else undefined: `javascript:` and the like are never put into an `href`. */
export function webAddress(url: string): string | undefined {
  const trimmed = url.trim();
  return /^https?:\/\/[^\s]+$/i.test(trimmed) ? trimmed : undefined;
}

// A table as a CSV file that spreadsheets open as it is meant: quoted, without formulas, in UTF-8.

/** Spreadsheets take these for the beginning of a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const RISKY = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows of RFC 4180, with a mark by which spreadsheets know UTF-8. A text that could be a formula gets an apostrophe. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n';

function cellOf(text: string): string {
  const safe = RISKY.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The UTF-8 bytes of a text as base64 (RFC 4648, section 4). */
export function base64Of(text: string): string {
  const bytes = (encodeURIComponent(text).match(/%[0-9A-F]{2}|[^%]/g) ?? []).map((unit) =>
    unit.length === 3 ? parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  );
  let encoded = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digit = (shift: number): string => ALPHABET.charAt((bits >> shift) & 63);
    encoded += digit(18) + digit(12) + (b === undefined ? '=' : digit(6)) + (c === undefined ? '=' : digit(0));
  }
  return encoded;
}

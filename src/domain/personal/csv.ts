// A table as a CSV file that Excel and Google Sheets open as they are: UTF-8 with its mark, semicolons, nothing that could run.

/** `\ufeff` and rows ended as RFC 4180 says; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`;

// https://owasp.org/www-community/attacks/CSV_Injection
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

// A self-contained HTML page for exports: escaping, links and the frame. No scripts, nothing loaded from elsewhere.

/** Text made safe to stand in an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

/** Several lines of plain text as HTML. */
export function escapeLines(text: string): string {
  return escapeHtml(text).replace(/\r\n|[\n\r\v]/g, '<br>');
}

/** The address of a link that may be put into a page: web and mail only, never `javascript:` and the like. */
export function safeHref(url: string): string | undefined {
  return /^(https?:\/\/|mailto:)/i.test(url.trim()) ? escapeHtml(url.trim()) : undefined;
}

/**
 * A whole page in Russian.
 * @param title plain text
 * @param style CSS
 * @param body  HTML, already escaped
 */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src https: data:">
<title>${escapeHtml(title)}</title>
<style>
${style.trim()}
</style>
</head>
<body>
${body.trim()}
</body>
</html>
`;
}

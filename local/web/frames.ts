// Pages shown in frames: strangers' HTML, each in a sandbox of its own without an origin and without a network.
import { randomBytes } from 'node:crypto';
import { escapeHtml } from '../export/html-page';
import type { Language } from './contract';
import type { ContentKind } from './host/host';
import { WORDS } from './words';

export interface Frame {
  readonly html: string;
  readonly policy: string;
}

/** What a letter says nothing of. Its own style comes after and wins; a second <html> in it only adds its attributes. */
function letterHead(language: Language): string {
  return [
    `<!doctype html><html lang="${language}"><head><title>${escapeHtml(WORDS[language]['mail.body'])}</title><style>`,
    'body { margin: 12px 16px; font: 14px/1.5 Arial, sans-serif; overflow-wrap: anywhere; } img { max-width: 100%; }',
    '</style></head>',
  ].join('');
}

/** The page with the bridge in it, and the policy it must be served with. */
export function frameOf(kind: ContentKind, html: string, bridge: string, language: Language): Frame {
  if (kind === 'page')
    return {
      html: withScript(html, `<script>${bridge}</script>`),
      // As HtmlService does it, a page may run any script of its own; here nothing of it reaches the network.
      policy: [
        'sandbox allow-scripts allow-forms allow-modals allow-downloads',
        "default-src 'none'",
        "script-src 'unsafe-inline' 'unsafe-eval'",
        "style-src 'unsafe-inline'",
        'img-src data: blob:',
        'font-src data:',
        'media-src data: blob:',
        "form-action 'none'",
        "frame-ancestors 'self'",
      ].join('; '),
    };
  const nonce = randomBytes(16).toString('base64');
  return {
    html: withScript(
      kind === 'letter' ? `${letterHead(language)}${html}` : html,
      `<script nonce="${nonce}">${bridge}</script>`,
    ),
    // Letters and documents run no script of theirs; ours only hands clicks on links to the window.
    policy: [
      'sandbox allow-scripts',
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  };
}

/** Puts the script before everything the page itself runs or declares. */
function withScript(html: string, script: string): string {
  const head = /<head\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}

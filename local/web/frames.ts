// Pages shown in frames: strangers' HTML, each in a sandbox of its own without an origin and without a network.
import { randomBytes } from 'node:crypto';
import type { ContentKind } from './host/host';

export interface Frame {
  readonly html: string;
  readonly policy: string;
}

/** The page with the bridge in it, and the policy it must be served with. */
export function frameOf(kind: ContentKind, html: string, bridge: string): Frame {
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
    html: withScript(html, `<script nonce="${nonce}">${bridge}</script>`),
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

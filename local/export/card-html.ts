// A card of a Workspace add-on as a page, as wide as the side panel that shows it.
import type { CardView, WidgetView } from '../services/card';
import { escapeHtml } from './html-page';

const STYLE = `
body { margin: 0; background: #fff; font: 14px/20px Roboto, Arial, sans-serif; color: #202124; width: 300px; }
header { padding: 12px 16px; border-bottom: 1px solid #dadce0; }
header b { display: block; font-weight: 500; font-size: 16px; }
header span, .top, .bottom { color: #5f6368; font-size: 12px; line-height: 16px; }
section { padding: 8px 16px; border-bottom: 1px solid #dadce0; }
h2 { margin: 4px 0; font-size: 12px; font-weight: 500; color: #1a73e8; }
p, .line { margin: 8px 0; }
.line div { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line.wrap div { white-space: normal; }
a { color: #1a73e8; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
nav a { font-weight: 500; }
hr { border: 0; border-top: 1px solid #dadce0; }
`;

/** A whole page. Texts keep the few marks that cards know, everything else is shown as text. */
export function cardToHtml(card: CardView): string {
  const sections = card.sections
    .map(
      ({ header, widgets }) =>
        `<section>${header === '' ? '' : `<h2>${formatted(header)}</h2>`}${widgets.map(widgetHtml).join('')}</section>`,
    )
    .join('\n');
  const head = `<header><b>${escapeHtml(card.title)}</b><span>${escapeHtml(card.subtitle)}</span></header>`;
  return `<!doctype html>\n<html lang="ru"><head><meta charset="utf-8"><title>${escapeHtml(card.title)}</title><style>${STYLE}</style></head><body>${head}\n${sections}</body></html>\n`;
}

function widgetHtml(widget: WidgetView): string {
  switch (widget.kind) {
    case 'paragraph':
      return `<p>${formatted(widget.text)}</p>`;
    case 'divider':
      return '<hr>';
    case 'buttons':
      return `<nav>${widget.buttons.map(({ text, url }) => link(url, escapeHtml(text))).join('')}</nav>`;
    case 'line': {
      const { top, text, bottom, wrap, url } = widget;
      const label = (name: string, content: string): string =>
        content === '' ? '' : `<div class="${name}">${formatted(content)}</div>`;
      const middle = url === '' ? formatted(text) : link(url, formatted(text));
      return `<div class="line${wrap ? ' wrap' : ''}">${label('top', top)}<div>${middle}</div>${label('bottom', bottom)}</div>`;
    }
  }
}

function link(url: string, content: string): string {
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noopener">${content}</a>`;
}

/** Bold, italic, underlined, struck, line breaks; entities stand as they are. https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting */
function formatted(text: string): string {
  return text
    .replace(/&(?!(amp|lt|gt|quot|#\d+);)/g, '&amp;')
    .replace(/<(?!\/?(b|i|u|s|strong|em)>|br\s*\/?>)/gi, '&lt;')
    .replace(/\n/g, '<br>');
}

// A card as data, and how CardService is told of it. Texts come as they are: whatever people wrote is shown as text.

export interface Line {
  readonly top?: string;
  readonly text: string;
  readonly bottom?: string;
  /** Opened by a click on the line. */
  readonly url?: string;
}

export interface Section {
  readonly header?: string;
  readonly lines: readonly Line[];
  readonly buttons?: readonly { readonly text: string; readonly url: string }[];
}

export interface CardData {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

type Card = GoogleAppsScript.Card_Service.Card;

/** At most so many widgets stand in a section. https://developers.google.com/workspace/add-ons/concepts/cards */
const MOST_LINES = 90;

export function buildCard({ title, subtitle, sections }: CardData): Card {
  const card = CardService.newCardBuilder().setHeader(
    CardService.newCardHeader().setTitle(title).setSubtitle(subtitle),
  );
  for (const { header, lines, buttons = [] } of sections) {
    if (lines.length + buttons.length === 0) continue;
    const section = CardService.newCardSection();
    if (header !== undefined) section.setHeader(escaped(header));
    for (const line of lines.slice(0, MOST_LINES)) section.addWidget(lineOf(line));
    if (buttons.length > 0) {
      const set = CardService.newButtonSet();
      for (const { text, url } of buttons)
        set.addButton(CardService.newTextButton().setText(text).setOpenLink(link(url)));
      section.addWidget(set);
    }
    card.addSection(section);
  }
  return card.build();
}

function lineOf({ top, text, bottom, url }: Line): GoogleAppsScript.Card_Service.DecoratedText {
  const line = CardService.newDecoratedText().setText(escaped(text)).setWrapText(true);
  if (top !== undefined && top !== '') line.setTopLabel(escaped(top));
  if (bottom !== undefined && bottom !== '') line.setBottomLabel(escaped(bottom));
  if (url !== undefined && url.startsWith('https://')) line.setOpenLink(link(url));
  return line;
}

const link = (url: string): GoogleAppsScript.Card_Service.OpenLink => CardService.newOpenLink().setUrl(url);

/** Cards read simple HTML in texts. https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting */
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

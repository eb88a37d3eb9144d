// What stands in the sections of a card. Texts may hold simple HTML:
// https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting
import { NotEmulated, ServiceObject } from '../../runtime/service';
import { acceptCard, flag, instance, text } from './arguments';
import type { ButtonView, WidgetView } from './view';

export abstract class Widget extends ServiceObject {
  override get _free(): 'all' {
    return 'all';
  }
  abstract _view(): WidgetView;
}

/** https://developers.google.com/apps-script/reference/card-service/open-link */
export class OpenLink extends ServiceObject {
  readonly _name = 'OpenLink';
  _url: string | undefined;
  override get _free(): 'all' {
    return 'all';
  }
  /** Only HTTP and HTTPS links are known to open; what live does with others is not documented. */
  setUrl(url: string): this {
    acceptCard('OpenLink.setUrl', [url], [text]);
    if (!/^https?:\/\//i.test(url)) throw new NotEmulated(`OpenLink.setUrl with ${url}`);
    this._url = url;
    return this;
  }
}

function urlOf(link: OpenLink): string {
  if (link._url === undefined) throw new NotEmulated('an OpenLink without its URL');
  return link._url;
}

/** https://developers.google.com/apps-script/reference/card-service/text-paragraph */
export class TextParagraph extends Widget {
  readonly _name = 'TextParagraph';
  #text: string | undefined;
  setText(content: string): this {
    acceptCard('TextParagraph.setText', [content], [text]);
    this.#text = content;
    return this;
  }
  override _view(): WidgetView {
    if (this.#text === undefined) throw new NotEmulated('a TextParagraph without its text');
    return { kind: 'paragraph', text: this.#text };
  }
}

/** https://developers.google.com/apps-script/reference/card-service/decorated-text */
export class DecoratedText extends Widget {
  readonly _name = 'DecoratedText';
  #text: string | undefined;
  #top = '';
  #bottom = '';
  #wrap = false;
  #url = '';
  setText(content: string): this {
    acceptCard('DecoratedText.setText', [content], [text]);
    this.#text = content;
    return this;
  }
  setTopLabel(content: string): this {
    acceptCard('DecoratedText.setTopLabel', [content], [text]);
    this.#top = content;
    return this;
  }
  setBottomLabel(content: string): this {
    acceptCard('DecoratedText.setBottomLabel', [content], [text]);
    this.#bottom = content;
    return this;
  }
  setWrapText(wrap: boolean): this {
    acceptCard('DecoratedText.setWrapText', [wrap], [flag]);
    this.#wrap = wrap;
    return this;
  }
  setOpenLink(link: OpenLink): this {
    acceptCard('DecoratedText.setOpenLink', [link], [instance(OpenLink)]);
    this.#url = urlOf(link);
    return this;
  }
  /** `setText`: «Required». */
  override _view(): WidgetView {
    if (this.#text === undefined) throw new NotEmulated('a DecoratedText without its text');
    return { kind: 'line', top: this.#top, text: this.#text, bottom: this.#bottom, wrap: this.#wrap, url: this.#url };
  }
}

/** https://developers.google.com/apps-script/reference/card-service/text-button */
export class TextButton extends Widget {
  readonly _name = 'TextButton';
  #text: string | undefined;
  #url: string | undefined;
  setText(content: string): this {
    acceptCard('TextButton.setText', [content], [text]);
    this.#text = content;
    return this;
  }
  setOpenLink(link: OpenLink): this {
    acceptCard('TextButton.setOpenLink', [link], [instance(OpenLink)]);
    this.#url = urlOf(link);
    return this;
  }
  _button(): ButtonView {
    if (this.#text === undefined || this.#url === undefined)
      throw new NotEmulated('a TextButton without its text or without what it opens');
    return { text: this.#text, url: this.#url };
  }
  override _view(): WidgetView {
    return { kind: 'buttons', buttons: [this._button()] };
  }
}

/** https://developers.google.com/apps-script/reference/card-service/button-set */
export class ButtonSet extends Widget {
  readonly _name = 'ButtonSet';
  readonly #buttons: TextButton[] = [];
  addButton(button: TextButton): this {
    acceptCard('ButtonSet.addButton', [button], [instance(TextButton)]);
    this.#buttons.push(button);
    return this;
  }
  override _view(): WidgetView {
    return { kind: 'buttons', buttons: this.#buttons.map((button) => button._button()) };
  }
}

/** https://developers.google.com/apps-script/reference/card-service/divider */
export class Divider extends Widget {
  readonly _name = 'Divider';
  override _view(): WidgetView {
    return { kind: 'divider' };
  }
}

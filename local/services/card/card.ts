// Cards, their header and their sections.
import { NotEmulated, ServiceObject } from '../../runtime/service';
import { acceptCard, count, flag, instance, text } from './arguments';
import type { CardView, SectionView } from './view';
import { Widget } from './widgets';

/** https://developers.google.com/workspace/add-ons/concepts/cards : no more sections in a card, no more widgets in a section. */
const MOST = 100;

abstract class Part extends ServiceObject {
  override get _free(): 'all' {
    return 'all';
  }
}

/** https://developers.google.com/apps-script/reference/card-service/card-header */
export class CardHeader extends Part {
  readonly _name = 'CardHeader';
  _title = '';
  _subtitle = '';
  setTitle(title: string): this {
    acceptCard('CardHeader.setTitle', [title], [text]);
    this._title = title;
    return this;
  }
  setSubtitle(subtitle: string): this {
    acceptCard('CardHeader.setSubtitle', [subtitle], [text]);
    this._subtitle = subtitle;
    return this;
  }
}

/** https://developers.google.com/apps-script/reference/card-service/card-section */
export class CardSection extends Part {
  readonly _name = 'CardSection';
  readonly #widgets: Widget[] = [];
  #header = '';
  #collapsible = false;
  #seen = 0;
  setHeader(header: string): this {
    acceptCard('CardSection.setHeader', [header], [text]);
    this.#header = header;
    return this;
  }
  addWidget(widget: Widget): this {
    acceptCard('CardSection.addWidget', [widget], [instance(Widget)]);
    this.#widgets.push(widget);
    return this;
  }
  setCollapsible(collapsible: boolean): this {
    acceptCard('CardSection.setCollapsible', [collapsible], [flag]);
    this.#collapsible = collapsible;
    return this;
  }
  setNumUncollapsibleWidgets(widgets: number): this {
    acceptCard('CardSection.setNumUncollapsibleWidgets', [widgets], [count]);
    this.#seen = widgets;
    return this;
  }
  _view(): SectionView {
    if (this.#widgets.length === 0) throw new NotEmulated('a card section without widgets');
    if (this.#widgets.length > MOST) throw new NotEmulated(`more than ${String(MOST)} widgets in a card section`);
    return {
      header: this.#header,
      widgets: this.#widgets.map((widget) => widget._view()),
      ...(this.#collapsible ? { seenWhenClosed: this.#seen } : {}),
    };
  }
}

/** https://developers.google.com/apps-script/reference/card-service/card-builder */
export class CardBuilder extends Part {
  readonly _name = 'CardBuilder';
  readonly #sections: CardSection[] = [];
  #header: CardHeader | undefined;
  #cardName = '';
  setName(name: string): this {
    acceptCard('CardBuilder.setName', [name], [text]);
    this.#cardName = name;
    return this;
  }
  setHeader(header: CardHeader): this {
    acceptCard('CardBuilder.setHeader', [header], [instance(CardHeader)]);
    this.#header = header;
    return this;
  }
  addSection(section: CardSection): this {
    acceptCard('CardBuilder.addSection', [section], [instance(CardSection)]);
    this.#sections.push(section);
    return this;
  }
  build(): Card {
    if (this.#sections.length > MOST) throw new NotEmulated(`more than ${String(MOST)} sections in a card`);
    if (this.#sections.length === 0) throw new NotEmulated('a card without sections');
    return new Card({
      name: this.#cardName,
      title: this.#header?._title ?? '',
      subtitle: this.#header?._subtitle ?? '',
      sections: this.#sections.map((section) => section._view()),
    });
  }
}

/** https://developers.google.com/apps-script/reference/card-service/card */
export class Card extends Part {
  readonly _name = 'Card';
  constructor(readonly _view: CardView) {
    super();
  }
}

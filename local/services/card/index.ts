// CardService: the cards of a Workspace add-on, as far as text, lines, buttons and links go.
// https://developers.google.com/apps-script/reference/card-service/card-service
import { ServiceObject } from '../../runtime/service';
import { CardBuilder, CardHeader, CardSection } from './card';
import { ButtonSet, DecoratedText, Divider, OpenLink, TextButton, TextParagraph } from './widgets';

export { Card } from './card';
export type { CardView, SectionView, WidgetView } from './view';

/** The global `CardService`. */
class CardService extends ServiceObject {
  readonly _name = 'CardService';
  /** Cards are put together in memory; Google takes the finished one from the function's result. */
  override get _free(): 'all' {
    return 'all';
  }
  newCardBuilder(): CardBuilder {
    return new CardBuilder();
  }
  newCardHeader(): CardHeader {
    return new CardHeader();
  }
  newCardSection(): CardSection {
    return new CardSection();
  }
  newTextParagraph(): TextParagraph {
    return new TextParagraph();
  }
  newDecoratedText(): DecoratedText {
    return new DecoratedText();
  }
  newTextButton(): TextButton {
    return new TextButton();
  }
  newButtonSet(): ButtonSet {
    return new ButtonSet();
  }
  newDivider(): Divider {
    return new Divider();
  }
  newOpenLink(): OpenLink {
    return new OpenLink();
  }
}

/** The global `CardService` of one execution. */
export function createCardService(): ServiceObject {
  return new CardService();
}

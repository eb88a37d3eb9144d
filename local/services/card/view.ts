// A card as a person sees it.

export interface ButtonView {
  text: string;
  url: string;
}

export type WidgetView =
  | { kind: 'paragraph'; text: string }
  | { kind: 'line'; top: string; text: string; bottom: string; wrap: boolean; url: string }
  | { kind: 'buttons'; buttons: ButtonView[] }
  | { kind: 'divider' };

export interface SectionView {
  header: string;
  widgets: WidgetView[];
  /** How many widgets are seen before the section is opened; undefined when all of it is seen. */
  seenWhenClosed?: number;
}

export interface CardView {
  name: string;
  title: string;
  subtitle: string;
  sections: SectionView[];
}

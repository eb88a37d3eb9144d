// The pieces a note is put together from. Whatever states a number states where it stands, too: there is no way to leave that out.
import type { Block, Fill, Inline, Run } from '../document/document';
import type { Message } from '../message';
import type { Source, Sourced } from './facts';

export type Say = (message: Message) => string;

/** Spaces of the longest bar in a chart of one column of bars, and in one of two. */
const LONGEST = { 1: 58, 2: 26 } as const;
/** In points; together a little less than the width between the usual margins of A4. */
const CHART_WIDTHS = { 1: [200, 250], 2: [170, 140, 140] } as const;

/** A bar of a chart: its number stands beside it. */
export interface Bar {
  /** 0 … 1; anything else is brought there. */
  readonly share: number;
  readonly text: string;
}

export interface Chart {
  readonly caption: Message;
  readonly label: Message;
  /** The longest bar is 1; else the greatest share of the chart. */
  readonly ofWhole?: true;
  /** One or two. */
  readonly columns: readonly { readonly head: Message; readonly fill: Fill }[];
  /** As many bars as columns; undefined: not known. */
  readonly rows: readonly { readonly label: string; readonly bars: readonly (Bar | undefined)[] }[];
}

/** 0 … 1 → per cent with at most one decimal. */
export const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Of nothing: 0. */
export const shareOf = (have: number, of: number): number => (of > 0 ? have / of : 0);

export class Writer {
  constructor(readonly say: Say) {}

  heading(level: 1 | 2, message: Message): Block {
    return { kind: 'heading', level, text: this.say(message) };
  }

  /** A sentence with its source in small print. */
  fact(message: Message, { sources }: Sourced): Block {
    return { kind: 'paragraph', text: this.stated(message, { sources }), room: true };
  }

  /** A sentence without a number of its own. */
  words(message: Message): Block {
    return { kind: 'paragraph', text: this.say(message), room: true };
  }

  stated(message: Message, sourced: Sourced): readonly Run[] {
    return [{ text: this.say(message) }, { text: ` ${this.source(sourced)}`, muted: true }];
  }

  list(items: readonly Inline[], ordered = false): readonly Block[] {
    return items.length === 0 ? [] : [{ kind: 'list', ordered, items }];
  }

  /** A table under its caption, its source below it. */
  table(
    caption: Message,
    head: readonly Message[],
    rows: readonly (readonly (string | number | undefined)[])[],
    widths: readonly number[],
    sourced: Sourced,
  ): readonly Block[] {
    return [
      this.caption(caption),
      {
        kind: 'table',
        head: head.map((message) => small(this.say(message))),
        rows: rows.map((row) => row.map((cell) => small(this.cell(cell)))),
        widths,
      },
      this.under(sourced),
    ];
  }

  /** A chart as a table whose bars are coloured spaces: it needs no picture, and its numbers are text. */
  chart({ caption, label, ofWhole, columns, rows }: Chart, sourced: Sourced): readonly Block[] {
    const size = columns.length > 1 ? 2 : 1;
    const shares = rows.flatMap(({ bars }) => bars.map((bar) => bar?.share ?? 0));
    const whole = ofWhole === true ? 1 : Math.max(...shares.filter((share) => Number.isFinite(share)), 0);
    return [
      this.caption(caption),
      {
        kind: 'table',
        head: [label, ...columns.map(({ head }) => head)].map((message) => small(this.say(message))),
        rows: rows.map((row) => [
          small(row.label),
          ...columns.map(({ fill }, at) => this.bar(row.bars[at], fill, LONGEST[size], whole)),
        ]),
        widths: [...CHART_WIDTHS[size]],
      },
      this.under(sourced),
    ];
  }

  /** «34 (55,7 %)». */
  counted(count: number, share: number): string {
    return this.say({ code: 'note.cell.counted', fields: { count, share: percent(share) } });
  }

  /** «55,7 %», a dash for what is not known. */
  share(share: number | undefined): string {
    return share === undefined
      ? this.cell(undefined)
      : this.say({ code: 'note.cell.share', fields: { share: percent(share) } });
  }

  cell(cell: string | number | undefined): string {
    if (typeof cell === 'string' && cell !== '') return cell;
    return typeof cell === 'number' && Number.isFinite(cell)
      ? this.say({ code: 'note.cell.number', fields: { value: cell } })
      : this.say({ code: 'note.cell.none' });
  }

  private caption(message: Message): Block {
    return { kind: 'paragraph', text: [{ text: this.say(message), bold: true }], keep: true };
  }

  private under(sourced: Sourced): Block {
    return { kind: 'paragraph', text: [{ text: this.source(sourced), muted: true }], room: true };
  }

  private source({ sources }: Sourced): string {
    return this.say({ code: 'note.source', fields: { sources: sources.map((source) => this.one(source)) } });
  }

  private one(source: Source): string {
    if ('readAt' in source)
      return this.say({ code: 'note.source.survey', fields: source.readAt === '' ? {} : { readAt: source.readAt } });
    const { sheet, from = 0, to = 0 } = source;
    return this.say({ code: 'note.source.sheet', fields: { sheet, from, to } });
  }

  private bar(bar: Bar | undefined, fill: Fill, longest: number, whole: number): Inline {
    if (bar === undefined) return small(this.cell(undefined));
    const share = Number.isFinite(bar.share) ? Math.min(1, Math.max(0, shareOf(bar.share, whole))) : 0;
    const length = share === 0 ? 0 : Math.max(1, Math.round(share * longest));
    return [
      ...(length === 0 ? [] : [{ text: '\u00a0'.repeat(length), fill, small: true as const }]),
      { text: `${length === 0 ? '' : '\u00a0'}${bar.text}`, small: true },
    ];
  }
}

export const small = (text: string): readonly Run[] => [{ text, small: true }];

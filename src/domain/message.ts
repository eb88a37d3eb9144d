// A thing to be said to a person, as data: worded only in `messages/`.

/** Values put into a message's wording. Dates are local `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
export type MessageFields = Readonly<Record<string, string | number | readonly string[]>>;

/** What is to be said (`code`) about what (`fields`). Codes are dotted, e.g. `staff.email.bad`; `messages/` words them all. */
export interface Message {
  readonly code: string;
  readonly fields?: MessageFields;
}

/** An expected refusal: what is wrong and what to do is worded in `messages/` by its code. */
export type Problem = Message;

/** Where a problem sits in a table a person sees. */
export interface RowProblem extends Problem {
  /** 1-based row of the sheet or file. */
  readonly row: number;
  /** Column's title as the person sees it, when the problem is about one cell. */
  readonly column?: string;
}

/** The outcome of something a person may do wrong. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (...problems: Problem[]): { ok: false; problems: readonly Problem[] } => ({
  ok: false,
  problems,
});

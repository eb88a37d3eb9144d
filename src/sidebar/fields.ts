// What a person typed or chose: starting values, what is missing, and what is sent to the server.
import type { FieldView } from '../shared/contract';

/** A file as it is sent: its bytes in base64. */
export interface FileInput {
  readonly name: string;
  readonly contentType: string;
  readonly base64: string;
}

export type FieldValue = string | readonly string[] | boolean | FileInput;

/** What has been typed so far; a file that is not chosen is absent. */
export type Values = Readonly<Record<string, FieldValue>>;

/** What is sent as a request's `input`. */
export type Input = Values;

/**
 * The values a form begins with. The server gives each as a string: of a flag 'true' or '', of a list of choices the
 * chosen values one a line.
 */
export function startingValues(fields: readonly FieldView[]): Values {
  return Object.fromEntries(
    fields.filter(({ kind }) => kind !== 'file').map((field) => [field.name, startingValue(field)]),
  );
}

function startingValue({ kind, value, options, required }: FieldView): FieldValue {
  switch (kind) {
    case 'flag':
      return value === 'true';
    case 'choices': {
      const chosen = value.split('\n');
      return options.map((option) => option.value).filter((option) => chosen.includes(option));
    }
    case 'choice': {
      if (options.some((option) => option.value === value)) return value;
      // A required choice of one is no choice.
      return required && options.length === 1 ? (options[0]?.value ?? '') : '';
    }
    default:
      return value;
  }
}

/** Names of the required fields that are still empty, in the order of the form. */
export function missingFields(fields: readonly FieldView[], values: Values): readonly string[] {
  return fields.filter(({ name, required }) => required && isEmpty(values[name])).map(({ name }) => name);
}

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** The input to send: the form's own fields and nothing else. */
export function inputOf(fields: readonly FieldView[], values: Values): Input {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A list of choices with one of them ticked or not, kept in the order of the options. */
export function withChoice(
  options: FieldView['options'],
  chosen: readonly string[],
  value: string,
  ticked: boolean,
): readonly string[] {
  return options
    .map((option) => option.value)
    .filter((option) => (option === value ? ticked : chosen.includes(option)));
}

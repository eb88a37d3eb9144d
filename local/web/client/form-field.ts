// What every question of a form is shown with.
import type { FormItemView } from '../contract';

export interface ItemProps {
  readonly item: FormItemView;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly onAnswer: (value: unknown) => void;
}

export interface FieldProps extends ItemProps {
  /** Ids of the title and of the problem, for whoever does not see them. */
  readonly labelled: string;
  readonly described: string | undefined;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

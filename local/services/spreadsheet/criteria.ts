// Criterion arguments of validation and conditional formatting: how scripts give them and get them back.
import { ScriptEnum } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { refuse } from './arguments';
import { RelativeDate, valueOf } from './enums';
import type { Handle, Makers } from './handle';
import { RangeBase } from './range-base';
import type { CriterionValue } from './state';

/** What builders need before they belong to a workbook. */
export interface BuilderContext {
  world: World;
  make: Makers;
}

/** An argument as a script gave it → as stored. */
export function toStored(value: unknown, method: string): CriterionValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof RangeBase) return { range: { spreadsheetId: value._handle.id, area: { ...value._area } } };
  if (value instanceof ScriptEnum && value._name === 'RelativeDate') return { relative: value._value };
  if (Array.isArray(value) && value.every((each) => each !== null && typeof each !== 'object'))
    return value.map(String);
  return refuse(method, [value]);
}

/** An argument as stored → as a script sees it. */
export function toScript(value: CriterionValue, handleOf: (spreadsheetId: string) => Handle): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return [...value];
  if ('relative' in value) return valueOf(RelativeDate, value.relative);
  if ('date' in value) return new Date(value.date);
  return handleOf(value.range.spreadsheetId).range({ ...value.range.area });
}

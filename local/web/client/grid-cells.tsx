// Cells of a grid: a row of them, one, and the field in which one is edited.
import type { CSSProperties } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CellView } from '../contract';
import { useApp } from './app-state';
import { cssOf, px } from './cell-style';
import { type GridModel, HEAD_HEIGHT, HEAD_WIDTH, type Selection } from './grid-model';
import { placed, type ShownColumn, within } from './grid-sight';

export const cellId = (row: number, column: number): string => `cell-${String(row)}-${String(column)}`;

interface RowProps {
  readonly model: GridModel;
  readonly row: number;
  readonly columns: readonly ShownColumn[];
  readonly selection: Selection;
  readonly style: CSSProperties;
}

export function Row({ model, row, columns, selection, style }: RowProps) {
  const chosenRow = within(row, selection.row, selection.toRow);
  return (
    <div class="line" role="row" aria-rowindex={row + 1} style={{ ...style, height: px(model.rows.size(row)) }}>
      <div
        role="rowheader"
        aria-colindex={1}
        class={chosenRow ? 'number on' : 'number'}
        style={{ width: px(HEAD_WIDTH) }}
      >
        {row}
      </div>
      {columns.map(({ column, gap }) => {
        const chosen = chosenRow && within(column, selection.column, selection.toColumn);
        return (
          <Cell
            model={model}
            row={row}
            column={column}
            cell={model.cell(row, column)}
            chosen={chosen}
            active={row === selection.row && column === selection.column}
            style={placed(model, column, gap)}
          />
        );
      })}
    </div>
  );
}

interface CellProps {
  readonly model: GridModel;
  readonly row: number;
  readonly column: number;
  readonly cell: CellView | undefined;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly style: CSSProperties;
}

function Cell({ model, row, column, cell, chosen, active, style }: CellProps) {
  const { say } = useApp();
  const [anchorRow, anchorColumn] = model.anchor(row, column);
  const covered = anchorRow !== row || anchorColumn !== column;
  const span = model.spanOf(row, column);
  const look = cell === undefined || covered ? undefined : cssOf(model.sheet.styles[cell.s ?? 0] ?? {}, cell);
  const width =
    span !== undefined
      ? model.columns.end(column + span.columns - 1) - model.columns.start(column)
      : look?.runsOn === true
        ? model.room(
            row,
            column,
            column <= model.sheet.frozenColumns ? model.sheet.frozenColumns : model.sheet.maxColumns,
          )
        : undefined;
  const height = span === undefined ? undefined : model.rows.end(row + span.rows - 1) - model.rows.start(row);
  // A text that runs on covers no more than it needs.
  const extent: CSSProperties =
    width === undefined
      ? {}
      : height === undefined
        ? { width: 'max-content', minWidth: '100%', maxWidth: px(width) }
        : { width: px(width), height: px(height) };
  const hints = [
    cell?.note === undefined ? '' : say('sheet.note', { text: cell.note }),
    cell?.unknown === undefined ? '' : say('sheet.unknown', { text: cell.unknown }),
  ].filter((text) => text !== '');
  const className = [
    'cell',
    chosen ? 'chosen' : '',
    active ? 'active' : '',
    cell?.note === undefined ? '' : 'noted',
    span === undefined ? '' : 'span',
    width !== undefined && width > model.columns.size(column) ? 'runs' : '',
    column === model.sheet.frozenColumns ? 'edge' : '',
  ];
  return (
    <div
      id={cellId(row, column)}
      class={className.filter((name) => name !== '').join(' ')}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={chosen}
      data-cell={`${String(row)},${String(column)}`}
      title={hints.length === 0 ? undefined : hints.join('\n')}
      style={{ ...style, ...(look === undefined ? {} : look.cell) }}
    >
      {cell !== undefined && !covered && (cell.t !== '' || span !== undefined) && (
        <span class="text" style={{ ...look?.text, ...extent }}>
          {cell.t}
        </span>
      )}
    </div>
  );
}

interface EditorProps {
  readonly model: GridModel;
  readonly selection: Selection;
  readonly draft: string;
  readonly label: string;
  readonly onDraft: (text: string) => void;
  readonly onCommit: (down: number, right: number) => void;
  readonly onCancel: () => void;
}

export function Editor({ model, selection: { row, column }, draft, label, onDraft, onCommit, onCancel }: EditorProps) {
  const { rows, columns } = model;
  const choices = model.choices(row, column);
  const input = useRef<HTMLInputElement>(null);
  // At once, before the next key: whoever types fast must not lose a letter.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(draft.length, draft.length);
  }, []);
  return (
    <>
      <input
        ref={input}
        class="editor"
        aria-label={label}
        value={draft}
        list={choices === undefined ? undefined : 'cell-choices'}
        style={{
          top: px(HEAD_HEIGHT + rows.start(row)),
          left: px(HEAD_WIDTH + columns.start(column)),
          minWidth: px(columns.size(column)),
          height: px(Math.max(rows.size(row), 24)),
          width: `${String(Math.max(draft.length + 2, 6))}ch`,
        }}
        onInput={(event) => {
          onDraft(event.currentTarget.value);
        }}
        onPointerDown={(event) => {
          event.stopPropagation();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter') onCommit(event.shiftKey ? -1 : 1, 0);
          else if (event.key === 'Tab') onCommit(0, event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
        onBlur={() => {
          onCommit(0, 0);
        }}
      />
      {choices !== undefined && (
        <datalist id="cell-choices">
          {choices.map((choice) => (
            <option value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}

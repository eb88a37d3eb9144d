// The grid of cells: only what is in sight is drawn; frozen rows and columns stay.
import type { CSSProperties, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CellEntry, CellView } from '../contract';
import { useApp } from './app-state';
import { Chart } from './chart';
import {
  boxOf,
  columnName,
  copied,
  type GridModel,
  HEAD_HEIGHT,
  HEAD_WIDTH,
  pasted,
  type Selection,
} from './grid-model';
import { cssOf, px } from './cell-style';

export interface GridProps {
  readonly model: GridModel;
  readonly editable: boolean;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEnter: (entries: readonly CellEntry[]) => void;
}

interface Sight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns drawn beyond the edge, so that scrolling shows no gap. */
const MORE_ROWS = 6;
const MORE_COLUMNS = 2;

export function Grid(props: GridProps) {
  const { model, editable, selection, onSelect, onEnter } = props;
  const { rows, columns, sheet } = model;
  const { say } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, left: 0, width: 1200, height: 700 });
  const [draft, setDraft] = useState<string>();
  const dragging = useRef(false);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const look = (): void => {
      setSight({ top: box.scrollTop, left: box.scrollLeft, width: box.clientWidth, height: box.clientHeight });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    setDraft(undefined);
  }, [sheet.id]);

  /** The element is as large as the sheet: focusing it must not scroll to its corner. */
  const focus = (): void => {
    grid.current?.focus({ preventScroll: true });
  };
  const frozenHeight = rows.end(sheet.frozenRows);
  const frozenWidth = columns.end(sheet.frozenColumns);
  const shown = useMemo(() => inSight(model, sight), [model, sight]);

  /** Brings a cell into sight, beyond what is frozen. */
  const reveal = (row: number, column: number): void => {
    const box = scroller.current;
    if (box === null) return;
    if (row > sheet.frozenRows) {
      const [from, to] = [rows.start(row), rows.end(row)];
      const height = box.clientHeight - HEAD_HEIGHT;
      if (from - frozenHeight < box.scrollTop) box.scrollTop = from - frozenHeight;
      else if (to > box.scrollTop + height) box.scrollTop = to - height;
    }
    if (column > sheet.frozenColumns) {
      const [from, to] = [columns.start(column), columns.end(column)];
      const width = box.clientWidth - HEAD_WIDTH;
      if (from - frozenWidth < box.scrollLeft) box.scrollLeft = from - frozenWidth;
      else if (to > box.scrollLeft + width) box.scrollLeft = to - width;
    }
  };

  const select = (row: number, column: number, extend: boolean): void => {
    const [r, c] = model.anchor(row, column);
    onSelect(extend ? { ...selection, toRow: row, toColumn: column } : { row: r, column: c, toRow: r, toColumn: c });
    reveal(row, column);
  };
  const moveBy = (down: number, right: number, extend = false): void => {
    const [row, column] = extend ? [selection.toRow, selection.toColumn] : [selection.row, selection.column];
    const span = extend ? undefined : model.spanOf(row, column);
    const fromRow = down > 0 && span !== undefined ? row + span.rows - 1 : row;
    const fromColumn = right > 0 && span !== undefined ? column + span.columns - 1 : column;
    select(rows.move(fromRow, down), columns.move(fromColumn, right), extend);
  };
  const begin = (text?: string): void => {
    if (editable) setDraft(text ?? model.edited(selection.row, selection.column));
  };
  const commit = (down: number, right: number): void => {
    const { row, column } = selection;
    if (draft !== undefined && draft !== model.edited(row, column)) onEnter([{ row, column, text: draft }]);
    setDraft(undefined);
    focus();
    moveBy(down, right);
  };

  const press = (event: KeyboardEvent): void => {
    if (draft !== undefined) return;
    const page = Math.max(1, Math.floor(sight.height / 21) - 2);
    const control = event.ctrlKey || event.metaKey;
    const far = control ? 1_000_000 : 1;
    const extend = event.shiftKey;
    switch (event.key) {
      case 'ArrowDown':
        moveBy(far, 0, extend);
        break;
      case 'ArrowUp':
        moveBy(-far, 0, extend);
        break;
      case 'ArrowRight':
        moveBy(0, far, extend);
        break;
      case 'ArrowLeft':
        moveBy(0, -far, extend);
        break;
      case 'PageDown':
        moveBy(page, 0, extend);
        break;
      case 'PageUp':
        moveBy(-page, 0, extend);
        break;
      case 'Home':
        select(control ? rows.move(0, 1) : selection.row, columns.move(0, 1), extend);
        break;
      case 'Enter':
      case 'F2':
        begin();
        break;
      case 'Tab':
        moveBy(0, extend ? -1 : 1);
        break;
      case 'Delete':
      case 'Backspace':
        if (editable) onEnter(clearing(model, selection));
        break;
      default:
        if (event.key.length !== 1 || control || event.altKey || !editable) return;
        begin(event.key);
    }
    event.preventDefault();
  };

  const paste = (event: ClipboardEvent): void => {
    if (!editable || draft !== undefined) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    const { top, left } = boxOf(selection);
    const table = pasted(text);
    onEnter(
      table.flatMap((cells, down) =>
        cells.map((cell, right) => ({ row: top + down, column: left + right, text: cell })),
      ),
    );
    const widest = Math.max(...table.map((cells) => cells.length));
    onSelect({ row: top, column: left, toRow: top + table.length - 1, toColumn: left + widest - 1 });
  };

  const over = (event: PointerEvent): readonly [number, number] | undefined => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    const [row, column] = target?.dataset['cell']?.split(',').map(Number) ?? [];
    return row === undefined || column === undefined ? undefined : [row, column];
  };

  const copy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied(model, selection));
  };
  const point = (event: PointerEvent): void => {
    const at = over(event);
    if (at === undefined || event.button !== 0) return;
    focus();
    select(at[0], at[1], event.shiftKey);
    dragging.current = true;
  };
  const drag = (event: PointerEvent): void => {
    const at = dragging.current ? over(event) : undefined;
    if (at !== undefined && (at[0] !== selection.toRow || at[1] !== selection.toColumn))
      onSelect({ ...selection, toRow: at[0], toColumn: at[1] });
  };

  const drawRow = (row: number, style: CSSProperties): JSX.Element => (
    <Row key={row} model={model} row={row} columns={shown.columns} selection={selection} style={style} />
  );
  const [activeRow, activeColumn] = [selection.row, selection.column];
  return (
    <div class={`grid ${sheet.gridlines ? '' : 'bare'}`} ref={scroller}>
      <div class="sizer" style={{ width: px(HEAD_WIDTH + columns.total), height: px(HEAD_HEIGHT + rows.total) }}>
        <div
          ref={grid}
          class="cells"
          role="grid"
          tabIndex={0}
          aria-label={say('sheet.grid', { name: sheet.name })}
          aria-rowcount={sheet.maxRows + 1}
          aria-colcount={sheet.maxColumns + 1}
          aria-readonly={!editable}
          aria-multiselectable="true"
          aria-activedescendant={shown.has(activeRow, activeColumn) ? cellId(activeRow, activeColumn) : undefined}
          onKeyDown={press}
          onPaste={paste}
          onCopy={copy}
          onPointerDown={point}
          onPointerMove={drag}
          onPointerUp={() => {
            dragging.current = false;
          }}
          onDblClick={() => {
            begin();
          }}
        >
          <div class="head" role="row" aria-rowindex={1} style={{ height: px(HEAD_HEIGHT) }}>
            <div class="corner" role="columnheader" aria-colindex={1} style={{ width: px(HEAD_WIDTH) }}>
              <span class="unseen">№</span>
            </div>
            {shown.columns.map(({ column, gap }) => (
              <div
                role="columnheader"
                aria-colindex={column + 1}
                class={within(column, selection.column, selection.toColumn) ? 'on' : ''}
                style={placed(model, column, gap)}
              >
                {columnName(column)}
              </div>
            ))}
          </div>
          {sheet.frozenRows > 0 && (
            <div class="frozen" role="presentation" style={{ top: px(HEAD_HEIGHT) }}>
              {range(1, sheet.frozenRows)
                .filter((row) => rows.size(row) > 0)
                .map((row) => drawRow(row, {}))}
            </div>
          )}
          {shown.rows.map((row) =>
            drawRow(row, { position: 'absolute', top: px(HEAD_HEIGHT + rows.start(row)), left: '0', right: '0' }),
          )}
        </div>
        {sheet.charts.map((chart) => (
          <Chart
            key={chart.id}
            chart={chart}
            left={HEAD_WIDTH + columns.start(chart.position.column) + chart.position.offsetX}
            top={HEAD_HEIGHT + rows.start(chart.position.row) + chart.position.offsetY}
          />
        ))}
        {draft !== undefined && (
          <Editor
            model={model}
            selection={selection}
            draft={draft}
            label={say('sheet.content')}
            onDraft={setDraft}
            onCommit={commit}
            onCancel={() => {
              setDraft(undefined);
              focus();
            }}
          />
        )}
      </div>
    </div>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function within(at: number, one: number, other: number): boolean {
  return at >= Math.min(one, other) && at <= Math.max(one, other);
}

const cellId = (row: number, column: number): string => `cell-${String(row)}-${String(column)}`;

interface ShownColumn {
  readonly column: number;
  /** Pixels left out before it. */
  readonly gap: number;
}

interface Shown {
  readonly rows: readonly number[];
  readonly columns: readonly ShownColumn[];
  has(row: number, column: number): boolean;
}

/** What has to be drawn: what is in sight and a little more; of a merged area in sight also its first cell. */
function inSight(model: GridModel, { top, left, width, height }: Sight): Shown {
  const { rows, columns, sheet } = model;
  const { frozenRows, frozenColumns } = sheet;
  let firstRow = Math.max(frozenRows + 1, rows.at(top + rows.end(frozenRows)) - MORE_ROWS);
  const lastRow = Math.min(rows.count, rows.at(top + height) + MORE_ROWS);
  let firstColumn = Math.max(frozenColumns + 1, columns.at(left + columns.end(frozenColumns)) - MORE_COLUMNS);
  const lastColumn = Math.min(columns.count, columns.at(left + width) + MORE_COLUMNS);
  for (const merge of sheet.merges) {
    const reaches =
      merge.row <= lastRow &&
      merge.row + merge.rows > firstRow &&
      merge.column <= lastColumn &&
      merge.column + merge.columns > firstColumn;
    if (!reaches) continue;
    firstRow = Math.max(frozenRows + 1, Math.min(firstRow, merge.row));
    firstColumn = Math.max(frozenColumns + 1, Math.min(firstColumn, merge.column));
  }
  const shownRows = range(firstRow, lastRow).filter((row) => rows.size(row) > 0);
  const numbers = [...range(1, frozenColumns), ...range(firstColumn, lastColumn)].filter(
    (column) => columns.size(column) > 0,
  );
  let end = 0;
  const shownColumns = numbers.map((column): ShownColumn => {
    const gap = columns.start(column) - end;
    end = columns.end(column);
    return { column, gap };
  });
  const rowSet = new Set([...range(1, frozenRows), ...shownRows]);
  const columnSet = new Set(numbers);
  return {
    rows: shownRows,
    columns: shownColumns,
    has: (row, column) => rowSet.has(row) && columnSet.has(column),
  };
}

/** Where a column's cell stands in its row; frozen ones stay at the left edge. */
function placed({ columns, sheet }: GridModel, column: number, gap: number): CSSProperties {
  const frozen = column <= sheet.frozenColumns;
  return {
    width: px(columns.size(column)),
    ...(gap > 0 ? { marginLeft: px(gap) } : {}),
    ...(frozen ? { position: 'sticky', left: px(HEAD_WIDTH + columns.start(column)), zIndex: 3 } : {}),
  };
}

interface RowProps {
  readonly model: GridModel;
  readonly row: number;
  readonly columns: readonly ShownColumn[];
  readonly selection: Selection;
  readonly style: CSSProperties;
}

function Row({ model, row, columns, selection, style }: RowProps) {
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

function Editor({ model, selection: { row, column }, draft, label, onDraft, onCommit, onCancel }: EditorProps) {
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

/** Empties every filled cell of a selection. */
function clearing(model: GridModel, selection: Selection): CellEntry[] {
  const { top, left, bottom, right } = boxOf(selection);
  return model.sheet.cells
    .filter(({ r, c }) => r >= top && r <= bottom && c >= left && c <= right)
    .map(({ r, c }) => ({ row: r, column: c, text: '' }));
}

// The grid of cells: only what is in sight is drawn; frozen rows and columns stay.
import type { CSSProperties, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CellEntry } from '../contract';
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
import { px } from './cell-style';
import { cellId, Editor, Row } from './grid-cells';
import { inSight, placed, range, type Sight, within } from './grid-sight';

export interface GridProps {
  readonly model: GridModel;
  readonly editable: boolean;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEnter: (entries: readonly CellEntry[]) => void;
}

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

/** Empties every filled cell of a selection. */
function clearing(model: GridModel, selection: Selection): CellEntry[] {
  const { top, left, bottom, right } = boxOf(selection);
  return model.sheet.cells
    .filter(({ r, c }) => r >= top && r <= bottom && c >= left && c <= right)
    .map(({ r, c }) => ({ row: r, column: c, text: '' }));
}

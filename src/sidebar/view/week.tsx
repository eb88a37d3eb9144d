// A week: days side by side where there is room, one under another in the sidebar; in each the times, with what stands there.
import type { ModuleView, SlotView, TimetableView } from '../../shared/contract';
import { moduleId, type TimetableEditor } from '../editor/timetable';
import { useStore } from '../editor/store';
import type { Say } from '../words';
import { ModuleCard } from './module-card';

interface WeekProps {
  readonly say: Say;
  readonly editor: TimetableEditor;
  readonly view: TimetableView;
  /** Number of the week shown. */
  readonly at: number;
  /** The module that the edit being tried puts elsewhere. */
  readonly moved: string | undefined;
  /** Told a day of the week to show. */
  readonly onWeek: (date: string) => void;
}

export function Week({ say, editor, view, at, moved, onWeek }: WeekProps) {
  const { held } = useStore(editor.hand);
  const week = view.weeks[at];
  if (week === undefined) return null;
  const { days } = week;
  const years = new Set(view.weeks.flatMap((one) => one.days.map(({ date }) => date.slice(0, 4))));
  // Of weeks of several years each says which it is of.
  const dated = (label = ''): string => (years.size > 1 ? label : dayOf(label));
  const step = (by: number, key: 'timetable.earlier' | 'timetable.later') => {
    const to = view.weeks[at + by]?.days[0]?.date;
    const go = (): void => {
      if (to !== undefined) onWeek(to);
    };
    return (
      <button
        type="button"
        class="button small"
        aria-disabled={to === undefined ? 'true' : undefined}
        // A module in hand is carried to another week by hovering over the button.
        onDragEnter={go}
        onClick={go}
      >
        {say(key)}
      </button>
    );
  };
  return (
    <section aria-labelledby="week">
      <div class="week-head">
        <h2 id="week" aria-live="polite">
          {say('timetable.week', { from: dated(days[0]?.label), to: dated(days[days.length - 1]?.label) })}
          <span class="quiet"> · {say('timetable.weekOf', { at: at + 1, all: view.weeks.length })}</span>
        </h2>
        <div class="row">
          {step(-1, 'timetable.earlier')}
          {step(1, 'timetable.later')}
        </div>
      </div>
      <div class="week" style={{ '--bands': String(view.bands.length) }}>
        {days.map((day) => (
          <div
            key={day.date}
            class="day"
            role="group"
            aria-label={`${say(weekdayKey(day.weekday))} ${dayOf(day.label)}`}
          >
            <h3>
              {say(weekdayKey(day.weekday))} {dayOf(day.label)}
              {day.off && <span class="quiet"> · {say('timetable.off')}</span>}
            </h3>
            {view.bands.map((band) => (
              <Slot
                key={band.start}
                say={say}
                editor={editor}
                moved={moved}
                day={day}
                band={band}
                modules={modulesIn(view, day.date, band.start)}
                option={held?.options.find(({ date, start }) => date === day.date && start === band.start)}
                held={held?.module}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

interface SlotProps extends Pick<WeekProps, 'say' | 'editor' | 'moved'> {
  readonly day: TimetableView['weeks'][number]['days'][number];
  readonly band: TimetableView['bands'][number];
  readonly modules: readonly ModuleView[];
  /** What it means for the module in hand to go here. */
  readonly option: SlotView | undefined;
  readonly held: string | undefined;
}

function Slot({ say, editor, moved, day, band, modules, option, held }: SlotProps) {
  const takes = held !== undefined && !day.off && !modules.some(({ module }) => module === held);
  const fit = takes && option !== undefined ? option.fit : '';
  return (
    <div
      class={['slot', modules.length === 0 ? 'empty' : '', takes ? 'takes' : '', fit].filter(Boolean).join(' ')}
      onDragOver={(happened) => {
        if (takes) happened.preventDefault();
      }}
      onDrop={(happened) => {
        happened.preventDefault();
        if (!takes) return;
        const edit = {
          what: 'move',
          module: held,
          date: day.date,
          time: `${band.start}-${band.end}`,
          place: option?.place ?? '',
        };
        editor.letGo();
        void editor.attempt(edit, moduleId(held));
      }}
    >
      <p class="slot-time">
        {band.start}–{band.end}
        {fit !== '' && <span> · {say(`timetable.fit.${fit}`)}</span>}
      </p>
      {modules.map((module) => (
        <ModuleCard key={module.module} say={say} editor={editor} module={module} changed={module.module === moved} />
      ))}
    </div>
  );
}

/** Modules of the day that begin in this time, or between it and the next; those before the first time count to the first. */
function modulesIn({ modules, bands }: TimetableView, date: string, from: string): readonly ModuleView[] {
  const starts = bands.map(({ start }) => start.padStart(5, '0')).sort();
  const bandOf = (start: string): string | undefined =>
    [...starts].reverse().find((one) => one <= start.padStart(5, '0')) ?? starts[0];
  return modules.filter(
    ({ date: day, start }) => day === date && start !== '' && bandOf(start) === from.padStart(5, '0'),
  );
}

/** `07.09` of `07.09.2026`. */
export const dayOf = (label = ''): string => label.slice(0, 5);

const KEYS = ['weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6', 'weekday.7'] as const;

/** @param weekday Monday = 1 */
export const weekdayKey = (weekday: number): (typeof KEYS)[number] => KEYS[weekday - 1] ?? 'weekday.1';

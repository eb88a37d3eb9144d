// One module: what, when, where, what is wrong; moved by drag, or by its menu of times.
import type { ModuleView, SlotView } from '../../shared/contract';
import { moduleId, type TimetableEditor } from '../editor/timetable';
import type { Say } from '../words';
import { MenuButton, type MenuItem } from './menu';
import { weekdayKey } from './week';

interface ModuleProps {
  readonly say: Say;
  readonly editor: TimetableEditor;
  readonly module: ModuleView;
  /** It would be moved by the edit being tried. */
  readonly changed: boolean;
}

const STATES = {
  draft: 'timetable.state.draft',
  invited: 'timetable.state.invited',
  held: 'timetable.state.held',
  cancelled: 'timetable.state.cancelled',
} as const;

export function ModuleCard({ say, editor, module, changed }: ModuleProps) {
  const { clashes, movable } = module;
  const id = moduleId(module.module);
  const state = STATES[module.state as keyof typeof STATES];
  return (
    <div
      class={['card module', module.state, clashes.length > 0 ? 'wrong' : '', changed ? 'changed' : '']
        .filter(Boolean)
        .join(' ')}
      draggable={movable && !changed}
      onDragStart={(happened) => {
        happened.dataTransfer?.setData('text/plain', module.title);
        void editor.pick(module.module);
      }}
      onDragEnd={() => {
        editor.letGo();
      }}
    >
      <MenuButton
        say={say}
        id={id}
        class="card-head"
        label={module.title}
        hint={say('timetable.actions')}
        about={[module.names.join(', ')]}
        items={() =>
          movable ? [{ label: say('timetable.move'), opens: () => times(say, editor, module.module) }] : []
        }
      >
        <span class="card-title">{module.title}</span>
        <span class="quiet">
          {[
            module.group,
            module.start === '' ? '' : `${module.start}–${module.end}`,
            module.place === '' ? say('timetable.online') : module.place,
            state === undefined ? '' : say(state),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </MenuButton>
      {clashes.map((clash) => (
        <p key={clash} class="clash">
          {clash}
        </p>
      ))}
    </div>
  );
}

const ORDER: readonly SlotView['fit'][] = ['good', 'possible', 'clash'];

/** The times a module could go to, the best first, each with what is in the way. */
async function times(say: Say, editor: TimetableEditor, module: string): Promise<readonly MenuItem[] | undefined> {
  const options = await editor.pick(module);
  editor.letGo();
  if (options === undefined) return undefined;
  return ORDER.flatMap((fit) => options.filter((option) => option.fit === fit)).map(
    ({ date, start, end, place, fit, why }) => ({
      label: `${say(weekdayKey(weekdayOf(date)))} ${date.slice(8)}.${date.slice(5, 7)}, ${start}–${end}`,
      note: [place, say(`timetable.fit.${fit}`), ...why]
        .filter((part) => part !== '')
        .join('. ')
        .replace(/\.\./g, '.'),
      onPick: () =>
        void editor.attempt({ what: 'move', module, date, time: `${start}-${end}`, place }, moduleId(module)),
    }),
  );
}

/** Monday = 1. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

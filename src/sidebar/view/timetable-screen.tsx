// «Расписание по неделям»: a week of modules by day and time; a module is moved by drag or by menu, clashes are said in words.
import { useEffect, useState } from 'preact/hooks';
import type { ModuleView, TimetableView } from '../../shared/contract';
import type { Client } from '../client';
import { createTimetableEditor, type TimetableState } from '../editor/timetable';
import { useFocus, useStore } from '../editor/store';
import type { Say } from '../words';
import type { ScreenProps } from './app';
import { ModuleCard } from './module-card';
import { EditorFrame } from './editor-frame';
import { Bottom, Button } from './parts';
import { TrialBar } from './trial-bar';
import { Walk } from './walk';
import { Week } from './week';

export function TimetableScreen({ controller, say, state: page, client }: ScreenProps & { readonly client: Client }) {
  const [editor] = useState(() => createTimetableEditor(client));
  const state = useStore(editor.store);
  const [chosen, setChosen] = useState<number>();
  useEffect(() => void editor.load(), [editor]);

  const view = state.trial?.view ?? state.view;
  const moved = movedTo(state);
  const at = Math.min(chosen ?? firstWeek(view), Math.max(0, (view?.weeks.length ?? 1) - 1));
  // A module that goes to another week is followed there.
  useEffect(() => {
    const to = view === undefined || moved === undefined ? -1 : weekOf(view, moved);
    if (to >= 0) setChosen(to);
  }, [moved]);
  useFocus(state.focus);

  return (
    <EditorFrame
      controller={controller}
      say={say}
      state={page}
      client={client}
      id="timetable"
      editor={state}
      isThere={view !== undefined}
      onLoad={() => void editor.load()}
    >
      {view !== undefined && (
        <>
          <p class="quiet">{say('timetable.help')}</p>
          <Walk say={say} editor={editor} state={state} view={view}>
            <button type="button" class="button small" onClick={() => void controller.openAction('makeTimetable')}>
              {say('timetable.make')}
            </button>
          </Walk>
          {view.modules.length === 0 ? (
            <p>{say('timetable.none')}</p>
          ) : (
            <>
              <Clashes
                say={say}
                modules={view.modules}
                onGo={(date) => {
                  setChosen(weekOf(view, date));
                }}
              />
              <Week say={say} editor={editor} state={state} view={view} at={at} onWeek={setChosen} />
              <Timeless say={say} editor={editor} view={view} />
            </>
          )}
        </>
      )}
      {state.trial === undefined || view === undefined ? (
        <Bottom>
          <Button main onPress={() => void controller.openAction('sendInvitations')}>
            {say('timetable.invite')}
          </Button>
          <Button onPress={() => void controller.openHome()}>{say('page.home')}</Button>
        </Bottom>
      ) : (
        <TrialBar
          say={say}
          editor={editor}
          state={state}
          change={state.trial.view?.change ?? []}
          broken={state.trial.view?.meets ?? []}
          mended={[]}
        />
      )}
    </EditorFrame>
  );
}

/** Everything that is wrong, in words, with the way to the week. */
function Clashes({
  say,
  modules,
  onGo,
}: {
  readonly say: Say;
  readonly modules: readonly ModuleView[];
  readonly onGo: (date: string) => void;
}) {
  const wrong = modules.filter(({ clashes }) => clashes.length > 0);
  if (wrong.length === 0) return <p class="quiet">{say('timetable.noClashes')}</p>;
  return (
    <section class="box bad" aria-labelledby="clashes">
      <h2 id="clashes">{say('timetable.clashes')}</h2>
      <ul class="plain">
        {wrong.map(({ module, title, date, clashes }) => (
          <li key={module}>
            <button
              type="button"
              class="link"
              onClick={() => {
                onGo(date);
              }}
            >
              {module} · {title}
            </button>
            {clashes.map((clash) => (
              <span key={clash}>{clash}</span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Modules whose day or time cannot be read: in no week. */
function Timeless({
  say,
  editor,
  view,
}: {
  readonly say: Say;
  readonly editor: ReturnType<typeof createTimetableEditor>;
  readonly view: TimetableView;
}) {
  const timeless = view.modules.filter(({ date, start }) => date === '' || start === '');
  if (timeless.length === 0) return null;
  return (
    <section aria-labelledby="timeless">
      <h2 id="timeless">{say('timetable.timeless')}</h2>
      {timeless.map((module) => (
        <ModuleCard key={module.module} say={say} editor={editor} module={module} changed={false} />
      ))}
    </section>
  );
}

const weekOf = (view: TimetableView, date: string): number =>
  view.weeks.findIndex(({ days }) => (days[0]?.date ?? '') <= date && date <= (days[days.length - 1]?.date ?? ''));

/** The week of the first module that is still to come. */
function firstWeek(view: TimetableView | undefined): number {
  const dates = (view?.modules ?? [])
    .filter(({ state, date }) => date !== '' && state !== 'held' && state !== 'cancelled')
    .map(({ date }) => date)
    .sort();
  const [first] = dates;
  return view === undefined || first === undefined ? 0 : Math.max(0, weekOf(view, first));
}

/** Day of the module that the tried move is about. */
function movedTo({ trial }: TimetableState): string | undefined {
  const module = trial?.edit['module'];
  return trial?.view?.modules.find((one) => one.module === module)?.date;
}

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
  /** A day of the week that was chosen. */
  const [chosen, setChosen] = useState<string>();
  useEffect(() => void editor.load(), [editor]);

  const view = state.trial?.view ?? state.view;
  const moved = movedIn(state);
  const at = view === undefined ? 0 : weekOf(view, chosen ?? firstDay(view));
  // A module that goes to another week is followed there, and back when it does not go.
  useEffect(() => {
    if (moved !== undefined && moved.date !== '') setChosen(moved.date);
  }, [moved?.module, moved?.date]);
  const drop = (said: string): void => {
    const stays = state.view?.modules.find(({ module }) => module === moved?.module)?.date ?? '';
    if (stays !== '') setChosen(stays);
    editor.drop(said);
  };
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
              <Clashes say={say} modules={view.modules} onGo={setChosen} />
              <Week say={say} editor={editor} view={view} at={at} moved={moved?.module} onWeek={setChosen} />
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
          editor={{ ...editor, drop }}
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

/** The week of that day, or the last one before it. */
const weekOf = ({ weeks }: TimetableView, date: string): number =>
  Math.max(0, weeks.filter(({ days }) => (days[0]?.date ?? '') <= date).length - 1);

/** The day of the first module that is still to come; '' without one. */
const firstDay = ({ modules }: TimetableView): string =>
  modules
    .filter(({ state, date }) => date !== '' && state !== 'held' && state !== 'cancelled')
    .map(({ date }) => date)
    .sort()[0] ?? '';

/** The module that the tried move, or the taking back of one, puts elsewhere: as it would be. */
function movedIn({ view, trial }: TimetableState): ModuleView | undefined {
  const asked = trial?.edit['module'];
  const print = ({ date, start, end, place }: ModuleView): string => [date, start, end, place].join('|');
  return trial?.view?.modules.find((then) => {
    if (asked !== undefined) return then.module === asked;
    const now = view?.modules.find(({ module }) => module === then.module);
    return now === undefined || print(now) !== print(then);
  });
}

// The screen of a run that was just started.
import type { ScreenProps } from './app';
import type { ActionId, ViewId } from '../../shared/contract';
import { isOpen } from '../state';
import { Bottom, Button, Screen } from './parts';
import { RunCard } from './run-card';

/** The view an action is mostly started from. */
const VIEW_OF: Partial<Readonly<Record<ActionId, ViewId>>> = {
  remind: 'coverage',
  formGroups: 'groups',
  editGroups: 'groups',
  groupVariants: 'groups',
  makeTimetable: 'timetable',
  moveModule: 'timetable',
};

export function RunScreen({ controller, say, state }: ScreenProps) {
  const { follow } = state;
  if (follow === undefined) return null;
  const view = VIEW_OF[follow.view.action];
  return (
    <Screen title={follow.view.title} visit={state.visit} name="run">
      <RunCard controller={controller} say={say} follow={follow} />
      <Bottom>
        <Button main={!isOpen(follow.view)} onPress={() => void controller.openHome()}>
          {say('page.home')}
        </Button>
        {view !== undefined && !isOpen(follow.view) && (
          <Button
            onPress={() => {
              controller.openView(view);
            }}
          >
            {say(`view.${view}`)}
          </Button>
        )}
      </Bottom>
    </Screen>
  );
}

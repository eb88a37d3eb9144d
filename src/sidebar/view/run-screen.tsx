// The screen of a run that was just started.
import type { ScreenProps } from './app';
import type { ActionId, ViewId } from '../../shared/contract';
import { isOpen } from '../state';
import { placeOf, type WizardStep } from '../wizards';
import { Bottom, Button, Screen, TroubleBox } from './parts';
import { RunCard } from './run-card';
import { openStep, titleOf, WizardBar } from './wizard-bar';

/** The view that actions of no wizard are mostly started from. */
const VIEW_OF: Partial<Readonly<Record<ActionId, ViewId>>> = {
  remind: 'coverage',
  editGroups: 'groups',
  groupVariants: 'groups',
  moveModule: 'timetable',
};

export function RunScreen({ controller, say, state }: ScreenProps) {
  const { follow } = state;
  if (follow === undefined) return null;
  const { action } = follow.view;
  const next = follow.view.state === 'done' ? nextOf(action) : undefined;
  return (
    <Screen title={follow.view.title} visit={state.visit} name="run">
      <WizardBar controller={controller} say={say} step={{ action }} />
      {state.trouble !== undefined && <TroubleBox say={say} trouble={state.trouble} />}
      <RunCard controller={controller} say={say} follow={follow} />
      <Bottom>
        {next !== undefined && (
          <Button
            main
            onPress={() => {
              openStep(controller, next);
            }}
          >
            {say('wizard.next', { title: titleOf(say, next) })}
          </Button>
        )}
        <Button main={!isOpen(follow.view) && next === undefined} onPress={() => void controller.openHome()}>
          {say('page.home')}
        </Button>
      </Bottom>
    </Screen>
  );
}

/** What a person mostly does after it. */
function nextOf(action: ActionId): WizardStep | undefined {
  const view = VIEW_OF[action];
  return view === undefined ? placeOf({ action })?.next : { view };
}

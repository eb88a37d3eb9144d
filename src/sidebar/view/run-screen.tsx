// The screen of a run that was just started.
import type { ScreenProps } from './app';
import { isOpen } from '../state';
import { Bottom, Button, Screen } from './parts';
import { RunCard } from './run-card';

export function RunScreen({ controller, say, state }: ScreenProps) {
  const { follow } = state;
  if (follow === undefined) return null;
  return (
    <Screen title={follow.view.title} visit={state.visit} name="run">
      <RunCard controller={controller} say={say} follow={follow} />
      <Bottom>
        <Button main={!isOpen(follow.view)} onPress={() => void controller.openHome()}>
          {say('page.home')}
        </Button>
      </Bottom>
    </Screen>
  );
}

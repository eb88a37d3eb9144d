// The whole page: draws the screen of the moment again whenever the state changes.
import { useEffect, useState } from 'preact/hooks';
import type { ActionId, ViewId } from '../../shared/contract';
import type { Client } from '../client';
import type { Controller } from '../controller';
import type { State } from '../state';
import type { Say } from '../words';
import { CoverageScreen } from './coverage-screen';
import { FieldsScreen } from './fields-screen';
import { GroupsScreen } from './groups-screen';
import { HomeScreen } from './home-screen';
import { Bottom, Button, Loading, Screen, TroubleBox } from './parts';
import { PreviewScreen } from './preview-screen';
import { RunScreen } from './run-screen';
import { TimetableScreen } from './timetable-screen';

/** What every screen is given. */
export interface ScreenProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly state: State;
}

interface AppProps {
  readonly controller: Controller;
  readonly client: Client;
  readonly say: Say;
}

export function App({ controller, client, say }: AppProps) {
  const [state, setState] = useState(controller.state());
  useEffect(() => {
    const look = (): void => {
      setState(controller.state());
    };
    // Between the first drawing and this moment something may have happened already.
    look();
    return controller.subscribe(look);
  }, [controller]);

  const props = { controller, say, state };
  const { screen } = state;
  switch (screen.name) {
    case 'home':
      return <HomeScreen {...props} />;
    case 'opening':
      return <OpeningScreen {...props} action={screen.action} />;
    case 'fields':
      return <FieldsScreen {...props} screen={screen} />;
    case 'preview':
      return <PreviewScreen {...props} screen={screen} />;
    case 'run':
      return <RunScreen {...props} />;
    case 'view':
      return <ViewScreen {...props} view={screen.view} client={client} />;
  }
}

function ViewScreen({ view, ...props }: ScreenProps & { readonly view: ViewId; readonly client: Client }) {
  switch (view) {
    case 'groups':
      return <GroupsScreen {...props} />;
    case 'timetable':
      return <TimetableScreen {...props} />;
    case 'coverage':
      return <CoverageScreen {...props} />;
  }
}

function OpeningScreen({ controller, say, state, action }: ScreenProps & { readonly action: ActionId }) {
  return (
    <Screen title={say(`action.${action}`)} visit={state.visit} name="opening">
      {state.busy && <Loading text={say('page.loading')} />}
      {state.trouble !== undefined && <TroubleBox say={say} trouble={state.trouble} />}
      <Bottom>
        {state.trouble !== undefined && (
          <Button main onPress={() => void controller.retry()}>
            {say('page.retry')}
          </Button>
        )}
        <Button onPress={() => void controller.openHome()}>{say('page.home')}</Button>
      </Bottom>
    </Screen>
  );
}

// The pages begin here: who is at this window, what the server says, and the page that the address names.
import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeskView, DialogView, Failure } from '../contract';
import { sayIn } from '../words';
import { ask, hear } from './api';
import { App, type AppState, type Busy, failureOf, sayFailure } from './app-state';
import { CalendarPage } from './calendar';
import { DocPage } from './doc';
import { DrivePage } from './drive';
import { FormPage } from './form';
import { HomePage } from './home';
import { MailPage } from './mail';
import { OpenPage } from './open';
import { routeOf, type Route } from './route';
import { SheetPage } from './sheet';
import { Shell } from './shell';
import { SignInPage } from './sign-in';
import './style.css';
import './pages.css';
import './sheet.css';

const TELL_FOR = 6000;

function Root() {
  const [route, setRoute] = useState<Route>(() => routeOf(location));
  const [desk, setDesk] = useState<DeskView>();
  const [failure, setFailure] = useState<Failure>();
  const [revision, setRevision] = useState(0);
  const [now, setNow] = useState(0);
  const [busy, setBusy] = useState<Busy>();
  const [online, setOnline] = useState(true);
  const [dialog, setDialog] = useState<DialogView>();
  const [told, setTold] = useState('');
  const timer = useRef(0);
  const say = useMemo(() => sayIn(document.documentElement.lang === 'en' ? 'en' : 'ru'), []);

  useEffect(() => {
    const moved = (): void => {
      setRoute(routeOf(location));
    };
    addEventListener('popstate', moved);
    hear((notice) => {
      switch (notice.kind) {
        case 'changed':
          setRevision(notice.revision);
          setNow(notice.now);
          return;
        case 'busy':
          setBusy(notice);
          return;
        case 'idle':
          setBusy(undefined);
          return;
        case 'dialog':
          setDialog(notice.dialog);
          return;
        case 'dialogGone':
          setDialog(undefined);
      }
    }, setOnline);
    return () => {
      removeEventListener('popstate', moved);
    };
  }, []);
  const { person } = route;
  useEffect(() => {
    if (!online) return;
    // Nobody has signed in yet where one chooses who to be; the list of people is everybody's.
    ask(person === '' ? 'nobody@localhost' : person, 'desk', {}).then(
      (view) => {
        setDesk(view);
        setNow(view.now);
        setFailure(undefined);
      },
      (error: unknown) => {
        setFailure(failureOf(error));
      },
    );
  }, [person, revision, online]);
  const tell = useCallback((message: string) => {
    setTold(message);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setTold('');
    }, TELL_FOR);
  }, []);

  if (desk === undefined)
    return (
      <main class="alone">
        <p role="status">{failure === undefined ? say('app.loading') : sayFailure(say, failure)}</p>
      </main>
    );
  const state: AppState = { person, say, desk, revision, now, busy, online, dialog, tell };
  return (
    <App.Provider value={state}>
      {person === '' ? (
        <SignInPage />
      ) : (
        <Shell route={route}>
          <Page route={route} />
        </Shell>
      )}
      <div class="told" role="status" aria-live="polite">
        {told}
      </div>
    </App.Provider>
  );
}

function Page({ route: { page, parts, query } }: { readonly route: Route }) {
  const [first = '', second = ''] = parts;
  switch (page) {
    case 'sheet':
      return <SheetPage book={first} sheet={second} key={first} />;
    case 'mail':
      return <MailPage box={first === 'sent' ? 'sent' : 'in'} letter={second} />;
    case 'calendar':
      return <CalendarPage chosen={first} />;
    case 'drive':
      return <DrivePage folder={first} />;
    case 'form':
      return <FormPage form={first} query={query} key={`${first}?${query}`} />;
    case 'doc':
      return <DocPage id={first} />;
    case 'open':
      return <OpenPage url={new URLSearchParams(query).get('url') ?? ''} />;
    default:
      return <HomePage />;
  }
}

const root = document.getElementById('app');
if (root !== null) render(<Root />, root);

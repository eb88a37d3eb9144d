// What stands around every page: sections, the clock, who one is, what is going on, and a script's question.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { answerDialog, ask } from './api';
import { failureOf, useApp, useAsked } from './app-state';
import type { Failure } from '../contract';
import { dateIn, inputValue, instantOfInput, nextMorning } from './dates';
import { Link } from './links';
import { Modal, Notice } from './parts';
import type { Route } from './route';
import type { WordKey } from '../words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const SECTIONS = [
  ['home', 'nav.home', ''],
  ['sheet', 'nav.sheet', 'sheet'],
  ['mail', 'nav.mail', 'mail'],
  ['calendar', 'nav.calendar', 'calendar'],
  ['drive', 'nav.drive', 'drive'],
] as const;

export function Shell({ route, children }: { readonly route: Route; readonly children: ComponentChildren }) {
  const { say, desk, person, online } = useApp();
  const { value: summary } = useAsked('summary', {});
  const known = desk.people.find(({ email }) => email.toLowerCase() === person);
  useTitle(route.page);
  return (
    <div class={`shell page-${route.page}`}>
      <a class="skip" href="#content">
        {say('app.skip')}
      </a>
      <header class="top">
        <nav aria-label={say('nav.label')}>
          {SECTIONS.filter(([page]) => page !== 'sheet' || (summary !== undefined && summary.book !== 'none')).map(
            ([page, word, path]) => (
              <Link to={path} class="section" current={route.page === page}>
                {say(word)}
                {page === 'mail' && summary !== undefined && summary.unread > 0 && (
                  <>
                    <span class="badge" aria-hidden="true">
                      {summary.unread}
                    </span>
                    <span class="unseen"> {say('nav.unread', { n: summary.unread })}</span>
                  </>
                )}
              </Link>
            ),
          )}
        </nav>
        <Clock />
        <div class="who">
          <span class="unseen">{say('nav.as')}</span>
          <span class="name" title={person}>
            {known?.name !== undefined && known.name !== '' ? known.name : person}
          </span>
          <a href="/">{say('nav.change')}</a>
        </div>
      </header>
      <BusyLine />
      {!online && (
        <div class="notice bad" role="alert">
          {say('app.offline')}
        </div>
      )}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <ScriptQuestion />
    </div>
  );
}

const TITLES: Readonly<Record<string, WordKey>> = {
  sheet: 'nav.sheet',
  mail: 'nav.mail',
  calendar: 'nav.calendar',
  drive: 'nav.drive',
  form: 'drive.form',
  doc: 'doc.title',
};

function useTitle(page: string): void {
  const { say } = useApp();
  useEffect(() => {
    const word = TITLES[page];
    document.title = word === undefined ? say('app.title') : `${say(word)} · ${say('app.title')}`;
  }, [page, say]);
}

function Clock() {
  const { say, desk, now } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <div class="clock">
      <span class="unseen">{say('clock.label')}</span>
      <time dateTime={new Date(now).toISOString()}>{dateIn(desk.language, desk.timeZone, now, 'clock')}</time>
      <button
        type="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('clock.move')}
      </button>
      {open && (
        <MoveClock
          close={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

function MoveClock({ close }: { readonly close: () => void }) {
  const { say, desk, now, person } = useApp();
  const { timeZone } = desk;
  const [to, setTo] = useState(() => inputValue(timeZone, now + DAY));
  const [moving, setMoving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const move = (until: number | undefined): void => {
    if (until === undefined || until <= now || until > now + 400 * DAY) {
      setFailure({ code: 'refused', text: say('clock.past') });
      return;
    }
    setFailure(undefined);
    setMoving(true);
    ask(person, 'advance', { to: Math.round(until) }).then(close, (error: unknown) => {
      setMoving(false);
      setFailure(failureOf(error));
    });
  };
  return (
    <Modal title={say('clock.move')} onClose={close} width={420}>
      <p>{say('clock.lead')}</p>
      <Notice failure={failure} />
      <div class="stack">
        <button
          type="button"
          disabled={moving}
          onClick={() => {
            move(now + HOUR);
          }}
        >
          {say('clock.hour')}
        </button>
        <button
          type="button"
          disabled={moving}
          onClick={() => {
            move(nextMorning(timeZone, now));
          }}
        >
          {say('clock.morning')}
        </button>
        <button
          type="button"
          disabled={moving}
          onClick={() => {
            move(now + 7 * DAY);
          }}
        >
          {say('clock.week')}
        </button>
      </div>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          move(instantOfInput(timeZone, to));
        }}
      >
        <label>
          {say('clock.to')}
          <input
            type="datetime-local"
            value={to}
            required
            onInput={(event) => {
              setTo(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" class="main" disabled={moving}>
          {say('clock.go')}
        </button>
      </form>
      <BusyLine />
    </Modal>
  );
}

/** What the Workspace is doing, for whom, and since when: the same in every window. */
export function BusyLine() {
  const { say, busy, desk } = useApp();
  const [seconds, setSeconds] = useState(0);
  const from = useRef(0);
  const going = busy !== undefined;
  useEffect(() => {
    if (!going) return;
    from.current = Date.now();
    setSeconds(0);
    const timer = setInterval(() => {
      setSeconds(Math.round((Date.now() - from.current) / 1000));
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [going]);
  if (busy === undefined) return null;
  const name = desk.people.find(({ email }) => email.toLowerCase() === busy.who)?.name;
  const moment = dateIn(desk.language, desk.timeZone, busy.now, 'clock');
  const what = say(`busy.${busy.what}` as WordKey, { now: moment });
  return (
    <div class="busy" role="status">
      <span class="spinner" aria-hidden="true" />
      {say('busy.who', { what, who: name === undefined || name === '' ? busy.who : name, seconds })}
    </div>
  );
}

/** `Ui.alert` and `Ui.prompt`: the script stands still until they are answered. */
function ScriptQuestion() {
  const { say, dialog } = useApp();
  const [text, setText] = useState('');
  useEffect(() => {
    setText('');
  }, [dialog?.id]);
  if (dialog === undefined) return null;
  const answer = (button: string): void => {
    void answerDialog(dialog.id, button, dialog.kind === 'prompt' ? text : undefined);
  };
  return (
    <Modal
      title={dialog.title ?? say('dialog.title')}
      width={420}
      onClose={() => {
        answer('CLOSE');
      }}
    >
      <p class="plain">{dialog.message}</p>
      {dialog.kind === 'prompt' && (
        <input
          type="text"
          aria-label={say('dialog.text')}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      )}
      <div class="row end">
        {dialog.buttons.map((button, index) => (
          <button
            type="button"
            class={index === 0 ? 'main' : ''}
            onClick={() => {
              answer(button);
            }}
          >
            {say(`dialog.${button}` as WordKey)}
          </button>
        ))}
      </div>
    </Modal>
  );
}

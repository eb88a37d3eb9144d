// What awaits the person, and what the sample can do for the others.
import { useState } from 'preact/hooks';
import type { Failure } from '../contract';
import { ask } from './api';
import { failureOf, useApp, useAsked } from './app-state';
import { spanIn } from './dates';
import { Link } from './links';
import { Notice, Waiting } from './parts';

export function HomePage() {
  const { say, desk } = useApp();
  const { value, failure, again } = useAsked('summary', {});
  if (value === undefined) return <Waiting failure={failure} again={again} />;
  const { unread, unanswered, next, book } = value;
  return (
    <div class="home">
      <h1>{say('home.title')}</h1>
      <div class="cards">
        <section class="card">
          <h2>{say('home.book')}</h2>
          {book === 'none' || desk.book === undefined ? (
            <p>{say('home.bookNone')}</p>
          ) : (
            <>
              <p>{desk.book.name}</p>
              <Link to={`sheet/${desk.book.id}`} class="button main">
                {say('home.bookOpen')}
              </Link>
            </>
          )}
        </section>
        <section class="card">
          <h2>{say('home.mail')}</h2>
          <p>{unread === 0 ? say('home.mailNone') : say('home.mailUnread', { n: unread })}</p>
          <Link to="mail" class={`button ${unread > 0 && book === 'none' ? 'main' : ''}`}>
            {say('home.openMail')}
          </Link>
        </section>
        <section class="card">
          <h2>{say('home.calendar')}</h2>
          {next.length === 0 ? (
            <p>{say('home.calendarNone')}</p>
          ) : (
            <ul class="lines">
              {next.map((event) => (
                <li>
                  <strong>{event.title === '' ? say('event.untitled') : event.title}</strong>
                  <small>{spanIn(desk.language, desk.timeZone, event.start, event.end)}</small>
                </li>
              ))}
            </ul>
          )}
          {unanswered > 0 && <p>{say('home.unanswered', { n: unanswered })}</p>}
          <Link to="calendar" class="button">
            {say('home.openCalendar')}
          </Link>
        </section>
        <section class="card">
          <h2>{say('home.drive')}</h2>
          <p>{say('home.driveLead')}</p>
          <Link to="drive" class="button">
            {say('home.openDrive')}
          </Link>
        </section>
      </div>
      {desk.helpers.length > 0 && <Helpers />}
    </div>
  );
}

function Helpers() {
  const { say, desk, person, tell } = useApp();
  const [running, setRunning] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const run = (id: string): void => {
    setRunning(id);
    setFailure(undefined);
    ask(person, 'helper', { id })
      .then(tell, (error: unknown) => {
        setFailure(failureOf(error));
      })
      .finally(() => {
        setRunning('');
      });
  };
  return (
    <section class="helpers">
      <h2>{say('home.helpers')}</h2>
      <p>{say('home.helpersLead')}</p>
      <Notice failure={failure} />
      <ul>
        {desk.helpers.map(({ id, title, help }) => (
          <li key={id}>
            <div>
              <strong>{title}</strong>
              <small>{help}</small>
            </div>
            <button
              type="button"
              disabled={running !== ''}
              aria-label={`${say('home.run')}: ${title}`}
              onClick={() => {
                run(id);
              }}
            >
              {running === id ? <span class="spinner" aria-hidden="true" /> : null}
              {say('home.run')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

// An event: when, where, who comes, and one's own answer.
import { useState } from 'preact/hooks';
import type { EventView, Failure, GuestAnswer } from '../contract';
import type { WordKey } from '../words';
import { ask } from './api';
import { failureOf, useApp } from './app-state';
import { spanIn } from './dates';
import { LinkedText } from './links';
import { Notice } from './parts';

const ANSWERS: readonly GuestAnswer[] = ['accepted', 'declined', 'tentative'];

export function EventCard({ event, brief = false }: { readonly event: EventView; readonly brief?: boolean }) {
  const { say, desk } = useApp();
  const count = (answer: string): number => event.guests.filter((guest) => guest.answer === answer).length;
  return (
    <section class="event" aria-label={event.title === '' ? say('event.untitled') : event.title}>
      <dl>
        <dt>{say('event.when')}</dt>
        <dd>{spanIn(desk.language, desk.timeZone, event.start, event.end)}</dd>
        {event.place !== '' && (
          <>
            <dt>{say('event.where')}</dt>
            <dd>{event.place}</dd>
          </>
        )}
        {!brief && (
          <>
            <dt>{say('event.calendar')}</dt>
            <dd>{event.calendar}</dd>
            <dt>{say('event.organiser')}</dt>
            <dd>{event.organiser}</dd>
          </>
        )}
        {event.meeting !== undefined && (
          <>
            <dt>{say('event.meeting')}</dt>
            <dd>{event.meeting}</dd>
          </>
        )}
        {event.guests.length > 0 && (
          <>
            <dt>{say('event.guests')}</dt>
            <dd>
              {say('event.summary', {
                yes: count('accepted'),
                no: count('declined'),
                maybe: count('tentative'),
                none: count('needsAction'),
              })}
              {!brief && (
                <ul class="guests">
                  {event.guests.map(({ email, name, answer }) => (
                    <li>
                      <span class={`mark ${answer}`} aria-hidden="true" />
                      {name === '' ? email : name} <small>{say(saidOf(answer))}</small>
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </>
        )}
      </dl>
      {event.mine !== undefined && <Answer event={event} />}
      {!brief && event.text !== '' && <LinkedText text={event.text} />}
    </section>
  );
}

function saidOf(answer: string): WordKey {
  const word = `event.said${answer.slice(0, 1).toUpperCase()}${answer.slice(1)}`;
  return word as WordKey;
}

function Answer({ event }: { readonly event: EventView }) {
  const { say, person } = useApp();
  const [given, setGiven] = useState<GuestAnswer>();
  const [failure, setFailure] = useState<Failure>();
  const mine = given ?? event.mine;
  return (
    <div class="answer" role="group" aria-label={say('event.answer')}>
      <span>{say('event.answer')}</span>
      {ANSWERS.map((answer) => (
        <button
          type="button"
          aria-pressed={mine === answer}
          onClick={() => {
            setGiven(answer);
            setFailure(undefined);
            ask(person, 'respond', { event: event.id, answer }).catch((error: unknown) => {
              setGiven(undefined);
              setFailure(failureOf(error));
            });
          }}
        >
          {say(`event.${answer}`)}
        </button>
      ))}
      <Notice failure={failure} />
    </div>
  );
}

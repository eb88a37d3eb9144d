// The mailbox: letters on the left, the chosen one on the right.
import type { MailLine, MailView } from '../contract';
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../contract';
import { ask } from './api';
import { failureOf, useApp, useAsked } from './app-state';
import { dateIn } from './dates';
import { EventCard } from './event-card';
import { Frame } from './frame';
import { Link, LinkedText } from './links';
import { Waiting } from './parts';
import { sizeOf } from './sizes';

export function MailPage({ box, letter }: { readonly box: 'in' | 'sent'; readonly letter: string }) {
  const { say } = useApp();
  const { value, failure, again } = useAsked('mail', { box });
  return (
    <div class={`mail ${letter === '' ? '' : 'chosen'}`}>
      <h1 class="unseen">{say('mail.title')}</h1>
      <div class="boxes">
        <div class="switch">
          <Link to="mail" current={box === 'in'}>
            {say('mail.in')}
          </Link>
          <Link to="mail/sent" current={box === 'sent'}>
            {say('mail.sent')}
          </Link>
        </div>
        {value === undefined ? (
          <Waiting failure={failure} again={again} />
        ) : value.length === 0 ? (
          <p class="empty">{say('mail.empty')}</p>
        ) : (
          <Lines box={box} lines={value} chosen={letter} />
        )}
      </div>
      <div class="letter">
        {letter === '' ? <p class="empty">{say('mail.choose')}</p> : <Letter id={letter} box={box} key={letter} />}
      </div>
    </div>
  );
}

interface LinesProps {
  readonly box: 'in' | 'sent';
  readonly lines: readonly MailLine[];
  readonly chosen: string;
}

function Lines({ box, lines, chosen }: LinesProps) {
  const { say, desk } = useApp();
  return (
    <ul class="letters" aria-label={say('mail.letters')} tabIndex={0}>
      {lines.map(({ id, at, from, to, subject, opening, read }) => (
        <li key={id}>
          <Link to={`mail/${box}/${id}`} class={read ? '' : 'unread'} current={id === chosen}>
            <span class="from">
              {box === 'in' ? from.replace(/ <.*/, '') : to.join(', ')}
              {!read && <span class="unseen"> ({say('mail.unread')})</span>}
            </span>
            <time>{dateIn(desk.language, desk.timeZone, at, 'short')}</time>
            <span class="subject">{subject === '' ? say('mail.noSubject') : subject}</span>
            <span class="opening">{opening}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Opened once: opening marks it as read, which everybody's lists then show. */
function Letter({ id, box }: { readonly id: string; readonly box: string }) {
  const { person, revision } = useApp();
  const [letter, setLetter] = useState<MailView>();
  const [failure, setFailure] = useState<Failure>();
  const [turn, setTurn] = useState(0);
  const again = (): void => {
    setFailure(undefined);
    setTurn(turn + 1);
  };
  useEffect(() => {
    ask(person, 'letter', { id }).then(setLetter, (error: unknown) => {
      setFailure(failureOf(error));
    });
    // The answer to an invitation is part of the letter: it is read again when something has changed.
  }, [id, turn, letter?.event === undefined ? 0 : revision]);
  if (letter === undefined) return <Waiting failure={failure} again={again} />;
  return <Read letter={letter} box={box} />;
}

function Read({ letter, box }: { readonly letter: MailView; readonly box: string }) {
  const { say, desk, person } = useApp();
  const as = encodeURIComponent(person);
  return (
    <article>
      <Link to={box === 'sent' ? 'mail/sent' : 'mail'} class="back">
        {say('app.back')}
      </Link>
      <h2>{letter.subject === '' ? say('mail.noSubject') : letter.subject}</h2>
      <dl>
        <dt>{say('mail.from')}</dt>
        <dd>{letter.from}</dd>
        <dt>{say('mail.to')}</dt>
        <dd>{letter.to.join(', ')}</dd>
        {letter.cc.length > 0 && (
          <>
            <dt>{say('mail.cc')}</dt>
            <dd>{letter.cc.join(', ')}</dd>
          </>
        )}
        {letter.replyTo !== undefined && (
          <>
            <dt>{say('mail.replyTo')}</dt>
            <dd>{letter.replyTo}</dd>
          </>
        )}
        <dt>{say('mail.date')}</dt>
        <dd>{dateIn(desk.language, desk.timeZone, letter.at, 'long')}</dd>
      </dl>
      {letter.event !== undefined && <EventCard event={letter.event} brief />}
      {letter.html ? (
        <Frame fit class="body" src={`/letter/${letter.id}?as=${as}`} title={say('mail.body')} />
      ) : (
        <LinkedText text={letter.text} />
      )}
      {letter.files.length > 0 && (
        <section>
          <h3>{say('mail.files')}</h3>
          <ul class="files">
            {letter.files.map(({ index, name, size }) => (
              <li>
                <a href={`/attachment/${letter.id}/${String(index)}?as=${as}`} download={name}>
                  {name}
                </a>{' '}
                <small>{sizeOf(say, desk.language, size)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

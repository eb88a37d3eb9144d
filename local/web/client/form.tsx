// A published form as a respondent meets it: section by section, with what is wrong said at the question.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, FormView, SubmittedView } from '../contract';
import { ask } from './api';
import { failureOf, useApp, useAsked } from './app-state';
import { dateIn } from './dates';
import { type Answers, FormItem } from './form-item';
import { Link } from './links';
import { Notice, Waiting } from './parts';
import { addressOf, go } from './route';

export function FormPage({ form, query }: { readonly form: string; readonly query: string }) {
  const { say } = useApp();
  const { value, failure, again } = useAsked('form', { form, query });
  const [sent, setSent] = useState<SubmittedView>();
  const [turn, setTurn] = useState(0);
  if (value === undefined) return <Waiting failure={failure} again={again} />;
  if (sent !== undefined)
    return (
      <Sent
        form={value}
        sent={sent}
        again={() => {
          setSent(undefined);
          setTurn(turn + 1);
        }}
      />
    );
  if (value.closed !== '') return <Closed form={value} />;
  return (
    <div class="form">
      <Fill form={value} onSent={setSent} key={turn} />
      {value.responses !== undefined && <p class="owner">{say('form.responses', { n: value.responses })}</p>}
    </div>
  );
}

function Closed({ form }: { readonly form: FormView }) {
  const { say, desk } = useApp();
  const last = form.mine.at(-1);
  return (
    <div class="form">
      <section class="card first">
        <h1>{form.title}</h1>
        {last === undefined ? (
          <>
            <p>{say('form.closed')}</p>
            <p class="plain">{form.closed}</p>
          </>
        ) : (
          <>
            <p>{say('form.answered', { when: dateIn(desk.language, desk.timeZone, last.at, 'long') })}</p>
            {form.allowEdits && <Link to={`form/${form.id}?edit2=${last.id}`}>{say('form.edit')}</Link>}
          </>
        )}
        {form.responses !== undefined && <p>{say('form.responsesOnly', { n: form.responses })}</p>}
      </section>
    </div>
  );
}

interface SentProps {
  readonly form: FormView;
  readonly sent: SubmittedView;
  readonly again: () => void;
}

function Sent({ form, sent, again }: SentProps) {
  const { say, person } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="form">
      <section class="card first">
        <h1 ref={heading} tabIndex={-1}>
          {form.title}
        </h1>
        <p class="plain">{sent.confirmation === '' ? say('form.sent') : sent.confirmation}</p>
        <div class="row">
          {form.allowEdits && (
            <Link to={`form/${form.id}?edit2=${sent.responseId}`} class="button">
              {say('form.edit')}
            </Link>
          )}
          {form.respondAgain && (
            <button
              type="button"
              onClick={() => {
                if (form.editing !== undefined) go(addressOf(person, `form/${form.id}`));
                else again();
              }}
            >
              {say('form.again')}
            </button>
          )}
        </div>
      </section>
    </div>
  );
}

interface FillProps {
  readonly form: FormView;
  readonly onSent: (sent: SubmittedView) => void;
}

function Fill({ form, onSent }: FillProps) {
  const { say, person, desk } = useApp();
  const [answers, setAnswers] = useState<Answers>(() => form.filled);
  /** Sections passed, the one that is open last. */
  const [way, setWay] = useState<readonly number[]>([0]);
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());
  const [failure, setFailure] = useState<Failure>();
  const [waits, setWaits] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const at = way.at(-1) ?? 0;
  const section = form.sections[at];
  const { length } = form.sections;
  const last = form.mine.at(-1);

  /** Answers of the sections passed: the others are not part of what is sent. */
  const given = (): Record<string, unknown> =>
    Object.fromEntries(
      way.flatMap((index) =>
        (form.sections[index]?.items ?? []).flatMap(({ id }) =>
          answers[id] === undefined && form.editing === undefined ? [] : [[String(id), answers[id] ?? '']],
        ),
      ),
    );

  const open = (next: readonly number[]): void => {
    setWay(next);
    setProblems(new Map());
    requestAnimationFrame(() => {
      top.current?.focus();
      top.current?.scrollIntoView({ block: 'start' });
    });
  };

  const forward = async (): Promise<void> => {
    const check = await ask(person, 'section', { form: form.id, section: at, answers: given() });
    if (check.problems.length > 0) {
      setProblems(new Map(check.problems.map(({ itemId, message }) => [itemId, message])));
      const [first] = check.problems;
      document.getElementById(`item-${String(first?.itemId)}`)?.focus();
      return;
    }
    if (check.next !== 'submit') {
      // Back at an earlier section: the way from there is gone again.
      const known = way.indexOf(check.next);
      open(known < 0 ? [...way, check.next] : way.slice(0, known + 1));
      return;
    }
    onSent(await ask(person, 'submit', { form: form.id, answers: given(), editing: form.editing }));
  };

  const press = (event: Event): void => {
    event.preventDefault();
    setWaits(true);
    setFailure(undefined);
    forward()
      .catch((error: unknown) => {
        setFailure(failureOf(error));
      })
      .finally(() => {
        setWaits(false);
      });
  };

  const required = form.sections.some(({ items }) => items.some((item) => item.required));
  return (
    <form noValidate onSubmit={press}>
      <div ref={top} tabIndex={-1}>
        <section class="card first">
          <h1>{form.title}</h1>
          {at === 0 && form.description !== '' && <p class="plain">{form.description}</p>}
          {form.editing !== undefined && <p class="notice">{say('form.editing')}</p>}
          {form.editing === undefined && last !== undefined && (
            <p class="notice">
              {say('form.answered', { when: dateIn(desk.language, desk.timeZone, last.at, 'long') })}{' '}
              {form.allowEdits && <Link to={`form/${form.id}?edit2=${last.id}`}>{say('form.edit')}</Link>}
            </p>
          )}
          {form.collectEmail && <p>{say('form.email', { email: person })}</p>}
          {required && <p class="required">{say('form.required')}</p>}
        </section>
        {at > 0 && section !== undefined && (
          <section class="card section">
            <h2>{section.title}</h2>
            {section.help !== '' && <p class="plain">{section.help}</p>}
          </section>
        )}
      </div>
      {problems.size > 0 && (
        <div class="notice bad" role="alert">
          {say('form.problems', { n: problems.size })}
        </div>
      )}
      {section?.items.map((item) => (
        <FormItem
          key={item.id}
          item={item}
          value={answers[item.id]}
          problem={problems.get(item.id)}
          onAnswer={(value) => {
            setAnswers((before) => ({ ...before, [item.id]: value }));
          }}
        />
      ))}
      <Notice failure={failure} />
      <div class="row buttons">
        {way.length > 1 && (
          <button
            type="button"
            disabled={waits}
            onClick={() => {
              open(way.slice(0, -1));
            }}
          >
            {say('form.back')}
          </button>
        )}
        <button type="submit" class="main" disabled={waits}>
          {say(leadsOn(form, at) ? 'form.next' : 'form.send')}
        </button>
        {length > 1 && (
          <span class="progress">
            {form.progressBar && (
              <progress value={at + 1} max={length} aria-label={say('form.section', { at: at + 1, of: length })} />
            )}
            {say('form.section', { at: at + 1, of: length })}
          </span>
        )}
        <button
          type="button"
          class="quiet"
          disabled={waits}
          onClick={() => {
            if (!confirm(say('form.clearSure'))) return;
            setAnswers({});
            open([0]);
          }}
        >
          {say('form.clear')}
        </button>
      </div>
    </form>
  );
}

/** As live shows it: «Next» wherever a section follows, whatever the answers then say. */
function leadsOn({ sections }: FormView, at: number): boolean {
  return at < sections.length - 1;
}

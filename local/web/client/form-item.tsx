// One question of a form, of whatever kind.
import type { FormItemView } from '../contract';
import { useApp } from './app-state';
import { FromList, Grid, OneOf, Scale, SomeOf } from './form-choices';
import { type FieldProps, type ItemProps, textOf } from './form-field';
import { addressOfLink } from './route';

/** Item id → what is answered: a text, a list of choices, or a list by rows. */
export type Answers = Readonly<Record<string, unknown>>;

export function FormItem(props: ItemProps) {
  const { item, problem } = props;
  const { say, person } = useApp();
  const id = `item-${String(item.id)}`;
  if (item.type === 'SECTION_HEADER' || item.type === 'VIDEO')
    return (
      <section class="card">
        <h2>{item.title}</h2>
        {item.help !== '' && <p class="help plain">{item.help}</p>}
        {item.url !== '' && (
          <p>
            <a href={addressOfLink(person, item.url)} target="_blank" rel="noopener">
              {say('form.video', { url: item.url })}
            </a>
          </p>
        )}
      </section>
    );
  const labelled = `${id}-title`;
  const described = problem === undefined ? undefined : `${id}-problem`;
  return (
    <section
      id={id}
      class={`card question ${problem === undefined ? '' : 'wrong'}`}
      role={groups(item) ? 'group' : undefined}
      aria-labelledby={groups(item) ? labelled : undefined}
      aria-describedby={groups(item) ? described : undefined}
      tabIndex={-1}
    >
      <h2 id={labelled}>
        {item.title}
        {item.required && (
          <>
            <span class="required" aria-hidden="true">
              {' '}
              *
            </span>
            <span class="unseen"> ({say('form.requiredMark')})</span>
          </>
        )}
      </h2>
      {item.help !== '' && <p class="help plain">{item.help}</p>}
      <Field {...props} labelled={labelled} described={described} />
      {problem !== undefined && (
        <p class="problem" id={described}>
          {problem}
        </p>
      )}
    </section>
  );
}

/** Whether the question is several fields in one. */
function groups({ type }: FormItemView): boolean {
  return !['TEXT', 'PARAGRAPH_TEXT', 'LIST', 'DATE', 'TIME', 'DURATION'].includes(type);
}

function Field(props: FieldProps) {
  switch (props.item.type) {
    case 'PARAGRAPH_TEXT':
      return <LongText {...props} />;
    case 'MULTIPLE_CHOICE':
      return <OneOf {...props} />;
    case 'CHECKBOX':
      return <SomeOf {...props} />;
    case 'LIST':
      return <FromList {...props} />;
    case 'SCALE':
    case 'RATING':
      return <Scale {...props} />;
    case 'GRID':
    case 'CHECKBOX_GRID':
      return <Grid {...props} />;
    case 'DATE':
    case 'DATETIME':
      return <DateField {...props} />;
    case 'TIME':
      return <TimeField {...props} />;
    case 'DURATION':
      return <Duration {...props} />;
    default:
      return <Line {...props} />;
  }
}

function Line({ value, onAnswer, labelled, described }: FieldProps) {
  return (
    <input
      type="text"
      class="line"
      aria-labelledby={labelled}
      aria-describedby={described}
      value={textOf(value)}
      onInput={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    />
  );
}

function TimeField({ value, onAnswer, labelled, described }: FieldProps) {
  return (
    <input
      type="time"
      aria-labelledby={labelled}
      aria-describedby={described}
      value={textOf(value)}
      onInput={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    />
  );
}

function Duration(props: FieldProps) {
  const { say } = useApp();
  return (
    <>
      <p class="help">{say('form.duration')}</p>
      <Line {...props} />
    </>
  );
}

function LongText({ value, onAnswer, labelled, described }: FieldProps) {
  return (
    <textarea
      rows={3}
      aria-labelledby={labelled}
      aria-describedby={described}
      value={textOf(value)}
      onInput={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    />
  );
}

/** Dates travel as `YYYY-MM-DD`, without the year where the question has none, with ` HH:mm` where it asks for a time. */
function DateField({ item, value, onAnswer, labelled, described }: FieldProps) {
  const { say } = useApp();
  const withTime = item.type === 'DATETIME';
  const [date = '', time = ''] = textOf(value).split(' ');
  const answer = (day: string, hour: string): void => {
    onAnswer(withTime ? (day === '' && hour === '' ? '' : `${day} ${hour}`) : day);
  };
  const [month = '', day = ''] = date.split('-');
  return (
    <div class="row">
      {item.includesYear ? (
        <input
          type="date"
          aria-labelledby={withTime ? undefined : labelled}
          aria-label={withTime ? say('form.date') : undefined}
          aria-describedby={described}
          value={date}
          onInput={(event) => {
            answer(event.currentTarget.value, time);
          }}
        />
      ) : (
        <input
          type="text"
          placeholder={say('form.monthDay')}
          aria-label={say('form.monthDay')}
          aria-describedby={described}
          value={date === '' ? '' : `${day}.${month}`}
          onChange={(event) => {
            const [d = '', m = ''] = event.currentTarget.value.split('.');
            answer(d === '' ? '' : `${m.padStart(2, '0')}-${d.padStart(2, '0')}`, time);
          }}
        />
      )}
      {withTime && (
        <input
          type="time"
          aria-label={say('form.time')}
          aria-describedby={described}
          value={time}
          onInput={(event) => {
            answer(date, event.currentTarget.value);
          }}
        />
      )}
    </div>
  );
}

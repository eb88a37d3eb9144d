// One question of a form, of whatever kind.
import { useState } from 'preact/hooks';
import type { FormItemView } from '../contract';
import { useApp } from './app-state';
import { addressOfLink } from './route';

/** Item id → what is answered: a text, a list of choices, or a list by rows. */
export type Answers = Readonly<Record<string, unknown>>;

interface ItemProps {
  readonly item: FormItemView;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly onAnswer: (value: unknown) => void;
}

interface FieldProps extends ItemProps {
  /** Ids of the title and of the problem, for whoever does not see them. */
  readonly labelled: string;
  readonly described: string | undefined;
}

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

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

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

function FromList({ item, value, onAnswer, labelled, described }: FieldProps) {
  const { say } = useApp();
  return (
    <select
      aria-labelledby={labelled}
      aria-describedby={described}
      value={textOf(value)}
      onChange={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    >
      <option value="">{say('form.choose')}</option>
      {item.choices.map((choice) => (
        <option value={choice}>{choice}</option>
      ))}
    </select>
  );
}

function OneOf({ item, value, onAnswer }: FieldProps) {
  const { say } = useApp();
  const name = `q${String(item.id)}`;
  const chosen = textOf(value);
  const own = chosen !== '' && !item.choices.includes(chosen);
  const [typed, setTyped] = useState(own ? chosen : '');
  const [other, setOther] = useState(own);
  return (
    <div class="choices">
      {item.choices.map((choice) => (
        <label>
          <input
            type="radio"
            name={name}
            checked={!other && chosen === choice}
            onChange={() => {
              setOther(false);
              onAnswer(choice);
            }}
          />
          {choice}
        </label>
      ))}
      {item.other && (
        <label class="own">
          <input
            type="radio"
            name={name}
            checked={other}
            onChange={() => {
              setOther(true);
              onAnswer(typed);
            }}
          />
          {say('form.other')}
          <input
            type="text"
            aria-label={say('form.otherText')}
            value={typed}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              setOther(true);
              onAnswer(text);
            }}
          />
        </label>
      )}
      {!item.required && chosen !== '' && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setOther(false);
            onAnswer('');
          }}
        >
          {say('form.chosenNone')}
        </button>
      )}
    </div>
  );
}

function SomeOf({ item, value, onAnswer }: FieldProps) {
  const { say } = useApp();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const own = chosen.find((each) => !item.choices.includes(each)) ?? '';
  const [typed, setTyped] = useState(own);
  const [other, setOther] = useState(own !== '');
  const offered = chosen.filter((each) => item.choices.includes(each));
  const answer = (choices: readonly string[], withOther: boolean, text: string): void => {
    onAnswer(withOther && text !== '' ? [...choices, text] : choices);
  };
  return (
    <div class="choices">
      {item.choices.map((choice) => (
        <label>
          <input
            type="checkbox"
            checked={offered.includes(choice)}
            onChange={({ currentTarget: { checked } }) => {
              answer(checked ? [...offered, choice] : offered.filter((each) => each !== choice), other, typed);
            }}
          />
          {choice}
        </label>
      ))}
      {item.other && (
        <label class="own">
          <input
            type="checkbox"
            checked={other}
            onChange={({ currentTarget: { checked } }) => {
              setOther(checked);
              answer(offered, checked, typed);
            }}
          />
          {say('form.other')}
          <input
            type="text"
            aria-label={say('form.otherText')}
            value={typed}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              setOther(true);
              answer(offered, true, text);
            }}
          />
        </label>
      )}
    </div>
  );
}

function Scale({ item, value, onAnswer }: FieldProps) {
  const { say } = useApp();
  const { lower, upper, leftLabel, rightLabel } = item;
  const points = Array.from({ length: upper - lower + 1 }, (_, index) => String(lower + index));
  return (
    <div class="scale">
      {leftLabel !== '' && <span>{leftLabel}</span>}
      {points.map((point) => (
        <label>
          <span aria-hidden={item.type === 'RATING'}>{item.type === 'RATING' ? `★${point}` : point}</span>
          <input
            type="radio"
            name={`q${String(item.id)}`}
            aria-label={item.type === 'RATING' ? say('form.stars', { n: Number(point), of: upper }) : undefined}
            checked={String(value) === point}
            onChange={() => {
              onAnswer(point);
            }}
          />
        </label>
      ))}
      {rightLabel !== '' && <span>{rightLabel}</span>}
    </div>
  );
}

function Grid({ item, value, onAnswer }: FieldProps) {
  const several = item.type === 'CHECKBOX_GRID';
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const chosenIn = (row: number): readonly string[] => {
    const given = rows[row];
    return Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : [];
  };
  const choose = (row: number, column: string, on: boolean): void => {
    onAnswer(
      item.rows.map((_, index) => {
        const before = chosenIn(index);
        if (index !== row) return before.length === 0 ? null : several ? before : before[0];
        if (!several) return column;
        const after = on ? [...before, column] : before.filter((each) => each !== column);
        return after.length === 0 ? null : after;
      }),
    );
  };
  return (
    <div class="table" tabIndex={0} role="region" aria-label={item.title}>
      <table>
        <thead>
          <tr>
            <td />
            {item.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {item.rows.map((label, row) => (
            <tr>
              <th scope="row">{label}</th>
              {item.columns.map((column) => (
                <td>
                  <label>
                    <input
                      type={several ? 'checkbox' : 'radio'}
                      name={several ? undefined : `q${String(item.id)}-${String(row)}`}
                      aria-label={`${label}: ${column}`}
                      checked={chosenIn(row).includes(column)}
                      onChange={({ currentTarget: { checked } }) => {
                        choose(row, column, checked);
                      }}
                    />
                    <span class="narrow" aria-hidden="true">
                      {column}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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

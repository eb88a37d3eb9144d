// Questions of a form that offer something to choose from: a list, one, some, a scale, a grid.
import { useState } from 'preact/hooks';
import { useApp } from './app-state';
import { type FieldProps, textOf } from './form-field';

export function FromList({ item, value, onAnswer, labelled, described }: FieldProps) {
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

export function OneOf({ item, value, onAnswer }: FieldProps) {
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

export function SomeOf({ item, value, onAnswer }: FieldProps) {
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

export function Scale({ item, value, onAnswer }: FieldProps) {
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

export function Grid({ item, value, onAnswer }: FieldProps) {
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

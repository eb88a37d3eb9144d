// Which column of a person's list is what: found by the headings, corrected here.
import type { ColumnView } from '../../shared/contract';
import type { Say } from '../words';

interface ColumnsProps {
  readonly say: Say;
  readonly columns: readonly ColumnView[];
  readonly onColumn: (name: string, value: string) => void;
}

export function Columns({ say, columns, onColumn }: ColumnsProps) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{say('preview.columns')}</h2>
      <p class="quiet">{say('preview.columnsHelp')}</p>
      {columns.map(({ name, label, value, options, example }) => {
        const id = `choice-${name.replace('.', '-')}`;
        return (
          <div class="column" key={name}>
            <label for={id}>{label}</label>
            <select
              id={id}
              value={value}
              aria-describedby={example === '' ? undefined : `${id}-example`}
              onChange={(happened) => {
                onColumn(name, happened.currentTarget.value);
              }}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            {example !== '' && (
              <p class="help" id={`${id}-example`}>
                {say('preview.columnExample', { example })}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

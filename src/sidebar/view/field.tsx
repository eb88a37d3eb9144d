// One question of a form, in the shape its kind asks for.
import type { PageKey } from '../../messages/page.ru';
import type { FieldView } from '../../shared/contract';
import { type FieldValue, withChoice } from '../fields';
import type { Say } from '../words';
import { FileField } from './file-field';

export interface FieldProps {
  readonly say: Say;
  readonly field: FieldView;
  readonly value: FieldValue | undefined;
  readonly missing: boolean;
  readonly onValue: (value: FieldValue | undefined) => void;
}

/** What ties the question, its help and its problem to the control. */
export interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

const MISSING: Readonly<Record<FieldView['kind'], PageKey>> = {
  text: 'fields.missing',
  longText: 'fields.missing',
  date: 'fields.missing',
  choice: 'fields.missingChoice',
  choices: 'fields.missingChoices',
  flag: 'fields.missingFlag',
  file: 'fields.missingFile',
};

export function Field(props: FieldProps) {
  const { say, field, missing } = props;
  const id = `field-${field.name}`;
  const described: Described = {
    id,
    'aria-describedby':
      [field.help === '' ? '' : `${id}-help`, missing ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined,
    'aria-invalid': missing ? 'true' : undefined,
  };
  const help =
    field.help === '' ? null : (
      <p class="help" id={`${id}-help`}>
        {field.help}
      </p>
    );
  const problem = missing ? (
    <p class="field-problem" id={`${id}-problem`}>
      {say(MISSING[field.kind])}
    </p>
  ) : null;

  if (field.kind === 'choices') {
    return (
      <fieldset class="field" aria-describedby={described['aria-describedby']}>
        <legend>
          <LabelText field={field} />
        </legend>
        {help}
        <Choices {...props} described={described} />
        {problem}
      </fieldset>
    );
  }
  if (field.kind === 'flag') {
    return (
      <div class="field">
        <label class="tick">
          <Control {...props} described={described} />
          <LabelText field={field} />
        </label>
        {help}
        {problem}
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>
        <LabelText field={field} />
      </label>
      {help}
      <Control {...props} described={described} />
      {problem}
    </div>
  );
}

function LabelText({ field }: { readonly field: FieldView }) {
  return (
    <span>
      {field.label}
      {field.required && (
        <span class="star" aria-hidden="true">
          {' *'}
        </span>
      )}
    </span>
  );
}

type ControlProps = FieldProps & { readonly described: Described };

function Control(props: ControlProps) {
  const { say, field, value, onValue, described } = props;
  const text = typeof value === 'string' ? value : '';
  const common = { ...described, name: field.name, 'aria-required': field.required ? ('true' as const) : undefined };
  switch (field.kind) {
    case 'longText':
      return (
        <textarea
          {...common}
          rows={6}
          value={text}
          onInput={(happened) => {
            onValue(happened.currentTarget.value);
          }}
        />
      );
    case 'choice':
      return (
        <select
          {...common}
          value={text}
          onChange={(happened) => {
            onValue(happened.currentTarget.value);
          }}
        >
          {!(field.required && text !== '') && <option value="">{say('fields.notChosen')}</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={(happened) => {
            onValue(happened.currentTarget.checked);
          }}
        />
      );
    case 'file':
      return <FileField {...props} />;
    case 'date':
      return (
        <input
          {...common}
          type="date"
          value={text}
          onInput={(happened) => {
            onValue(happened.currentTarget.value);
          }}
        />
      );
    default:
      return (
        <input
          {...common}
          type="text"
          value={text}
          autocomplete="off"
          onInput={(happened) => {
            onValue(happened.currentTarget.value);
          }}
        />
      );
  }
}

function Choices({ field, value, onValue, described }: ControlProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <div class="choices">
      {field.options.map((option) => (
        <label key={option.value} class="tick">
          <input
            type="checkbox"
            name={field.name}
            value={option.value}
            checked={chosen.includes(option.value)}
            aria-invalid={described['aria-invalid']}
            onChange={(happened) => {
              onValue(withChoice(field.options, chosen, option.value, happened.currentTarget.checked));
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

// Saved sets of groups: keep the present one, compare two in words, bring one back.
import { useState } from 'preact/hooks';
import type { Controller } from '../controller';
import { useStore } from '../editor/store';
import type { EditorProps } from './groups-screen';
import { Button, TroubleBox } from './parts';

/** Stands for the groups as they are now, in the action's input. */
const NOW = '*';

export function Variants({ say, editor, view, controller }: EditorProps & { readonly controller: Controller }) {
  const [name, setName] = useState('');
  const [one, setOne] = useState('');
  const [other, setOther] = useState(NOW);
  const state = useStore(editor.variants);
  const variants = [...view.variants, ...state.kept.filter((kept) => !view.variants.includes(kept))];
  const first = variants.includes(one) || one === NOW ? one : (variants[0] ?? NOW);
  const choice = (id: string, label: string, value: string, onValue: (value: string) => void) => (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(happened) => {
          onValue(happened.currentTarget.value);
        }}
      >
        <option value={NOW}>{say('groups.variantNow')}</option>
        {variants.map((variant) => (
          <option key={variant} value={variant}>
            {variant}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <section aria-labelledby="variants">
      <h2 id="variants">{say('groups.variants')}</h2>
      <form
        class="stacked"
        onSubmit={(happened) => {
          happened.preventDefault();
          if (name.trim() === '') return;
          void editor.saveVariant(name.trim()).then((isKept) => {
            if (isKept) setName('');
          });
        }}
      >
        <input
          type="text"
          aria-label={say('groups.variantName')}
          placeholder={say('groups.variantName')}
          maxLength={100}
          value={name}
          onInput={(happened) => {
            setName(happened.currentTarget.value);
          }}
        />
        <Button submit busy={state.busy}>
          {say('groups.variantSave')}
        </Button>
      </form>
      {variants.length > 0 && (
        <>
          {choice('variant-one', say('groups.variantOne'), first, setOne)}
          {choice('variant-other', say('groups.variantOther'), other, setOther)}
          <div class="row">
            <Button busy={state.busy || first === other} onPress={() => void editor.compare(first, other)}>
              {say('groups.compare')}
            </Button>
            {first !== NOW && (
              <Button onPress={() => void controller.openAction('groupVariants', { what: 'restore', one: first })}>
                {say('groups.restore', { name: first })}
              </Button>
            )}
          </div>
        </>
      )}
      {state.trouble !== undefined && (
        <TroubleBox
          say={say}
          trouble={state.trouble}
          {...(state.trouble.kind === 'refused' ? {} : { onRetry: () => void state.again() })}
        />
      )}
      <div role="status">
        {state.said.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {state.compared.length > 0 && (
          <>
            <p class="role">{say('groups.compared')}</p>
            <ul class="lines">
              {state.compared.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

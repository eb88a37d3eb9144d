// The questions an action asks before its preview.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Screen as ScreenState } from '../state';
import { WizardBar } from './wizard-bar';
import type { ScreenProps } from './app';
import { Field } from './field';
import { Bottom, Button, Loading, Screen, TroubleBox } from './parts';

type Props = ScreenProps & { readonly screen: Extract<ScreenState, { readonly name: 'fields' }> };

export function FieldsScreen({ controller, say, state, screen }: Props) {
  const { form, missing } = screen;
  const element = useRef<HTMLFormElement>(null);
  const submitted = useRef(false);

  // After a submission that found gaps, the person is taken to the first of them.
  useLayoutEffect(() => {
    if (!submitted.current) return;
    submitted.current = false;
    element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [missing]);

  return (
    <Screen title={say(`action.${screen.action}`)} visit={state.visit} name="fields">
      <WizardBar controller={controller} say={say} step={{ action: screen.action }} />
      <form
        ref={element}
        noValidate
        onSubmit={(happened) => {
          happened.preventDefault();
          submitted.current = true;
          void controller.submitFields();
        }}
      >
        {form.fields.some(({ required }) => required) && <p class="quiet">{say('fields.required')}</p>}
        {form.fields.map((field) => (
          <Field
            key={field.name}
            say={say}
            field={field}
            value={form.values[field.name]}
            missing={missing.includes(field.name)}
            onValue={(value) => {
              controller.setValue(field.name, value);
            }}
          />
        ))}
        {state.trouble !== undefined && <TroubleBox say={say} trouble={state.trouble} />}
        {state.busy && <Loading text={say('page.checking')} />}
        <Bottom>
          <Button main submit busy={state.busy}>
            {state.trouble?.kind === 'lost' ? say('page.retry') : say('fields.preview')}
          </Button>
          <Button onPress={() => void controller.back()}>{say('page.back')}</Button>
        </Bottom>
      </form>
    </Screen>
  );
}

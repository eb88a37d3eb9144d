// Where the screen stands in work that goes in steps, with the way to the step before and after.
import type { Controller } from '../controller';
import { placeOf, type WizardStep } from '../wizards';
import type { Say } from '../words';

interface BarProps {
  readonly controller: Controller;
  readonly say: Say;
  readonly step: WizardStep;
}

export function WizardBar({ controller, say, step }: BarProps) {
  const place = placeOf(step);
  if (place === undefined) return null;
  const { wizard, at, all, before, next } = place;
  return (
    <nav class="wizard" aria-label={say(`wizard.${wizard}`)}>
      <p class="quiet">{say('wizard.step', { title: say(`wizard.${wizard}`), at, all })}</p>
      <div class="row">
        {before !== undefined && (
          <button type="button" class="link" onClick={() => openStep(controller, before)}>
            {say('wizard.before', { title: titleOf(say, before) })}
          </button>
        )}
        {next !== undefined && (
          <button type="button" class="link" onClick={() => openStep(controller, next)}>
            {say('wizard.next', { title: titleOf(say, next) })}
          </button>
        )}
      </div>
    </nav>
  );
}

export const titleOf = (say: Say, step: WizardStep): string =>
  'action' in step ? say(`action.${step.action}`) : say(`view.${step.view}`);

export function openStep(controller: Controller, step: WizardStep): void {
  if ('action' in step) void controller.openAction(step.action);
  else controller.openView(step.view);
}

// A fresh Workspace with Forms, Drive and Sheets for the tests of forms.
import { World } from '../../../../local/runtime/world';
import type { Edition } from '../../../../local/runtime/world';
import { createDriveRegistry } from '../../../../local/services/drive/registry';
import { createFormService, setFormBirth } from '../../../../local/services/form';
import { FormApp } from '../../../../local/services/form/form-app';
import type { Form } from '../../../../local/services/form/form';

export const DIRECTOR = 'director@school.example';

export interface School {
  world: World;
  app: FormApp;
  /** A published form. */
  form: Form;
}

export function school(options: { now?: string; locale?: string; edition?: Edition } = {}): School {
  const world = new World({
    now: Date.parse(options.now ?? '2026-09-01T02:00:00Z'),
    timeZone: 'Asia/Novokuznetsk',
    locale: options.locale ?? 'ru_RU',
    user: DIRECTOR,
    edition: options.edition ?? 'workspace',
  });
  world.files = createDriveRegistry(world);
  const app = createFormService(world);
  if (!(app instanceof FormApp)) throw new Error('not FormApp');
  setFormBirth(world, 'published');
  return { world, app, form: app.create('Анкета') };
}

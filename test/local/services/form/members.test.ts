// What scripts can see of Forms is what Google documents, and no more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ServiceObject } from '../../../../local/runtime/service';
import * as choiceItems from '../../../../local/services/form/items/choice-items';
import * as gridItems from '../../../../local/services/form/items/grid-items';
import { Item } from '../../../../local/services/form/items/item';
import { ItemResponse } from '../../../../local/services/form/items/item-response';
import * as layoutItems from '../../../../local/services/form/items/layout-items';
import * as questionItems from '../../../../local/services/form/items/question-items';
import { Form } from '../../../../local/services/form/form';
import { FormApp } from '../../../../local/services/form/form-app';
import { FormResponse } from '../../../../local/services/form/form-response';
import * as validation from '../../../../local/services/form/validation';

const types = readFileSync(
  createRequire(import.meta.url).resolve('@types/google-apps-script/google-apps-script.forms.d.ts'),
  'utf8',
);

/** Documented, but not in @types: https://developers.google.com/apps-script/reference/forms/form and …/rating-item */
const NEWER: Record<string, readonly string[]> = {
  Form: ['addRatingItem', 'isPublished', 'setPublished', 'supportsAdvancedResponderPermissions'],
  FormApp: ['RatingIconType'],
  Item: ['asRatingItem'],
  RatingItem: [
    'createResponse',
    'duplicate',
    'getHelpText',
    'getId',
    'getIndex',
    'getPoints',
    'getRatingIcon',
    'getRatingScaleLevel',
    'getTitle',
    'getType',
    'isRequired',
    'setHelpText',
    'setPoints',
    'setRatingIcon',
    'setRatingScaleLevel',
    'setRequired',
    'setTitle',
  ],
};

function documented(name: string): Set<string> {
  const body = new RegExp(`\\n        interface ${name} \\{([^]*?)\\n        \\}`).exec(types)?.[1] ?? '';
  const members = [...body.matchAll(/^\s*(?:\/\*\*.*\*\/\s*)?(\w+)[(:]/gm)].map((match) => match[1] ?? '');
  return new Set([...members, ...(NEWER[name] ?? [])]);
}

function visible(type: { prototype: object }): string[] {
  const names = new Set<string>();
  for (let level = type.prototype; level !== ServiceObject.prototype; level = Object.getPrototypeOf(level) as object)
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  return [...names].filter((name) => name !== 'constructor' && !name.startsWith('_'));
}

interface Class {
  prototype: object;
  name: string;
}
const classes: Class[] = [
  ...[choiceItems, gridItems, layoutItems, questionItems, validation].flatMap((module) =>
    Object.values(module).filter(
      (value): value is Class & typeof value => typeof value === 'function' && /^class/.test(String(value)),
    ),
  ),
  Item,
  ItemResponse,
  Form,
  FormApp,
  FormResponse,
];

describe('members of the Forms service', () => {
  it.each(classes.filter((type) => type.name !== 'Validation').map((type) => [type.name, type]))(
    '%s shows scripts only what the reference documents',
    (name, type) => {
      const known = documented(name);
      expect(known.size > 0 || name.endsWith('Validation')).toBe(true);
      expect(visible(type).filter((member) => !known.has(member))).toEqual([]);
    },
  );

  it('has no addFileUploadItem, as live Forms has none', () => {
    // https://developers.google.com/apps-script/reference/forms/form lists the add… methods.
    expect('addFileUploadItem' in Form.prototype).toBe(false);
  });
});

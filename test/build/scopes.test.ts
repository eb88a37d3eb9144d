// The manifest asks for what the product's calls need, and for nothing more.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newWorkspace, secondSchool } from '../../bench/schools';
import { Cycle } from '../../examples/demo/cycle';
import { Director } from '../../examples/demo/director';
import { requiredScopes, sufficientScopes, type LocalWorkspace } from '../../local/index';
import { source } from './dist';
import { ROOT } from '../root';

interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly dependencies: {
    readonly enabledAdvancedServices: readonly { readonly userSymbol: string; readonly serviceId: string }[];
  };
}

const { oauthScopes, dependencies } = JSON.parse(source('appsscript.json')) as Manifest;

/**
 * The scopes that the product has settled on, and why it needs them. Most calls are allowed by any one of several scopes: where
 * one of these is among them it is the choice, since each is the narrowest that will do.
 */
const CHOSEN = [
  'spreadsheets.currentonly', // the open workbook, no other
  'script.container.ui', // the sidebar
  'drive.file', // files the product itself made
  'forms', // FormApp knows no narrower scope that may open a form by its id
  'calendar.app.created', // events in a calendar of the product's own
  'calendar.freebusy', // when people are busy, not with what
  'script.send_mail', // letters; no mail can be read
  'script.scriptapp', // the hourly heartbeat
  'userinfo.email', // who ran what, in the journal
].map((name) => `https://www.googleapis.com/auth/${name}`);

type Row = ReturnType<typeof requiredScopes>[number];

/** The scope that a call is to be allowed by: the chosen one when it will do, otherwise one that nobody has chosen yet. */
const scopeFor = ({ anyOf }: Row): string => CHOSEN.find((scope) => anyOf.includes(scope)) ?? anyOf[0] ?? '';

/** The whole cycle of a small school, clicked through from the menu. */
async function cycleOfSmallSchool(): Promise<LocalWorkspace> {
  const school = await secondSchool();
  const workspace = newWorkspace(school.name);
  new Cycle(workspace, new Director(workspace), school, { step: () => undefined }).run();
  const [menu] = workspace.ui.menus;
  const first = menu?.items.find((item) => item.kind === 'item');
  if (menu === undefined || first?.kind !== 'item') throw new Error('there is no menu');
  workspace.ui.click(menu.title, first.caption);
  return workspace;
}

const { calls } = await cycleOfSmallSchool();
/** By the product's executions, not by the tests playing people. */
const made = calls.filter(({ execution }) => execution > 0);
const rows = requiredScopes(made);

it('goes through a cycle that uses every part of the product', () => {
  const used = new Set(rows.map(({ name }) => name));
  for (const name of [
    'SpreadsheetApp.getActive',
    'Ui.showSidebar',
    'FormApp.openById',
    'Drive.Files.create',
    'Calendar.Calendars.insert',
    'Calendar.Events.insert',
    'Calendar.Freebusy.query',
    'MailApp.sendEmail',
    'ClockTriggerBuilder.create',
    'Session.getEffectiveUser',
  ])
    expect(used).toContain(name);
});

it('asks for exactly the scopes that the calls of the cycle need', () => {
  expect([...new Set(rows.map(scopeFor))].sort()).toEqual([...oauthScopes].sort());
});

it.each(oauthScopes)('could not do without %s', (scope) => {
  const others = oauthScopes.filter((other) => other !== scope);
  const refused = rows.filter(({ anyOf }) => !anyOf.some((enough) => others.includes(enough)));
  expect(refused).not.toEqual([]);
});

it('enables exactly the advanced services that are called', () => {
  // Only advanced services have resources: their calls are logged as «Calendar.Events», others as «Range».
  const called = new Set(
    made.filter(({ service }) => service.includes('.')).map(({ service }) => service.split('.')[0]),
  );
  const enabled = dependencies.enabledAdvancedServices;
  expect(enabled.map(({ userSymbol }) => userSymbol).sort()).toEqual([...called].sort());
  expect(enabled.map(({ serviceId }) => serviceId)).toEqual(enabled.map(({ userSymbol }) => userSymbol.toLowerCase()));
});

it('is allowed every call of an advanced service that the code holds, reached by the cycle or not', () => {
  const folder = join(ROOT, 'src/google');
  const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...source(join('src/google', file)).matchAll(/\b(calendar|drive|docs)Api\(\)\s*\.(\w+)\s*\.(\w+)\(/g),
    ])
    .map(([, api, resource = '', method = '']) => ({
      service: `${(api ?? '').charAt(0).toUpperCase()}${(api ?? '').slice(1)}.${resource}`,
      method,
    }));
  expect(named.length).toBeGreaterThan(10);
  const refused = named.filter((call) => !sufficientScopes(call).some((scope) => oauthScopes.includes(scope)));
  expect(refused).toEqual([]);
});

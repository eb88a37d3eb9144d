// The homepage of a Workspace add-on: which function the manifest names for a host, and with what event it is called.
// https://developers.google.com/workspace/add-ons/concepts/homepages
// https://developers.google.com/workspace/add-ons/concepts/event-objects
import { NotEmulated, ScriptError } from './service';
import { Card, type CardView } from '../services/card';
import type { Manifest } from './project';

export type Host = 'sheets' | 'calendar' | 'drive';

/** The function for a host: its own, or the common one. https://developers.google.com/apps-script/manifest/addons */
export function homepageFunction({ addOns }: Manifest, host: Host): string {
  if (addOns === undefined) throw new Error('The project is no Workspace add-on: its manifest has no addOns');
  const own = addOns[host];
  if (own === undefined) throw new Error(`The add-on does not extend ${host}: its manifest has no addOns.${host}`);
  const trigger = own.homepageTrigger ?? addOns.common.homepageTrigger;
  if (trigger === undefined || trigger.enabled === false) throw new Error(`The add-on has no homepage in ${host}`);
  return trigger.runFunction;
}

/** What the function is given when the add-on's panel is opened on no item. Locale and time zone come only when the manifest asks. */
export function homepageEvent({ addOns }: Manifest, host: Host): Record<string, unknown> {
  if (addOns?.common.useLocaleFromApp === true) throw new NotEmulated('addOns.common.useLocaleFromApp');
  const own = { sheets: { addonHasFileScopePermission: false }, calendar: {}, drive: {} }[host];
  return { commonEventObject: { hostApp: host.toUpperCase(), platform: 'WEB' }, [host]: own };
}

/** The cards a homepage function gave: one, or several. */
export function cardsOf(result: unknown, functionName: string): CardView[] {
  const cards: unknown[] = Array.isArray(result) ? result : [result];
  return cards.map((card) => {
    if (!(card instanceof Card)) throw new ScriptError(`${functionName} returned no card`);
    return structuredClone(card._view);
  });
}

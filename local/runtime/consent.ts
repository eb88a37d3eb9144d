// Which of the manifest's scopes the user has not given: with granular consent some may be unticked.
// https://developers.google.com/apps-script/concepts/scopes#granular-oauth
import type { World } from './world';

interface Consent {
  withheld: string[];
}

const consentOf = (world: World): Consent => world.slice<Consent>('consent', () => ({ withheld: [] }));

/** Scopes of the manifest that the user left unticked. */
export const withheldScopes = (world: World): readonly string[] => consentOf(world).withheld;

/** The user comes back to the permission screen and leaves exactly these unticked. */
export function withhold(world: World, scopes: readonly string[]): void {
  consentOf(world).withheld = [...scopes];
}

/** Of what the script asks for, what it was given; undefined when the manifest lists nothing. */
export function grantedScopes(world: World, asked: readonly string[] | undefined): readonly string[] | undefined {
  const withheld = withheldScopes(world);
  return asked?.filter((scope) => !withheld.includes(scope));
}

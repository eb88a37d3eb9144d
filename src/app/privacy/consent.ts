// The consent's text and its version: a text edited in the settings is a new version, and every version's text is kept.
import type { Programme } from '../../domain/programme/programme';
import type { Outcome } from '../../domain/message';
import { showable } from '../../domain/text';
import { fillTemplate } from '../../domain/programme/template';
import { contextFields } from '../../domain/survey/assemble';
import { CONSENT, CONSENT_SECTION } from '../../domain/survey/keys';
import type { FormSpec } from '../../domain/survey/form-spec';
import { CONSENTS } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

/** The school's own versions: `школа-1`, `школа-2` … */
const OWN = 'школа-';

/**
 * Google publishes no limit for a section's text; within this the consents seen in schools fit, and a respondent can still read it on
 * one page.
 */
export const MOST_CONSENT = 4000;

/**
 * The programme with the consent that forms made now show: the school's own where the settings hold one. Its version is of the text as it
 * is shown: with another operator named in it, it is another one. The operator is the own school, whoever is asked: the answers come here.
 */
export function withConsent(ports: Ports, { programme, settings }: Context): Outcome<Programme> {
  const { school, cycle, consentText } = settings;
  const { consent } = programme.texts;
  const template = consentText === '' ? consent.text : consentText;
  // As a cell keeps it, so that it is known again.
  const text = showable(fillTemplate(template, contextFields({ programme, school, cycle }))).trim();
  if (text.length > MOST_CONSENT)
    return { ok: false, problems: [{ code: 'consent.long', fields: { length: text.length, most: MOST_CONSENT } }] };
  const version = versionOf(ports, text, consentText === '' ? consent.version : '');
  return {
    ok: true,
    value: { ...programme, texts: { ...programme.texts, consent: { ...consent, text, version } } },
  };
}

/** The version under which the text is known already; else the programme's, unless that is another text's; else the school's next. */
function versionOf(ports: Ports, text: string, programmes: string): string {
  const rows = ports.workbook.has(CONSENTS) ? ports.workbook.read(CONSENTS).rows : [];
  const usable = ({ version }: { readonly version: string }): boolean =>
    version.startsWith(OWN) || version === programmes;
  const known = rows.find((row) => usable(row) && row.text === text);
  if (known !== undefined) return known.version;
  if (programmes !== '' && !rows.some(({ version }) => version === programmes)) return programmes;
  const last = rows.reduce(
    (most, { version }) => (version.startsWith(OWN) ? Math.max(most, Number(version.slice(OWN.length)) || 0) : most),
    0,
  );
  return `${OWN}${String(last + 1)}`;
}

/** Writes down the version that a form shows, with its text, unless it is known. */
export function rememberConsent(ports: Ports, spec: FormSpec): void {
  const question = spec.items.find(({ key }) => key === CONSENT);
  const version = question?.type === 'choice' ? (question.options[0]?.value ?? '') : '';
  const text = spec.items.find(({ key }) => key === CONSENT_SECTION)?.help ?? '';
  if (version === '' || !ports.workbook.has(CONSENTS)) return;
  if (ports.workbook.read(CONSENTS).rows.some((row) => row.version === version)) return;
  ports.workbook.append(CONSENTS, [{ version, since: ports.clock.localNow(), text }]);
}

// The consent's text and its version: a text edited in the settings is a new version, and every version's text is kept.
import type { Programme } from '../../domain/programme/programme';
import { fillTemplate } from '../../domain/programme/template';
import { contextFields } from '../../domain/survey/assemble';
import { CONSENT, CONSENT_SECTION } from '../../domain/survey/keys';
import type { FormSpec } from '../../domain/survey/form-spec';
import { CONSENTS } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

/** The school's own versions: `школа-1`, `школа-2` … */
const OWN = 'школа-';

/** The programme with the consent that forms made now show: the school's own where the settings hold one. */
export function withConsent(ports: Ports, context: Context): Programme {
  const { programme } = context;
  const text = context.settings.consentText;
  if (text === '') return programme;
  const { school, cycle } = context.settings;
  // As the form shows it: another operator named in it makes it another text.
  const version = versionOf(ports, fillTemplate(text, contextFields({ programme, school, cycle })));
  return {
    ...programme,
    texts: { ...programme.texts, consent: { ...programme.texts.consent, text, version } },
  };
}

/** The version under which the text is known already, else the next. */
function versionOf(ports: Ports, text: string): string {
  const rows = ports.workbook.has(CONSENTS) ? ports.workbook.read(CONSENTS).rows : [];
  const known = rows.find((row) => row.version.startsWith(OWN) && row.text === text);
  const last = rows.reduce(
    (most, { version }) => (version.startsWith(OWN) ? Math.max(most, Number(version.slice(OWN.length)) || 0) : most),
    0,
  );
  return known?.version ?? `${OWN}${String(last + 1)}`;
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

// «Результаты партнёру» (A8): a folder of the school's own on Drive, open to its coordinator only, with its people's results in it.
import type { Message, Outcome, Problem } from '../../domain/message';
import { base64Of } from '../../domain/partner/csv-file';
import { emailFault } from '../../domain/staff/normalise';
import { LEDGER, PARTNERS } from '../../workbook/tables';
import { type Action, finished } from '../action';
import { effectKey, Ledger } from '../effects';
import { type Addressed, htmlOf, post, unfinished } from '../letters';
import { standingFolder } from '../own-folder';
import type { Ports } from '../ports';
import { type Chosen, chosenSchool, readSchool, schoolField } from './choose';
import { writePartners } from './load';
import { reportOf } from './report';

const SHOWN_LINES = 6;

interface Prepared extends Chosen {
  readonly email: string;
  readonly content: string;
  readonly known: number;
}

export const sharePartnerReport: Action<{ readonly school: string }, null> = {
  id: 'sharePartnerReport',
  fields: (ports) => [schoolField(ports)],

  read(ports, raw) {
    const school = readSchool(ports, raw);
    return school.ok ? { ok: true, value: { school: school.value } } : school;
  },

  preview(ports, { school }) {
    const outcome = prepared(ports, school);
    if (!outcome.ok) return outcome;
    const { partner, email, content, known } = outcome.value;
    return {
      ok: true,
      value: {
        lines: [{ code: 'partner.report.will', fields: { school, email } }, { code: 'partner.report.only' }],
        counts: [
          { label: { code: 'partner.count.people' }, value: String(partner.people.length) },
          { label: { code: 'partner.count.rows' }, value: String(known) },
        ],
        example: {
          kind: 'text',
          title: nameOf(ports, school),
          body: content.split('\r\n').slice(0, SHOWN_LINES).join('\n'),
        },
        warnings: [],
      },
    };
  },

  step(ports, run, { school }) {
    const outcome = prepared(ports, school);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    const { partner, all, email, content, context } = outcome.value;
    const ledger = new Ledger(ports, run.run);
    const { folder, lost, problem } = shareFolder(ports, ledger, { school, email, content });
    if (problem !== undefined) return { state: 'refused', problems: [problem] };
    const link = ports.files.link(folder);
    const posted = post(ports, run.run, [letterTo(ports, context.settings.school, school, email, folder, content)]);
    const more = unfinished(posted, posted.sentInAll, { cursor: null, done: 3, total: 4 });
    if (more !== undefined) return more;
    writePartners(ports, all, run.run, { row: partner.row, today: ports.clock.today(), cycle: context.settings.cycle });
    const lines: Message[] = [
      { code: 'partner.report.done', fields: { school, email } },
      ...(lost ? [{ code: 'folder.lost', fields: { name: folderName(ports, school) } }] : []),
      ...(posted.doubtful.length > 0 ? [{ code: 'mail.doubt', fields: { names: posted.doubtful } }] : []),
    ];
    return finished(lines, [
      { label: { code: 'link.partner', fields: { school } }, url: link },
      { label: { code: 'link.sheet', fields: { table: PARTNERS.title } }, url: ports.workbook.linkTo(PARTNERS) },
    ]);
  },
};

function prepared(ports: Ports, school: string): Outcome<Prepared> {
  const chosen = chosenSchool(ports, school);
  if (!chosen.ok) return chosen;
  const { partner } = chosen.value;
  const email = partner.row.email.trim().toLowerCase();
  const fault = email === '' ? undefined : emailFault(email)?.kind;
  if (email === '' || (fault !== undefined && fault !== 'typo'))
    return { ok: false, problems: [{ code: 'partner.noEmail', fields: { school, email } }] };
  const known = partner.profiles.filter(({ state }) => state !== 'unknown').length;
  if (known === 0) return { ok: false, problems: [{ code: 'partner.noResults', fields: { school } }] };
  return { ok: true, value: { ...chosen.value, email, known, content: reportOf(partner) } };
}

const nameOf = (ports: Ports, school: string): string =>
  ports.words.say({ code: 'partner.report.file', fields: { school, date: ports.clock.today() } });

const folderName = (ports: Ports, school: string): string =>
  ports.words.say({ code: 'partner.report.folder', fields: { school } });

interface Shared {
  readonly folder: string;
  /** The one before is in the bin, or deleted. */
  readonly lost: boolean;
  readonly problem?: Problem;
}

/**
 * The school's folder, made once, with the results as they are now (the same ones make no second file), open to the coordinator and to
 * nobody else. Intended together, settled together; `problem` when Drive refuses the address.
 */
function shareFolder(
  ports: Ports,
  ledger: Ledger,
  { school, email, content }: { readonly school: string; readonly email: string; readonly content: string },
): Shared {
  const folderKey = effectKey(ports, 'folder', 'partner', school);
  const title = folderName(ports, school);
  // The ledger keeps the id of one that is lost until another is intended.
  const former = ledger.ref(folderKey);
  const { id: standing, lost } = standingFolder(ports, ledger, folderKey);
  const reportIn = (folder: string): string => effectKey(ports, 'report', folder, content);
  const ids =
    standing !== undefined && !ledger.isFresh(reportIn(standing))
      ? []
      : ports.files.newIds(standing === undefined ? 2 : 1);
  const [fileId = '', folder = standing ?? ''] = ids;
  const fileKey = reportIn(folder);
  const name = nameOf(ports, school);
  const rightKey = effectKey(ports, 'share', folder, email);
  closeToOthers(ports, ledger, folder, email);
  if (former !== undefined && former !== folder) closeToOthers(ports, ledger, former, '');
  ledger.intend([
    { key: folderKey, kind: 'folder', what: title, who: '', ref: folder },
    { key: fileKey, kind: 'report', what: name, who: school, ref: fileId },
    { key: rightKey, kind: 'share', what: school, who: email, ref: folder },
  ]);
  const open = [folderKey, fileKey, rightKey].filter((key) => ledger.state(key) === 'intent');
  if (open.includes(folderKey))
    ports.files.createFolder({ folderId: folder, key: folderKey, name: title, parent: undefined });
  if (open.includes(fileKey))
    ports.files.createFile({
      fileId: ledger.ref(fileKey) ?? '',
      key: fileKey,
      name,
      parent: folder,
      description: '',
      contentType: 'text/csv',
      base64: base64Of(content),
    });
  const isRefused = open.includes(rightKey) && !ports.files.share(folder, email, 'reader');
  ledger.settle(open.flatMap((key) => (isRefused && key === rightKey ? [] : [{ key, state: 'done' as const }])));
  return { folder, lost, ...(isRefused ? { problem: { code: 'partner.refused', fields: { school, email } } } : {}) };
}

/** Takes the folder from everybody but the present coordinator; one in the bin can still be read by those it was shared with. */
function closeToOthers(ports: Ports, ledger: Ledger, folder: string, email: string): void {
  const former = ports.workbook
    .read(LEDGER)
    .rows.filter((row) => row.kind === 'share' && row.ref === folder && row.who !== email && row.state !== 'undone');
  for (const { who } of former) ports.files.unshare(folder, who);
  ledger.settle(former.map((row) => ({ key: row.key, state: 'undone' as const })));
}

function letterTo(
  ports: Ports,
  own: string,
  school: string,
  email: string,
  folder: string,
  content: string,
): Addressed {
  const fields = { own, school, link: ports.files.link(folder) };
  const subject = ports.words.say({ code: 'partner.mail.subject', fields });
  const text = ports.words.say({ code: 'partner.mail.text', fields });
  return {
    about: ['partner', folder, ports.sha256(content), email],
    what: subject,
    to: email,
    letter: () => ({ to: email, subject: subject.slice(0, 240), text, html: htmlOf(text) }),
  };
}

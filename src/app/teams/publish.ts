// «Опубликовать пары и сообщества»: checks the drafts as the director left them and fixes them; nothing is sent.
import { type Action, finished, textsOf } from '../action';
import { type Context, notSetUp } from '../context';
import { wordsByHand } from '../mastery/form-mastery';
import { isByHand, originOf } from './by-hand';
import { checkedDrafts, type Drafts } from './check';
import { codesIn, namesIn, numbersIn, TABLE_OF, TEAM_TABLES, type TeamKind } from './load';

const KINDS = Object.keys(TABLE_OF) as TeamKind[];

/** Warnings shown before publishing. */
const MOST_WARNINGS = 20;

export const publishTeams: Action<{ readonly kinds: readonly TeamKind[] }, never> = {
  id: 'publishTeams',
  anyAccount: true,

  fields: () => [
    { name: 'kinds', kind: 'choices', options: KINDS.map((kind) => ({ value: kind, label: TABLE_OF[kind].title })) },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, ...TEAM_TABLES);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const chosen = textsOf(raw, 'kinds', KINDS.length);
    if (chosen === undefined || chosen.some((kind) => !KINDS.includes(kind as TeamKind)))
      return { ok: false, problems: [{ code: 'rpc.malformed' }] };
    return { ok: true, value: { kinds: chosen.length === 0 ? KINDS : KINDS.filter((kind) => chosen.includes(kind)) } };
  },

  preview(ports, { kinds }) {
    const checked = checkedDrafts(ports, kinds);
    if (!checked.ok) return checked;
    const { drafts, warnings } = checked.value;
    return {
      ok: true,
      value: {
        lines: [{ code: 'teams.publish.will', fields: { rows: rowsIn(drafts) } }],
        counts: drafts.map(({ kind, rows }) => ({
          label: { code: 'teams.count.rows', fields: { table: TABLE_OF[kind].title } },
          value: String(rows.length),
        })),
        warnings: warnings.slice(0, MOST_WARNINGS),
      },
    };
  },

  step(ports, run, { kinds }) {
    const checked = checkedDrafts(ports, kinds);
    if (!checked.ok) return { state: 'refused', problems: checked.problems };
    const { drafts, context } = checked.value;
    // The run that published them is the one whose undoing makes them drafts again. It comes first: an attempt that died between the
    // two leaves drafts, which the next one publishes.
    for (const { kind, rows } of drafts) {
      // What is said of levels that somebody has set by hand goes with them.
      const byHand = kind === 'mastery' && rows.some((row) => isByHand(row, 'level'));
      const words: ReadonlyMap<number, object> = byHand ? wordsByHand(ports) : new Map();
      ports.workbook.patch(
        TABLE_OF[kind],
        rows.map((row) => ({
          $row: row.$row,
          set: {
            run: run.run,
            ...originOf(row),
            ...codesIn(row),
            ...numbersIn(row),
            ...namesIn(row, context),
            ...topicIn(row, context),
            ...words.get(row.$row),
            ...(row.cycle === '' ? { cycle: context.settings.cycle } : {}),
          },
        })),
      );
      ports.workbook.patch(
        TABLE_OF[kind],
        rows.map(({ $row }) => ({ $row, set: { state: 'published' } })),
      );
    }
    return finished(
      [{ code: 'teams.publish.done', fields: { rows: rowsIn(drafts) } }],
      drafts.map(({ kind }) => ({
        label: { code: 'link.sheet', fields: { table: TABLE_OF[kind].title } },
        url: ports.workbook.linkTo(TABLE_OF[kind]),
      })),
    );
  },
};

const rowsIn = (drafts: readonly Drafts[]): number => drafts.reduce((sum, { rows }) => sum + rows.length, 0);

/** The topic of a community's row, its code spelled as the framework does and its title beside it. */
function topicIn(row: object, { competencies }: Context): { readonly competency?: string; readonly title?: string } {
  const { competency } = row as { readonly competency?: string };
  const known = competencies.find(({ id }) => id === competency);
  return known === undefined ? {} : { competency: known.id, title: known.title };
}

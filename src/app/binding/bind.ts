// «Разобрать свою форму»: lists the questions of a school's form and proposes what they say; the form itself is only read.
import { formLink } from '../../domain/binding/form-link';
import { type BindingLine, type FormItem, proposeBinding } from '../../domain/binding/propose';
import type { Outcome } from '../../domain/message';
import type { Row } from '../../workbook/schema';
import { BINDINGS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import type { FormPicture } from '../ports/forms';
import type { StoredItem } from './read';

interface BindFormInput {
  readonly formId: string;
}

const SHOWN_LINES = 10;

export const bindForm: Action<BindFormInput, never> = {
  id: 'bindForm',
  fields: () => [{ name: 'link', kind: 'text', required: true }],

  read(ports, raw) {
    const missing = notSetUp(ports, BINDINGS);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const link = formLink(textOf(raw, 'link', 2000) ?? '');
    return link.kind === 'form'
      ? { ok: true, value: { formId: link.formId } }
      : { ok: false, problems: [{ code: `binding.link.${link.kind}` }] };
  },

  preview(ports, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return planned;
    const { picture, lines, fresh } = planned.value;
    const of = (test: (line: BindingLine) => boolean): number =>
      new Set(lines.filter(test).map(({ itemId }) => itemId)).size;
    const unfit = picture.items.filter(({ itemId }) => lines.some((line) => line.itemId === itemId && line.unfit));
    const proposed = lines.filter(({ role }) => role !== 'skip');
    return {
      ok: true,
      value: {
        lines: [
          {
            code: fresh.length === 0 ? 'binding.known' : 'binding.will',
            fields: { title: picture.title, count: picture.items.length },
          },
          { code: 'binding.untouched' },
        ],
        counts: [
          { label: { code: 'binding.count.items' }, value: String(picture.items.length) },
          { label: { code: 'binding.count.mapped' }, value: String(of(({ role }) => role !== 'skip')) },
          { label: { code: 'binding.count.unfit' }, value: String(unfit.length) },
        ],
        ...(proposed.length === 0
          ? {}
          : {
              example: {
                kind: 'text' as const,
                title: ports.words.say({ code: 'binding.example' }),
                body: proposed
                  .slice(0, SHOWN_LINES)
                  .map(({ itemId, label, competency, level }) =>
                    [picture.items.find((item) => item.itemId === itemId)?.title ?? '', label, competency, level]
                      .filter((part) => part !== '')
                      .join(' → '),
                  )
                  .join('\n'),
              },
            }),
        warnings: [
          ...(unfit.length === 0
            ? []
            : [{ code: 'binding.unfit', fields: { count: unfit.length, titles: unfit.map(({ title }) => title) } }]),
          ...(lines.some(({ role }) => role === 'person') || picture.collectsEmail
            ? []
            : [{ code: 'binding.noIdentity' }]),
        ],
      },
    };
  },

  step(ports, run, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { fresh } = planned.value;
    ports.workbook.append(
      BINDINGS,
      fresh.map((row) => ({ ...row, run: run.run })),
    );
    return finished(
      [{ code: 'binding.listed', fields: { title: planned.value.picture.title, count: fresh.length } }],
      [{ label: { code: 'link.sheet', fields: { table: BINDINGS.title } }, url: ports.workbook.linkTo(BINDINGS) }],
    );
  },
};

interface Planned {
  readonly picture: FormPicture;
  readonly lines: readonly BindingLine[];
  /** Lines that the sheet has not got: what a person has corrected there stays. */
  readonly fresh: readonly Row<typeof BINDINGS>[];
}

function plan(ports: Ports, { formId }: BindFormInput): Outcome<Planned> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const picture = ports.forms.inspect(formId);
  if (typeof picture === 'string') return { ok: false, problems: [{ code: `binding.form.${picture}` }] };
  if (picture.items.length === 0)
    return { ok: false, problems: [{ code: 'binding.form.empty', fields: { title: picture.title } }] };
  const lines = proposeBinding(picture.items, context.value.competencies);
  const { rows, unread } = ports.workbook.read(BINDINGS);
  const keyOf = (of: string, { part, label }: StoredItem): string => [of, part, label].join('|');
  const there = new Set([
    ...rows.filter((row) => row.formId === formId).map(({ itemId, item }) => keyOf(itemId, item as StoredItem)),
    ...unread.flatMap(({ itemId, item }) =>
      itemId === undefined || item === undefined ? [] : [keyOf(itemId, item as StoredItem)],
    ),
  ]);
  const begun = new Set<string>(rows.filter((row) => row.formId === formId).map(({ itemId }) => itemId));
  const fresh: Row<typeof BINDINGS>[] = [];
  for (const line of lines) {
    const item = picture.items.find(({ itemId }) => itemId === line.itemId);
    if (item === undefined || there.has(keyOf(line.itemId, line))) continue;
    fresh.push(rowOf(ports, picture, item, line, begun.has(line.itemId)));
    begun.add(line.itemId);
  }
  return { ok: true, value: { picture, lines, fresh } };
}

function rowOf(
  ports: Ports,
  picture: FormPicture,
  item: FormItem,
  { part, label, role, competency, level, why, unfit }: BindingLine,
  begun: boolean,
): Row<typeof BINDINGS> {
  const stored: StoredItem = { part, label, ...(begun ? {} : { item }) };
  return {
    form: picture.title,
    question: item.title,
    kind: ports.words.say({ code: `binding.kind.${part === 'row' || part === 'column' ? part : item.type}` }),
    choice: label,
    role,
    competency,
    level,
    state: unfit ? 'unfit' : 'proposed',
    why: ports.words.say({ code: `binding.why.${why}` }),
    formId: picture.formId,
    itemId: item.itemId,
    item: stored,
    run: '',
  };
}

// «Подключить свою форму»: what a person has confirmed in «Привязка форм» becomes a survey that is read and scored like our own.
import { bindForm, type Bound } from '../../domain/binding/bind';
import { isLocalDate, type LocalDate } from '../../domain/local-time';
import type { Outcome } from '../../domain/message';
import { BINDINGS, QUESTIONS, SURVEYS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import type { FormPicture } from '../ports/forms';
import { listed } from '../table-source';
import { type BindingOfForm, readBindings } from './read';

interface ConfirmInput {
  readonly formId: string;
  /** Answers given earlier do not count; '' = all count. */
  readonly since: LocalDate | '';
}

export const confirmBinding: Action<ConfirmInput, never> = {
  id: 'confirmBinding',

  fields: (ports) => [
    {
      name: 'form',
      kind: 'choice',
      required: true,
      options: ports.workbook.has(BINDINGS)
        ? readBindings(ports).forms.map(({ formId, title }) => ({ value: formId, label: title }))
        : [],
    },
    { name: 'since', kind: 'date' },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, BINDINGS, SURVEYS, QUESTIONS);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const [formId, since] = [textOf(raw, 'form', 100) ?? '', textOf(raw, 'since', 20) ?? ''];
    if (!readBindings(ports).forms.some((form) => form.formId === formId))
      return { ok: false, problems: [{ code: 'binding.confirm.none' }] };
    if (since !== '' && !isLocalDate(since)) return { ok: false, problems: [{ code: 'binding.confirm.since' }] };
    return { ok: true, value: { formId, since } };
  },

  preview(ports, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return planned;
    const { bound, binding, there, picture } = planned.value;
    return {
      ok: true,
      value: {
        lines: [
          { code: there ? 'binding.confirm.again' : 'binding.confirm.will', fields: { title: binding.title } },
          { code: 'binding.untouched' },
        ],
        counts: [
          { label: { code: 'binding.count.bound' }, value: String(bound.asked.length) },
          { label: { code: 'binding.count.competencies' }, value: String(bound.competencies.length) },
        ],
        warnings: [...(bound.codeItem === '' && !picture.collectsEmail ? [{ code: 'binding.noIdentity' }] : [])],
      },
    };
  },

  step(ports, run, input) {
    const planned = plan(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { context, bound, binding, key, there, picture } = planned.value;
    // Questions first: a survey without them would be read and say nothing.
    const standing = ports.workbook.read(QUESTIONS).rows.filter((row) => row.survey === key);
    const byItem = new Map(standing.map((row) => [row.itemId, row]));
    const kept = new Set(bound.asked.map(({ itemId }) => itemId));
    ports.workbook.patch(
      QUESTIONS,
      bound.asked.flatMap(({ itemId, spec }) => {
        const row = byItem.get(itemId);
        return row === undefined ? [] : [{ $row: row.$row, set: { question: spec.key, spec } }];
      }),
    );
    ports.workbook.append(
      QUESTIONS,
      bound.asked
        .filter(({ itemId }) => !byItem.has(itemId))
        .map(({ itemId, spec }) => ({ survey: key, itemId, question: spec.key, spec })),
    );
    const dropped = standing.filter(({ itemId }) => !kept.has(itemId)).map(({ $row }) => $row);
    if (dropped.length > 0) ports.workbook.remove(QUESTIONS, dropped);
    const survey = ports.workbook.read(SURVEYS).rows.find((row) => row.key === key);
    const set = { codeItem: bound.codeItem, items: bound.asked.length };
    if (survey !== undefined) ports.workbook.patch(SURVEYS, [{ $row: survey.$row, set }]);
    else
      ports.workbook.append(SURVEYS, [
        {
          ...set,
          key,
          cycle: context.settings.cycle,
          kind: 'bound',
          title: picture.title,
          about: '',
          state: 'open',
          url: picture.url,
          editUrl: picture.editUrl,
          audience: [],
          audienceCount: undefined,
          answered: undefined,
          answeredShare: undefined,
          missing: [],
          created: ports.clock.localNow(),
          until: '',
          // The next reading begins here: earlier answers are not asked for.
          readAt: input.since === '' ? '' : `${input.since}T00:10`,
          formId: input.formId,
          consentItem: '',
          consentVersion: '',
          run: run.run,
        },
      ]);
    ports.workbook.patch(
      BINDINGS,
      binding.rows
        .filter(({ state }) => state !== 'unfit')
        .map(({ $row, itemId }) => ({ $row, set: { state: kept.has(itemId) ? 'bound' : 'proposed' } })),
    );
    return finished(
      [{ code: there ? 'binding.confirm.changed' : 'binding.confirm.done', fields: { title: binding.title } }],
      [{ label: { code: 'link.sheet', fields: { table: SURVEYS.title } }, url: ports.workbook.linkTo(SURVEYS) }],
    );
  },
};

interface Planned {
  readonly context: Context;
  readonly binding: BindingOfForm;
  readonly bound: Bound;
  readonly picture: FormPicture;
  readonly key: string;
  readonly there: boolean;
}

function plan(ports: Ports, { formId }: ConfirmInput): Outcome<Planned> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const { forms, problems } = readBindings(ports);
  if (problems.length > 0) return { ok: false, problems: listed(problems) };
  const binding = forms.find((form) => form.formId === formId);
  if (binding === undefined) return { ok: false, problems: [{ code: 'binding.confirm.none' }] };
  const picture = ports.forms.inspect(formId);
  if (typeof picture === 'string') return { ok: false, problems: [{ code: `binding.form.${picture}` }] };
  const bound = bindForm(binding.items, binding.lines, context.value.competencies);
  if (bound.problems.length > 0)
    return {
      ok: false,
      problems: listed(
        bound.problems.map((problem) => ({ ...problem, fields: { ...problem.fields, table: BINDINGS.title } })),
      ),
    };
  if (bound.asked.every(({ spec }) => spec.type === 'text'))
    return { ok: false, problems: [{ code: 'binding.confirm.nothing' }] };
  const key = boundKey(context.value.settings.cycle, formId);
  return {
    ok: true,
    value: {
      context: context.value,
      binding,
      bound,
      picture,
      key,
      there: ports.workbook.read(SURVEYS).rows.some((row) => row.key === key),
    },
  };
}

/** A form is bound once a cycle. */
const boundKey = (cycle: string, formId: string): string => [cycle.replace(/\//g, '-'), 'bound', formId].join('/');

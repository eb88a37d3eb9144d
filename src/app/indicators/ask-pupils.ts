// «Анкета учеников» (A14): an anonymous form, before and after; nobody is written to, the link goes to class teachers by hand.
import type { Message, Outcome } from '../../domain/message';
import { pupilsForm } from '../../domain/survey/pupils';
import { oneLine } from '../../domain/text';
import { SETTING_DEFINITIONS } from '../../workbook/settings';
import { SETTINGS, SURVEYS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import type { SurveyCursor } from '../surveys/carry-out';
import { makeForms } from '../surveys/make-forms';
import { answerUntil, type SurveyPlan } from '../surveys/plan';
import { type Occasion, pupilsKey } from './pupils';

interface AskPupilsInput {
  readonly occasion: Occasion;
  readonly groups: readonly string[];
}

const MOST_CLASSES = 100;

export const askPupils: Action<AskPupilsInput, SurveyCursor> = {
  id: 'askPupils',

  fields: (ports) => {
    const settings = notSetUp(ports, SETTINGS) === undefined ? loadSettings(ports) : undefined;
    return [
      {
        name: 'occasion',
        kind: 'choice',
        required: true,
        options: (['before', 'after'] as const).map((value) => ({
          value,
          label: ports.words.say({ code: `pupils.occasion.${value}` }),
        })),
      },
      {
        name: 'classes',
        kind: 'text',
        required: true,
        value: settings?.ok === true ? settings.value.pupilClasses.join('; ') : '',
      },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, SURVEYS, SETTINGS);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const occasion = textOf(raw, 'occasion', 20);
    if (occasion !== 'before' && occasion !== 'after')
      return { ok: false, problems: [{ code: 'pupils.occasion.none' }] };
    const groups = [
      ...new Set(
        (textOf(raw, 'classes', 2000) ?? '')
          .split(/[;\n]/)
          .map(oneLine)
          .filter((group) => group !== ''),
      ),
    ];
    if (groups.length === 0 || groups.length > MOST_CLASSES)
      return { ok: false, problems: [{ code: 'pupils.classes.none' }] };
    return { ok: true, value: { occasion, groups } };
  },

  preview(ports, input) {
    const planned = planOf(ports, input);
    if (!planned.ok) return planned;
    const { plan, there } = planned.value;
    return {
      ok: true,
      value: {
        lines: [{ code: there ? 'pupils.there' : 'pupils.will', fields: { classes: input.groups } }],
        counts: [
          { label: { code: 'surveys.count.forms' }, value: there ? '0' : '1' },
          { label: { code: 'surveys.count.items' }, value: String(plan.spec.items.length) },
        ],
        example: {
          kind: 'form',
          title: plan.spec.title,
          body: [plan.spec.description, ...plan.spec.items.map(({ title }) => `• ${title}`)].join('\n'),
        },
        warnings: [],
      },
    };
  },

  step(ports, run, input) {
    const planned = planOf(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { context, plan } = planned.value;
    const made = makeForms(ports, context, run, [plan]);
    if (made.state === 'refused') return made;
    if (made.state === 'going')
      return { state: 'going', cursor: { plan: made.done }, done: made.done, total: 2, line: made.line };
    keepClasses(ports, input.groups);
    const url = ports.workbook.read(SURVEYS).rows.find(({ key }) => key === plan.key)?.url ?? '';
    const lines: Message[] = [{ code: 'pupils.done', fields: { url } }];
    return finished(lines, [
      { label: { code: 'link.form', fields: { title: plan.spec.title } }, url },
      { label: { code: 'link.sheet', fields: { table: SURVEYS.title } }, url: ports.workbook.linkTo(SURVEYS) },
    ]);
  },
};

function planOf(
  ports: Ports,
  { occasion, groups }: AskPupilsInput,
): Outcome<{ context: Context; plan: SurveyPlan; there: boolean }> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const context = loaded.value;
  const { programme, settings } = context;
  const label = ports.words.say({ code: `pupils.occasion.${occasion}` });
  const key = pupilsKey(context, occasion);
  const there = ports.workbook.read(SURVEYS).rows.some((row) => row.key === key && row.state === 'open');
  return {
    ok: true,
    value: {
      context,
      there,
      plan: {
        key,
        kind: 'pupils',
        about: label,
        spec: pupilsForm({ programme, school: settings.school, cycle: settings.cycle, occasion: label, groups }),
        // Pupils are no staff: nobody is on a list, nobody is reminded.
        audience: [],
        until: answerUntil(ports.clock, context),
        mail: programme.texts.mails.invite,
        fields: {},
      },
    },
  };
}

function keepClasses(ports: Ports, groups: readonly string[]): void {
  const value = groups.join('; ');
  const row = ports.workbook.read(SETTINGS).rows.find(({ key }) => key === 'pupilClasses');
  const { title, meaning } = SETTING_DEFINITIONS.pupilClasses;
  if (row === undefined) ports.workbook.append(SETTINGS, [{ key: 'pupilClasses', title, value, meaning }]);
  else if (row.value !== value) ports.workbook.patch(SETTINGS, [{ $row: row.$row, set: { value } }]);
}

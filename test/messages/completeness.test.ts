// Every code that the source makes is worded in every language, with the fields it is given; and nothing else is.
import { readFileSync } from 'node:fs';
import { ACTION_IDS, ACTIONS } from '../../src/app/actions';
import { LATE } from '../../src/app/late';
import type { Ports } from '../../src/app/ports';
import type { verdictOf } from '../../src/domain/indicator/forecast';
import type { Standing } from '../../src/domain/plan/standing';
import type { Measure } from '../../src/domain/plan/table';
import type { EmailFault } from '../../src/domain/staff/normalise';
import { MASTERY_LEVELS } from '../../src/domain/grouping/mastery';
import type { ClashKind } from '../../src/domain/timetable/clashes';
import { SCOPES } from '../../src/google/withheld';
import { sayIn, WORDINGS } from '../../src/messages/all';
import type { ViewId } from '../../src/shared/contract';
import type { Wordings } from '../../src/messages/wording';
import { type Conclusion, CRITERIA } from '../../src/domain/evaluation/rules';
import { GRADES, NEXT_STEPS, PARTNER_STATES } from '../../src/workbook/tables';
import { type CodeSite, codesIn, filesOf, russianSentencesIn } from './source-codes';
import { templatesOf } from './templates';

const ROOT = process.cwd();
const MADE_IN = ['app', 'server', 'cards', 'domain', 'google', 'workbook', 'programmes'].map(
  (folder) => `src/${folder}`,
);
const SITES = codesIn(ROOT, [...MADE_IN, 'examples/answers-format.ts', 'examples/demo/check-input.ts']);

const ru: Wordings = WORDINGS.ru;
const en: Wordings = WORDINGS.en;

/** Words that only `say` itself asks for. */
const OF_SAY = ['place.row', 'place.column', 'place.table', 'place.table.column', 'sheet.framework', 'unworded'];
/** Words that only other wordings ask for, by a field. */
const OF_WORDINGS = [
  ...MASTERY_LEVELS.map((level) => `mastery.name.${level}`),
  ...Object.keys(PARTNER_STATES).map((step) => `partner.step.${step}`),
];

/** Nothing is set up yet, and somebody else's account keeps the forms: that is enough for an action to name its fields. */
const EMPTY = {
  workbook: { has: () => false, sheets: () => [] },
  words: { say: () => '' },
  store: { get: () => 'director@school.example' },
  user: () => 'deputy@school.example',
} as unknown as Ports;
const IDS = ACTION_IDS;
const FIELDS = Object.values({ ...ACTIONS, ...LATE }).flatMap(({ id, fields }) =>
  fields(EMPTY).map(({ name }) => `field.${id}.${name}`),
);

const EMAIL_FAULTS: Readonly<Record<EmailFault['kind'], true>> = { syntax: true, cyrillic: true, typo: true };
const CLASHES: Readonly<Record<ClashKind, true>> = {
  person: true,
  day: true,
  room: true,
  seats: true,
  equipment: true,
  busy: true,
  window: true,
  holiday: true,
};

const MADE = ['move', 'swap', 'add', 'remove', 'slot', 'pin', 'unpin', 'keep', 'forbid', 'restore', 'form'];
const EDITS = [...MADE.filter((kind) => kind !== 'restore' && kind !== 'form'), 'undo', 'redo'];
/** Rules that `evaluate` finds broken. */
const RULES = [
  'unknown',
  'consultants',
  'size',
  'no_surplus',
  'no_deficit',
  'served_twice',
  'unavailable',
  'clash',
  'forbidden_pair',
  'one_subject',
  'no_room',
  'member_limit',
  'lead_limit',
];
const VIEWS: Readonly<Record<ViewId, true>> = { groups: true, timetable: true, coverage: true };
const ASSUMED: Readonly<Record<Measure['assumed'][number], true>> = {
  year: true,
  period: true,
  start: true,
  end: true,
  before: true,
  elsewhere: true,
  partly: true,
  above: true,
};
const STANDINGS: readonly Standing['kind'][] = ['undated', 'done', 'cancelled', 'overdue', 'now', 'ahead'];

const UNCOVERED_REASONS = ['no_consultant', 'no_common_slot', 'too_few', 'limit'];

const VERDICTS: readonly ReturnType<typeof verdictOf>[] = ['noFact', 'reached', 'missed', 'onTrack', 'behind', 'early'];

const CONCLUSIONS: readonly Conclusion[] = ['keep', 'change', 'stop', 'early'];

/** What stands for the stars of codes made from templates. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  'home.*': ['sendRoutes', 'evaluateModel', 'writeNote'].map((id) => `home.${id}`),
  'action.*': IDS.map((id) => `action.${id}`),
  'view.*': Object.keys(VIEWS).map((view) => `view.${view}`),
  'confirm.*': IDS.map((id) => `confirm.${id}`),
  'field.*.*': FIELDS,
  'field.*.*.help': FIELDS.map((code) => `${code}.help`),
  'staff.email.*': Object.keys(EMAIL_FAULTS).map((kind) => `staff.email.${kind}`),
  'timetable.clash.*': Object.keys(CLASHES).map((kind) => `timetable.clash.${kind}`),
  'move.clash.*': Object.keys(CLASHES).map((kind) => `move.clash.${kind}`),
  'move.kind.*': ['move', 'undo', 'redo'].map((kind) => `move.kind.${kind}`),
  'profile.surplus.*': ['test', 'observation', 'margin', 'noerror'].map((by) => `profile.surplus.${by}`),
  'edit.kind.*': EDITS.map((kind) => `edit.kind.${kind}`),
  'edit.role.*': ['edit.role.consultant', 'edit.role.consultee'],
  'edit.needs.*': ['person', 'from', 'to', 'other', 'slot'].map((field) => `edit.needs.${field}`),
  'edited.*': MADE.map((kind) => `edited.${kind}`),
  'unedited.*': MADE.map((kind) => `unedited.${kind}`),
  'rule.*': RULES.map((rule) => `rule.${rule}`),
  'variant.kind.*': ['save', 'compare', 'restore'].map((kind) => `variant.kind.${kind}`),
  'undo.count.*': ['event', 'planEvent', 'form', 'folder', 'report', 'file', 'document', 'paper'].map(
    (kind) => `undo.count.${kind}`,
  ),
  'erase.reason.*': ['withdrawn', 'ended', 'term'].map((reason) => `erase.reason.${reason}`),
  'erase.phase.*': ['forms', 'events', 'files', 'tables', 'act'].map((phase) => `erase.phase.${phase}`),
  'export.*': ['table', 'row', 'column', 'value'].map((column) => `export.${column}`),
  'route.send.to.*': ['new', 'changed'].map((to) => `route.send.to.${to}`),
  'route.send.without.*': ['document', 'bin', 'address', 'access'].map((why) => `route.send.without.${why}`),
  'pseudonyms.mode.*': ['on', 'off'].map((mode) => `pseudonyms.mode.${mode}`),
  'check.mode.*': ['check', 'mend'].map((mode) => `check.mode.${mode}`),
  'setUp.account.*': ['keep', 'take'].map((mode) => `setUp.account.${mode}`),
  'check.count.*': ['fine', 'attention', 'fault'].map((state) => `check.count.${state}`),
  'scope.*': SCOPES.map((scope) => `scope.${scope.split('/').pop() ?? ''}`),
  'plan.assumed.*': Object.keys(ASSUMED).map((name) => `plan.assumed.${name}`),
  'plan.count.*': STANDINGS.filter((kind) => kind !== 'cancelled').map((kind) => `plan.count.${kind}`),
  'plan.standing.*': STANDINGS.map((kind) => `plan.standing.${kind}`),
  'plan.mail.*': STANDINGS.map((kind) => `plan.mail.${kind}`),
  'indicator.line.*': VERDICTS.map((verdict) => `indicator.line.${verdict}`),
  'indicator.count.*': ['reached', 'onTrack', 'behind', 'missed'].map((verdict) => `indicator.count.${verdict}`),
  'indicator.from.*': ['groups', 'modules'].map((source) => `indicator.from.${source}`),
  'evaluation.name.*': CRITERIA.map((criterion) => `evaluation.name.${criterion}`),
  'evaluation.advice.*': CRITERIA.map((criterion) => `evaluation.advice.${criterion}`),
  'evaluation.conclusion.*': CONCLUSIONS.map((conclusion) => `evaluation.conclusion.${conclusion}`),
  'evaluation.conclude.*': CONCLUSIONS.map((conclusion) => `evaluation.conclude.${conclusion}`),
  'evaluation.line.*': Object.keys(GRADES).map((grade) => `evaluation.line.${grade}`),
  'partner.next.*': Object.keys(PARTNER_STATES).map((step) => `partner.next.${step}`),
  'partner.survey.*': ['self', 'needs'].map((kind) => `partner.survey.${kind}`),
  'growth.verdict.*': ['few', 'same', 'unsure', 'rise', 'fall'].map((verdict) => `growth.verdict.${verdict}`),
  'growth.error.*': ['alpha', 'stated', 'none'].map((error) => `growth.error.${error}`),
  'growth.next.*': Object.keys(NEXT_STEPS).map((step) => `growth.next.${step}`),
  'note.reason.*': UNCOVERED_REASONS.map((reason) => `note.reason.${reason}`),
  'note.task.*': UNCOVERED_REASONS.map((reason) => `note.task.${reason}`),
  'pupils.occasion.*': ['before', 'after'].map((occasion) => `pupils.occasion.${occasion}`),
  'pairs.unmet.*': ['absent', 'forbidden', 'school', 'needless', 'limit', 'taken'].map((why) => `pairs.unmet.${why}`),
  'communities.left.*': ['own', 'few', 'sizes', 'apart'].map((why) => `communities.left.${why}`),
  'mastery.count.*': MASTERY_LEVELS.map((level) => `mastery.count.${level}`),
  'mastery.goal.*': MASTERY_LEVELS.map((level) => `mastery.goal.${level}`),
  'mastery.group.*': MASTERY_LEVELS.map((level) => `mastery.group.${level}`),
  'framework.others.*': ['keep', 'off'].map((others) => `framework.others.${others}`),
  'levels.import.as.*': ['test', 'observation', 'self'].map((source) => `levels.import.as.${source}`),
  'binding.link.*': ['answers', 'short', 'other'].map((kind) => `binding.link.${kind}`),
  'binding.form.*': ['closed', 'trashed'].map((why) => `binding.form.${why}`),
  'binding.kind.*': ['choice', 'checkbox', 'scale', 'grid', 'checkboxGrid', 'text', 'other', 'row', 'column'].map(
    (kind) => `binding.kind.${kind}`,
  ),
  'binding.why.*': [
    'descriptor',
    'name',
    'number',
    'word',
    'order',
    'none',
    'title',
    'identity',
    'unfit',
    'unknown',
  ].map((why) => `binding.why.${why}`),
  'google.*': ['busy', 'day', 'consent', 'full', 'store', 'disabled', 'policy', 'locked', 'failed'].map(
    (kind) => `google.${kind}`,
  ),
  'mail.*': ['going', 'quota', 'outage'].map((why) => `mail.${why}`),
  'answers.*.bad': ['level', 'number', 'code', 'grid'].map((kind) => `answers.${kind}.bad`),
};

/** Fields that whoever passes a problem on adds to it. */
const ADDED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^levels\./, ['row']],
  [/^binding\.item\./, ['form']],
  [/^binding\.(competency|level|role|twice|mixed|persons)/, ['label']],
  [/^bank\.file\.|^input\./, ['number']],
];

const codesOf = ({ code }: CodeSite): readonly string[] => (code.includes('*') ? (COMPUTED[code] ?? []) : [code]);
const fieldsOf = ({ code, fields }: CodeSite): readonly string[] => [
  ...fields,
  ...ADDED.flatMap(([codes, names]) => (codes.test(code) ? names : [])),
];

describe('every message has words', () => {
  it('knows what the computed codes of the source may be', () => {
    expect(SITES.filter(({ code }) => code.includes('*') && !(code in COMPUTED))).toEqual([]);
    expect(Object.keys(COMPUTED).filter((code) => !SITES.some((site) => site.code === code))).toEqual([]);
  });

  it.each([
    ['Russian', ru],
    ['English', en],
  ])('words every code of the source in %s', (_, wordings) => {
    const silent = SITES.flatMap((site) =>
      codesOf(site)
        .filter((code) => !Object.prototype.hasOwnProperty.call(wordings, code))
        .map((code) => `${code}  (${site.place})`),
    );
    expect(silent).toEqual([]);
  });

  it('words nothing that the source never says', () => {
    const said = new Set([...SITES.flatMap(codesOf), ...OF_SAY, ...OF_WORDINGS]);
    expect(Object.keys(ru).filter((code) => !said.has(code))).toEqual([]);
  });

  it('finds no sentence beside the messages, where nothing could translate it', () => {
    expect(russianSentencesIn(ROOT, ['src/app', 'src/server', 'src/cards', 'src/google', 'src/shared'])).toEqual([]);
  });

  it('words each code in one place', () => {
    const keys = filesOf(`${ROOT}/src/messages/ru`).flatMap((file) => keysOfFile(file));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('every wording', () => {
  it.each([
    ['Russian', ru],
    ['English', en],
  ])('is written in the language of templates, its sections closed, in %s', (_, wordings) => {
    for (const wording of Object.values(wordings))
      expect(templatesOf(wording).templates.filter((template) => template.trim() === '')).toEqual([]);
  });
});

describe('the languages agree', () => {
  it('have the same codes', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ru).sort());
  });

  it.each(Object.keys(ru))('%s uses the same fields in Russian and in English', (code) => {
    expect([...templatesOf(en[code] ?? '').names].sort()).toEqual([...templatesOf(ru[code] ?? '').names].sort());
  });

  it('give a Russian plural three forms and an English one two', () => {
    const odd = (wordings: Wordings, forms: number): string[] =>
      Object.entries(wordings).flatMap(([code, wording]) =>
        templatesOf(wording).templates.flatMap((template) =>
          [...template.matchAll(/\{\w+(\|[^{}]*)\}/g)].some(([, given = '']) => given.split('|').length - 1 !== forms)
            ? [code]
            : [],
        ),
      );
    expect(odd(ru, 3)).toEqual([]);
    expect(odd(en, 2)).toEqual([]);
  });

  it('refer only to messages that are there', () => {
    const lost = [ru, en].flatMap((wordings) =>
      Object.entries(wordings).flatMap(([code, wording]) =>
        templatesOf(wording).templates.flatMap((template) =>
          [...template.matchAll(/\{@([^{}]*)\}/g)]
            .map(([, reference = '']) => reference)
            .filter((reference) => !(reference in wordings) && !reference.includes('+'))
            .map((reference) => `${code} → ${reference}`),
        ),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('a wording and the fields it is given', () => {
  const closed = SITES.filter(({ open }) => !open);

  it('uses no field that the source does not give', () => {
    const missing = closed.flatMap((site) =>
      codesOf(site).flatMap((code) =>
        [...templatesOf(ru[code] ?? '').names]
          .filter((name) => !fieldsOf(site).includes(name))
          .map((name) => `${code}: {${name}}  (${site.place})`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['a number', 2],
    ['a text', 'Ы'],
    ['a list', ['Ы', 'Э']],
    ['nothing', ''],
  ])('leaves no hole and no odd space when every field is %s', (_, value) => {
    const odd = SITES.flatMap((site) => {
      const fields = Object.fromEntries(fieldsOf(site).map((name) => [name, value]));
      return codesOf(site).flatMap((code) =>
        (['ru', 'en', 'fake'] as const)
          .map((language) => sayIn(language, { code, fields }))
          .filter((text) => /[{}]|undefined|NaN|\[object| {2}| [.,;:]|^\s|\s$/.test(text)),
      );
    });
    expect(odd).toEqual([]);
  });
});

/** Codes that a file of wordings names itself. */
function keysOfFile(file: string): string[] {
  return codesNamed(readFileSync(file, 'utf8'));
}

const codesNamed = (text: string): string[] =>
  [...text.matchAll(/^ {2}'?([A-Za-z][\w.-]*)'?:/gm)].map(([, key = '']) => key);

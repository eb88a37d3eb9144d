// The analytical note (A15): every number says where it stands, what is not known is said plainly, and strange words stay words.
import fc from 'fast-check';
import { type Block, type Inline, plainOf, runsOf } from '../../../src/domain/document/document';
import type { NoteFacts, Source } from '../../../src/domain/note/facts';
import { noteOf } from '../../../src/domain/note/note';
import { summaryText } from '../../../src/domain/note/summary';
import { Writer } from '../../../src/domain/note/writer';
import { sayIn } from '../../../src/messages/all';

const say = (message: Parameters<typeof sayIn>[1]): string => sayIn('ru', message);
const rows = (sheet: string, from = 2, to = 9): readonly Source[] => [{ sheet, from, to }];
const none = (sheet: string): readonly Source[] => [{ sheet }];

const EMPTY: NoteFacts = {
  school: 'Школа № 1',
  programme: 'Время роста',
  cycle: 'первый',
  today: '2026-12-01',
  teachers: 0,
  surveys: [],
  competencies: { rows: [], sources: none('Сводка') },
  groups: {
    rows: [],
    people: 0,
    consultants: 0,
    consultees: 0,
    mixed: 0,
    covered: { have: 0, of: 0 },
    sources: none('Группы'),
    coveredSources: none('Группы'),
  },
  uncovered: { rows: [], sources: none('Без группы') },
  modules: {
    held: 0,
    invited: 0,
    draft: 0,
    cancelled: 0,
    came: { have: 0, of: 0 },
    accepted: { have: 0, of: 0 },
    sources: none('Расписание'),
  },
  feedback: { sides: [], hidden: 0, sources: none('Отзывы') },
  indicators: { rows: [], counted: '', sources: none('Показатели') },
  routes: {
    teachers: 0,
    items: 0,
    confirmed: 0,
    done: 0,
    doing: 0,
    planned: 0,
    cancelled: 0,
    sources: none('Индивидуальные маршруты'),
  },
  plan: { measures: 0, done: 0, overdue: [], next: [], sources: none('План') },
  resources: {
    people: { consultants: 0, competencies: 0, silent: 0, sources: none('Дефициты и профициты') },
    bank: { kinds: [], accepted: 0, proposed: 0, without: [], sources: none('Методический банк') },
    lessons: { held: 0, teachers: 0, cards: 0, sources: none('Уроки с ИКТ') },
    outreach: { kinds: [], settled: 0, all: 0, sources: none('Выступления и публикации') },
  },
  growth: { rows: [], sources: none('Динамика') },
  evaluation: { conclusion: '', why: '', rows: [], sources: none('Оценка модели') },
};

/** What the note must never say. */
const UNSAID = /NaN|undefined|Infinity|\[note\./;

const words = fc.oneof(
  // Words that people wrote may be these too; here they would only hide what the note itself must never say.
  fc.string().filter((text) => !UNSAID.test(text)),
  fc.constantFrom('=IMPORTRANGE("x")', '<b>жирно</b>', '{title}', '{?x}', 'формы', '-1', '@all', 'a\u0000b\nc'),
);
const count = fc.nat({ max: 300 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const maybe = fc.option(fc.double({ min: -4, max: 100, noNaN: true }), { nil: undefined });
const part = fc.record({ have: count, of: count });
const sources = fc.constant(rows('Лист'));
const due = fc.constantFrom('2026-12-31', '2027-05-01');

const facts: fc.Arbitrary<NoteFacts> = fc.record({
  school: words,
  programme: words,
  cycle: words,
  today: fc.constant('2026-12-01'),
  teachers: count,
  surveys: fc.array(fc.record({ title: words, answered: part, sources }), { maxLength: 3 }),
  competencies: fc.record({
    rows: fc.array(
      fc.record({
        title: words,
        needs: count,
        needsShare: share,
        answered: count,
        wants: count,
        deficits: count,
        deficitsShare: share,
        surpluses: count,
        surplusesShare: share,
        checks: count,
        consultants: count,
      }),
      { maxLength: 4 },
    ),
    sources,
  }),
  groups: fc.record({
    rows: fc.array(fc.record({ title: words, groups: count, consultants: count, consultees: count, held: count }), {
      maxLength: 3,
    }),
    people: count,
    consultants: count,
    consultees: count,
    mixed: count,
    covered: part,
    sources,
    coveredSources: sources,
  }),
  uncovered: fc.record({
    rows: fc.array(
      fc.record({
        title: words,
        count,
        reasons: fc.array(
          fc.record({
            reason: fc.constantFrom('no_consultant', 'no_common_slot', 'too_few', 'limit'),
            count,
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 3 },
    ),
    sources,
  }),
  modules: fc.record({
    held: count,
    invited: count,
    draft: count,
    cancelled: count,
    came: part,
    accepted: part,
    sources,
  }),
  feedback: fc.record({
    sides: fc.array(
      fc.record({
        side: fc.constantFrom('consultant', 'consultee'),
        received: part,
        index: maybe,
        before: maybe,
        now: maybe,
      }),
      { maxLength: 2 },
    ),
    hidden: count,
    sources,
  }),
  indicators: fc.record({
    rows: fc.array(
      fc.record({
        title: words,
        target: share,
        due: fc.oneof(due, fc.constant('')),
        plan: maybe,
        fact: maybe,
        forecast: maybe,
        verdict: words,
        standing: fc.constantFrom('reached', 'open', 'missed', 'unknown'),
        origin: words,
        advice: words,
      }),
      { maxLength: 3 },
    ),
    counted: fc.constantFrom('', '2026-12-01'),
    sources,
  }),
  routes: fc.record({
    teachers: count,
    items: count,
    confirmed: count,
    done: count,
    doing: count,
    planned: count,
    cancelled: count,
    sources,
  }),
  plan: fc.record({
    measures: count,
    done: count,
    overdue: fc.array(fc.record({ title: words, due }), { maxLength: 12 }),
    next: fc.array(fc.record({ title: words, due }), { maxLength: 12 }),
    sources,
  }),
  resources: fc.record({
    people: fc.record({ consultants: count, competencies: count, silent: count, sources }),
    bank: fc.record({
      kinds: fc.array(fc.record({ kind: words, count }), { maxLength: 3 }),
      accepted: count,
      proposed: count,
      without: fc.array(words, { maxLength: 3 }),
      sources,
    }),
    lessons: fc.record({ held: count, teachers: count, cards: count, sources }),
    outreach: fc.record({
      kinds: fc.array(fc.record({ kind: words, count }), { maxLength: 3 }),
      settled: count,
      all: count,
      sources,
    }),
  }),
  growth: fc.record({
    rows: fc.array(
      fc.record({
        title: words,
        people: count,
        before: maybe,
        after: maybe,
        gain: maybe,
        verdict: words,
        closed: count,
        toSurplus: count,
        remained: count,
        appeared: count,
      }),
      { maxLength: 3 },
    ),
    sources,
  }),
  evaluation: fc.record({
    conclusion: words,
    why: words,
    rows: fc.array(
      fc.record({ title: words, value: words, threshold: words, grade: words, origin: words, advice: words }),
      { maxLength: 3 },
    ),
    sources,
  }),
});

const blocksOf = (given: NoteFacts): readonly Block[] =>
  noteOf(given, say).parts.flatMap((one) => ('key' in one ? one.blocks : one.once));
const inlinesOf = (block: Block): readonly Inline[] => {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'picture':
      return [];
    default:
      return [block.text];
  }
};
const textOf = (given: NoteFacts): string => blocksOf(given).flatMap(inlinesOf).map(plainOf).join('\n');
const isSourced = (text: Inline | undefined): boolean =>
  text !== undefined && runsOf(text).some((run) => run.muted === true && /^ ?\(лист «Лист», строки 2–9/.test(run.text));

describe('a note', () => {
  it('states no number without its sheet and rows: in the sentence, under the table, or in the words of the sheet', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const free = new Set(['note.head', 'note.title']);
        for (const one of noteOf(given, say).parts) {
          if (!('key' in one) || free.has(one.key)) continue;
          one.blocks.forEach((block, index) => {
            if (block.kind === 'heading' || block.kind === 'picture') return;
            const after = one.blocks[index + 1];
            if (block.kind === 'table') {
              expect(after?.kind === 'paragraph' && isSourced(after.text)).toBe(true);
              return;
            }
            for (const text of inlinesOf(block)) {
              // A caption's number is its own; what an indicator is made of says itself where it comes from.
              const isCaption = block.kind === 'paragraph' && block.keep === true;
              const isOrigin = block.kind === 'list' && runsOf(text).every((run) => run.small === true);
              if (/\d/.test(plainOf(text)) && !isCaption && !isOrigin)
                expect([plainOf(text), isSourced(text)]).toEqual([plainOf(text), true]);
            }
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never says NaN, undefined or Infinity, and no wording is left unfilled', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const text = textOf({ ...given, school: '', programme: 'П', cycle: 'Ц' });
        expect(text).not.toMatch(UNSAID);
      }),
      { numRuns: 150 },
    );
  });

  it('takes strange words as words, each on one line', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const text of blocksOf(given).flatMap(inlinesOf)) {
          for (const run of runsOf(text)) expect(run.link).toBeUndefined();
          expect(Array.from(plainOf(text)).every((one) => one >= ' ')).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
    const [title] = ['=IMPORTRANGE("x")<b>{count}</b>'];
    const text = textOf({
      ...EMPTY,
      surveys: [{ title: title ?? '', answered: { have: 1, of: 2 }, sources: rows('Опросы') }],
    });
    expect(text).toContain('=IMPORTRANGE("x")<b>{count}</b>: ответили 1 из 2, 50 %.'.replace('50 %', '50\u00a0%'));
  });

  it('of nothing says section by section what has not happened yet, and no number', () => {
    const text = textOf(EMPTY);
    for (const sentence of [
      'Опросы в этом цикле ещё не проводились|Сводки по компетенциям ещё нет',
      'Самооценка ещё не проведена',
      'Мобильные группы ещё не опубликованы',
      'Отзывов о занятиях ещё нет',
      'Целевые показатели ещё не посчитаны',
      'Индивидуальные маршруты в этом цикле ещё не составлены',
      'Плана мероприятий в таблице нет',
      'Второй цикл ещё не проведён',
      'Модель мобильных групп ещё не оценена',
      'Принятых материалов в методическом банке ещё нет',
      'Нерешённых задач по данным таблицы нет',
    ])
      expect(text).toMatch(new RegExp(sentence));
    const numbers = blocksOf(EMPTY)
      .filter(({ kind }) => kind !== 'heading' && kind !== 'title' && kind !== 'subtitle')
      .flatMap(inlinesOf)
      .map(plainOf)
      .filter((line) => /\d/.test(line));
    expect(numbers).toEqual([expect.stringContaining('Составлена 01.12.2026')]);
  });

  it('has a part of its own for every section, and room for people between them', () => {
    const { parts } = noteOf(EMPTY, say);
    const keys = parts.flatMap((one) => ('key' in one ? [one.key] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(parts.filter((one) => 'once' in one)).toHaveLength(4);
    const titles = parts
      .flatMap((one) => ('key' in one ? one.blocks : []))
      .flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [plainOf(block.text)] : []));
    expect(titles).toEqual(['Основные выводы', '1. Итоги', '2. Ресурсы', '3. Перспективы']);
  });

  it('tells in its summary what there was, what has been done, what came of it and what is next', () => {
    expect(
      summaryText(new Writer(say), EMPTY)
        .split('\n\n')
        .map((line) => line.split('. ')[0]),
    ).toEqual(['Что было', 'Что сделано', 'Что получилось', 'Что дальше']);
  });
});

describe('a chart', () => {
  const chart = (shares: readonly number[], ofWhole: boolean): readonly number[] => {
    const [, table] = new Writer(say).chart(
      {
        caption: { code: 'note.chart.needs' },
        label: { code: 'note.head.competency' },
        ...(ofWhole ? { ofWhole: true as const } : {}),
        columns: [{ head: { code: 'note.head.needs' }, fill: 'blue' }],
        rows: shares.map((one) => ({ label: 'x', bars: [{ share: one, text: 'n' }] })),
      },
      { sources: rows('Лист') },
    );
    if (table?.kind !== 'table') throw new Error('a chart is a table');
    return table.rows.map(([, bar]) => runsOf(bar ?? '').find(({ fill }) => fill !== undefined)?.text.length ?? 0);
  };

  it('draws bars as long as their numbers say: the greatest fills the column, of a whole each by itself', () => {
    expect(chart([0.5, 0.25, 0], false)).toEqual([58, 29, 0]);
    expect(chart([0.5, 0.25, 0], true)).toEqual([29, 15, 0]);
  });

  it('shows the least number as a bar, and none longer than the column', () => {
    expect(chart([1, 0.001], true)).toEqual([58, 1]);
    expect(chart([3, NaN, -1], true)).toEqual([58, 0, 0]);
  });
});

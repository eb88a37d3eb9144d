import type { ItemSpec } from '../../../src/domain/survey/form-spec';
import {
  addressedOf,
  agreementOf,
  feedbackOf,
  needsOf,
  offerOf,
  pointsOf,
  selfOf,
} from '../../../src/domain/survey/read-answers';

const intent = (n: number, ids: readonly string[]): ItemSpec => ({
  key: `intent:${n}`,
  title: '?',
  type: 'checkboxGrid',
  required: false,
  rows: ids.map((value) => ({ value, label: value })),
  columns: [],
});

describe('reading answers', () => {
  it('takes «none of these» for no need at all', () => {
    expect(needsOf({ needs: ['none'] }).competencies).toEqual([]);
    expect(needsOf({ needs: ['ict.forms'], 'needs.other': 'Видео', code: ' У-001 ', consent: 'v1' })).toEqual({
      competencies: ['ict.forms'],
      other: 'Видео',
      code: 'У-001',
      consent: 'v1',
    });
  });

  it('reads levels as numbers and leaves out what is no level', () => {
    expect(
      selfOf({ 'level:a': '0', 'level:b': '4', 'level:c': '5', 'level:d': '', 'level:e': '6', 'level:f': '1.5' }, [])
        .levels,
    ).toEqual({ a: 0, b: 4, c: 5 });
  });

  it('gives the questions of an area to the competencies wanted there', () => {
    const answers = { 'intent:1': { a: ['want'], b: ['help'] }, 'questions:1': '1. Как начать?\n- Чем кончить?' };
    const self = selfOf(answers, [intent(1, ['a', 'b', 'c'])]);
    expect(self.wants).toEqual(['a']);
    expect(self.helps).toEqual(['b']);
    expect(self.questions).toEqual({ a: ['Как начать?', 'Чем кончить?'] });
  });

  it('gives the questions of an area to all of it when nothing is wanted', () => {
    expect(selfOf({ 'questions:2': 'Как?' }, [intent(1, ['x']), intent(2, ['a', 'b'])]).questions).toEqual({
      a: ['Как?'],
      b: ['Как?'],
    });
  });

  it('gives convenient times as weekday and band, sorted', () => {
    const times = { '2': ['15:00-16:00', '14:00-15:00'], '1': ['14:00-15:00'] };
    expect(selfOf({ times }, []).times).toEqual(['1|14:00-15:00', '2|14:00-15:00', '2|15:00-16:00']);
  });

  it('counts a partial need as a need', () => {
    expect(['yes', 'partly', 'no'].map((need) => addressedOf({ need }).needed)).toEqual([true, true, false]);
  });

  it('keeps practical answers by their question, with gaps where nothing was said', () => {
    expect(addressedOf({ 'practice:3': 'never', 'practice:1': 'can' }).practice).toEqual(['can', undefined, 'never']);
  });

  it('reads the programme a consultant proposes', () => {
    expect(
      agreementOf({ ready: 'yes', covered: ['1', '3'], topics: 'Фильтры', slots: ['2|15:00-16:00'] }),
    ).toMatchObject({
      ready: true,
      covered: [0, 2],
      topics: 'Фильтры',
      slots: ['2|15:00-16:00'],
      place: '',
    });
    expect(agreementOf({ ready: 'no' }).ready).toBe(false);
  });

  it('reads both sides’ feedback, what a side is not asked being undefined', () => {
    expect(feedbackOf({ 'scale:pace': 4, before: 0, now: 2, again: 'no' })).toMatchObject({
      scales: { pace: 4 },
      before: 0,
      now: 2,
      again: false,
    });
    expect(feedbackOf({ 'scale:goals': 5 })).toMatchObject({ before: undefined, now: undefined, again: undefined });
  });

  it('reads an offered resource and its tags', () => {
    expect(
      offerOf({
        title: 'Тест',
        kind: 'algorithm',
        competency: 'ict.forms',
        link: 'https://example.org',
        tags: 'тест, 5 класс;',
      }),
    ).toMatchObject({
      kind: 'algorithm',
      tags: ['тест', '5 класс'],
    });
  });

  it('splits what was written into points, dropping bullets and numbers but not numbers in the text', () => {
    expect(pointsOf('• Раз\r\n2) Два; 3 класс\n\n— Три')).toEqual(['Раз', 'Два', '3 класс', 'Три']);
  });
});

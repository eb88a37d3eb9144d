import { parseAnswers, toRespondentAnswers } from '../../examples/answers-format';
import { sampleNeeds, sampleSelf } from '../../examples/generator/forms';

const HEAD = ['form', 'at', 'email', 'about'];

describe('an answers file', () => {
  it('gives one typed submission a row', () => {
    const sheet = [
      [...HEAD, 'needs', 'times', 'level:ict.forms', 'scale:pace', 'topic'],
      ['needs', '2026-09-07 09:05', 'a@school.example', '', 'ict.forms; ict.distance', '', '', '', ''],
      [
        'self',
        '07.09.2026 9:05:30',
        'b@school.example',
        '',
        '',
        '1|14:00-15:00;1|15:00-16:00;3|14:00-15:00',
        '2',
        '',
        '',
      ],
      ['addressed', '2026-09-07T23:59', 'c@school.example', 'ict.forms', '', '', '', '', 'Свой тест'],
    ];
    expect(parseAnswers(sheet)).toEqual({
      problems: [],
      submissions: [
        {
          row: 2,
          kind: 'needs',
          at: '2026-09-07T09:05',
          email: 'a@school.example',
          about: '',
          answers: { needs: ['ict.forms', 'ict.distance'] },
        },
        {
          row: 3,
          kind: 'self',
          at: '2026-09-07T09:05',
          email: 'b@school.example',
          about: '',
          answers: { times: { '1': ['14:00-15:00', '15:00-16:00'], '3': ['14:00-15:00'] }, 'level:ict.forms': '2' },
        },
        {
          row: 4,
          kind: 'addressed',
          at: '2026-09-07T23:59',
          email: 'c@school.example',
          about: 'ict.forms',
          answers: { topic: 'Свой тест' },
        },
      ],
    });
  });

  it('takes Russian headings and kinds, and a byte order mark', () => {
    const sheet = [
      ['\uFEFFВид', 'Отправлено', 'Электронная  почта', 'О чём', 'need'],
      ['Адресный опрос', '01.10.2026 10:00', 'a@b.example', 'ict.forms', 'yes'],
      ['', '', '', '', ''],
    ];
    expect(parseAnswers(sheet).submissions).toMatchObject([
      { kind: 'addressed', about: 'ict.forms', answers: { need: 'yes' } },
    ]);
  });

  it('says row and column of each bad cell, one problem each, and reads the other rows', () => {
    const sheet = [
      [...HEAD, 'level:ict.forms', 'times', 'before', 'need'],
      ['tests', 'вчера', '', '', '', '', '', ''],
      ['self', '2026-09-07 10:00', 'a@b.example', '', '7', '1-14:00', '', ''],
      ['addressed', '2026-09-07 10:00', 'a@b.example', '', '', '', 'три', 'да нет'],
      ['self', '2026-09-07 10:00', 'a@b.example', '', '4', '', '', ''],
    ];
    const { submissions, problems } = parseAnswers(sheet);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'form', 'answers.form.unknown'],
      [2, 'at', 'answers.at.bad'],
      [2, 'email', 'answers.email.missing'],
      [3, 'level:ict.forms', 'answers.level.bad'],
      [3, 'times', 'answers.grid.bad'],
      [4, 'before', 'answers.number.bad'],
      [4, 'need', 'answers.code.bad'],
      [4, 'about', 'answers.about.missing'],
    ]);
    expect(submissions.map(({ row }) => row)).toEqual([5]);
  });

  it('reads no row when a heading is unknown, twice there or missing', () => {
    const row = ['self', '2026-09-07 10:00', 'a@b.example', '1', '2'];
    expect(parseAnswers([['form', 'at', 'email', 'levels', 'code'], row]).problems).toEqual([
      { code: 'answers.column.unknown', row: 1, column: 'levels', fields: { column: 'levels' } },
    ]);
    expect(parseAnswers([['form', 'at', 'email', 'code', 'code'], row]).problems[0]?.code).toBe(
      'answers.column.repeated',
    );
    expect(parseAnswers([['form', 'at', 'code'], row]).problems[0]).toMatchObject({
      code: 'answers.column.missing',
      fields: { column: 'email' },
    });
  });

  it('is refused when it holds nothing', () => {
    for (const sheet of [[], [HEAD], [HEAD, ['', '']]])
      expect(parseAnswers(sheet).problems[0]?.code).toBe('answers.empty');
  });
});

describe("a respondent's answers", () => {
  it('are the labels a person sees, by the question they read', () => {
    const { answers } = toRespondentAnswers(sampleNeeds(), { needs: ['ict.forms', 'none'] });
    expect(Object.values(answers)).toEqual([['Работа с гугл-формами', 'Сейчас ничего из этого не нужно']]);
    const grid = toRespondentAnswers(sampleSelf(), { 'intent:2': { 'ict.forms': ['want', 'help'] } });
    expect(Object.values(grid.answers)).toEqual([
      { 'Работа с гугл-формами': ['Хочу освоить', 'Готов помочь коллегам'] },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('hold the answer to a question that reads %s', (title) => {
    const { answers } = toRespondentAnswers([{ key: 'topic', type: 'text', title, required: false }], { topic: 'Да' });
    expect(Object.entries(answers)).toEqual([[title, 'Да']]);
  });

  it('leave out, and report, what the form does not ask or offer', () => {
    const { answers, missing } = toRespondentAnswers(sampleNeeds(), { needs: ['ict.forms', 'ict.robots'], now: 3 });
    expect(Object.values(answers)).toEqual([['Работа с гугл-формами']]);
    expect(missing).toEqual([
      { key: 'needs', value: 'ict.robots' },
      { key: 'now', value: '' },
    ]);
  });
});

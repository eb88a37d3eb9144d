// The page's first screen: where the cycle stands, what comes next, and where every number is from.
import { grouped, invited, needsAsked, needsOf, PEOPLE, published, scored, setUp, staffed, timetabled } from './school';
import { deskAt, emptyDesk } from './workspace';

it.each([
  ['nothing', 'setUp', undefined],
  ['the tables', 'importStaff', setUp],
  ['the staff', 'sendNeeds', staffed],
] as const)('after %s the next step is «%s»', (_name, next, stage) => {
  expect((stage === undefined ? emptyDesk() : deskAt(stage)).home().next).toBe(next);
});

it('every step says in a sentence where it stands, in the order of the work', () => {
  for (const stage of [setUp, staffed, scored, published, invited]) {
    const { steps } = deskAt(stage).home();
    expect(steps.map(({ action }) => action).filter((action) => action !== 'setUpBank')[0]).toBe('setUp');
    for (const { line, title } of steps) {
      expect(line).toMatch(/[а-яё]{3}/i);
      expect(title).toMatch(/[а-яё]{3}/i);
    }
  }
});

it.each([
  ['formGroups', grouped],
  ['publishGroups', published],
  ['makeTimetable', timetabled],
  ['sendInvitations', invited],
] as const)('«%s» is done once it has been done', (action, stage) => {
  expect(
    deskAt(stage)
      .home()
      .steps.find((step) => step.action === action)?.state,
  ).toBe('done');
});

it('every number names its sheet', () => {
  const { numbers } = deskAt(scored).home();
  expect(numbers.length).toBeGreaterThan(0);
  for (const { source, value } of numbers) {
    expect(source).toMatch(/Лист «.+»|«.+»/);
    expect(value).not.toBe('');
  }
});

it('an answer nobody is known for is a problem to mend, and says where', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', 'stranger@mail.example', needsOf(PEOPLE.wind));
  desk.press('processAnswers');
  const step = desk.home().steps.find(({ action }) => action === 'processAnswers');
  expect(step?.state).toBe('problem');
});

it('looking changes nothing', () => {
  const desk = deskAt(published);
  const before = desk.picture();
  desk.home();
  desk.director.ask({ method: 'runs' });
  for (const action of ['setUp', 'importStaff', 'fileResources', 'undoRun'] as const)
    desk.director.ask({ method: 'fields', action });
  expect(desk.picture()).toEqual(before);
});

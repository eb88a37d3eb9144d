// Russian numbers and cases in the wordings of the plan, the indicators, the pairs and communities, and the cards.
import { say } from '../../src/messages/all';

const NUMBERS = [1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 100, 101, 111, 112];

/** Which of the three forms goes with a number: an independent statement of the rule. */
const formOf = (count: number, [one, few, many]: readonly [string, string, string]): string =>
  count % 100 >= 11 && count % 100 <= 14
    ? many
    : count % 10 === 1
      ? one
      : count % 10 >= 2 && count % 10 <= 4
        ? few
        : many;

const CASES: readonly (readonly [
  code: string,
  fields: (count: number) => Readonly<Record<string, string | number>>,
  forms: readonly [string, string, string],
])[] = [
  ['plan.standing.overdue', (days) => ({ times: 1, days }), ['день', 'дня', 'дней']],
  ['plan.standing.now', (days) => ({ days }), ['день', 'дня', 'дней']],
  ['plan.standing.ahead', (days) => ({ days, from: '2026-12-01' }), ['день', 'дня', 'дней']],
  ['indicator.advice.missing', (count) => ({ count }), ['человека', 'человек', 'человек']],
  ['indicator.advice.unknown', (count) => ({ count }), ['учителе', 'учителях', 'учителях']],
  ['indicator.advice.modules', (modules) => ({ modules }), ['группы', 'групп', 'групп']],
  ['pairs.will', (pairs) => ({ pairs, kept: 0 }), ['пара', 'пары', 'пар']],
  ['communities.will', (communities) => ({ communities, kept: 0 }), ['сообщество', 'сообщества', 'сообществ']],
];

describe.each(CASES)('%s', (code, fields, forms) => {
  it.each(NUMBERS)('bends its noun with %d', (count) => {
    expect(say({ code, fields: fields(count) })).toMatch(
      new RegExp(`(^|\\s)${String(count)}\\s${formOf(count, forms)}([\\s.,:;]|$)`),
    );
  });
});

it.each([
  [1, 'придёт 1 из 5'],
  [2, 'придут 2 из 5'],
  [5, 'придут 5 из 5'],
  [0, 'пока никто не ответил «да»'],
])('the card says of %d acceptances: «%s»', (accepted, text) => {
  expect(say({ code: 'cards.coming', fields: { accepted, guests: 5 } })).toBe(text);
});

it.each([
  [1, 'Получится 1 пара'],
  [2, 'Получатся 2 пары'],
  [5, 'Получится 5 пар'],
  [21, 'Получится 21 пара'],
])('%d pairs have a verb that fits: «%s»', (pairs, text) => {
  expect(say({ code: 'pairs.will', fields: { pairs, kept: 0 } })).toContain(text);
});

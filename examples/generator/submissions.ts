// From the profiles to what each synthetic teacher sends in, form by form.
import type { Answer, FormKind } from '../../src/domain/survey/form-spec';
import type { Competency } from '../../src/domain/framework/framework';
import { targetFor } from '../../src/domain/framework/framework';
import { addDays, localDateTime } from '../../src/domain/local-time';
import * as keys from '../../src/domain/survey/keys';
import { areasOf } from '../../src/domain/survey/self-assessment';
import type { Submission } from '../answers-format';
import { byText, Dice } from './dice';
import type { Person } from './people';
import * as phrases from './phrases';
import type { Profile } from './profiles';

export type Sent = Omit<Submission, 'row'>;

export interface SendingPlan {
  readonly seed: number;
  readonly competencies: readonly Competency[];
  /** Version of the consent's text. */
  readonly consent: string;
  /** Who answers the needs survey twice; who mistypes the e-mail there. */
  readonly twice: number;
  readonly mistyped: number;
  /** E-mail of somebody who is on no list and answers all the same. */
  readonly outsider?: string;
  /** Technology → how many of those who chose it leave the addressed survey unanswered. */
  readonly addressedSilent: Readonly<Record<string, number>>;
  /** Shares of those asked who send the agreement and the feedback. */
  readonly agreementShare: number;
  readonly feedbackShare: number;
  readonly offers: number;
}

/** What the staff answers. */
type StaffForm = Exclude<FormKind, 'pupils'>;

/** First day on which answers of a kind come in, and for how many days they do. */
const CALENDAR: Readonly<Record<StaffForm, readonly [string, number]>> = {
  needs: ['2026-09-07', 4],
  self: ['2026-09-14', 5],
  addressed: ['2026-09-21', 3],
  agreement: ['2026-09-28', 3],
  'feedback.consultant': ['2026-10-19', 5],
  'feedback.consultee': ['2026-10-19', 5],
  offer: ['2026-10-26', 5],
};

type Given = Readonly<Record<string, Answer | undefined>>;

/** Questions left alone are absent. */
function answered(given: Given): Record<string, Answer> {
  const out: Record<string, Answer> = {};
  for (const [key, answer] of Object.entries(given)) {
    if (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)) continue;
    if (typeof answer === 'object' && !Array.isArray(answer) && Object.keys(answer).length === 0) continue;
    out[key] = answer;
  }
  return out;
}

/** An address with one letter gone, as people mistype; never one that belongs to somebody. */
export function mistype(email: string): string {
  const at = email.indexOf('@');
  return email.slice(0, at - 4) + email.slice(at - 3);
}

export function submissionsOf(profiles: readonly Profile[], plan: SendingPlan): Sent[] {
  const dice = new Dice(plan.seed);
  const sent: Sent[] = [];
  const send = (kind: StaffForm, person: Pick<Person, 'email'>, given: Given, extra: Partial<Sent> = {}): void => {
    const [from, days] = CALENDAR[kind];
    const at = localDateTime(addDays(from, dice.between(0, days - 1)), dice.between(8 * 60, 21 * 60));
    sent.push({ kind, at, email: person.email, about: '', answers: answered(given), ...extra });
  };
  sendNeeds(dice, profiles, plan, send);
  for (const profile of profiles)
    if (profile.answersSelf) send('self', profile.person, selfAnswers(dice, profile, plan));
  for (const { id, practice } of plan.competencies.filter(({ inNeedsSurvey }) => inNeedsSurvey))
    sendAddressed(dice, profiles, plan, id, practice.length, send);
  for (const { id } of plan.competencies) sendSessions(dice, profiles, plan, id, send);
  for (const offer of phrases.OFFERS.slice(0, plan.offers)) {
    const author = profiles.find(({ helps }) => helps.includes(offer.competency)) ?? dice.pick(profiles);
    const link = `https://example.org/bank/${offer.competency}`;
    send('offer', author.person, { ...offer, link, [keys.CODE]: author.person.code });
  }
  const order = Object.keys(CALENDAR);
  return sent
    .map((submission, index) => ({ submission, index }))
    .sort(
      (a, b) =>
        order.indexOf(a.submission.kind) - order.indexOf(b.submission.kind) ||
        byText(a.submission.at, b.submission.at) ||
        a.index - b.index,
    )
    .map(({ submission }) => submission);
}

type Send = (kind: StaffForm, person: Pick<Person, 'email'>, given: Given, extra?: Partial<Sent>) => void;

function sendNeeds(dice: Dice, profiles: readonly Profile[], plan: SendingPlan, send: Send): void {
  const answering = profiles.filter(({ answersNeeds }) => answersNeeds);
  const choosers = answering.filter(({ chosen }) => chosen.length > 0);
  const content = answering.filter(({ chosen }) => chosen.length === 0);
  const twice = new Set(dice.some(choosers, plan.twice));
  // One who mistypes gives his code and is known by it. The other gives none and needs nothing, so that the published counts
  // do not hang on whether somebody has sorted his answer out.
  const byCode = choosers.find((profile) => !twice.has(profile));
  const mistyped = new Set([byCode, content[0]].slice(0, plan.mistyped));
  for (const profile of answering) {
    const { person, chosen } = profile;
    const given = (needs: readonly string[]): Given => ({
      [keys.NEEDS]: needs.length > 0 ? needs : [keys.NO_NEED],
      [keys.NEEDS_OTHER]: dice.chance(0.08) ? dice.pick(phrases.OTHER_NEEDS) : undefined,
      [keys.CODE]: profile === byCode || (!mistyped.has(profile) && dice.chance(0.5)) ? person.code : undefined,
      [keys.CONSENT]: plan.consent,
    });
    const wrong = mistyped.has(profile) ? { email: mistype(person.email) } : {};
    if (twice.has(profile)) {
      const before = dice.some(
        plan.competencies.filter(({ inNeedsSurvey }) => inNeedsSurvey),
        dice.between(1, 3),
      );
      const first = { at: localDateTime(CALENDAR.needs[0], 7 * 60 + dice.between(0, 50)) };
      send('needs', person, given(before.map(({ id }) => id)), first);
      // People write their own address with capitals as they please.
      send('needs', { email: person.email.toUpperCase() }, given(chosen));
    } else send('needs', person, given(chosen), wrong);
  }
  if (plan.outsider !== undefined)
    send(
      'needs',
      { email: plan.outsider },
      { [keys.NEEDS]: ['ict.distance', 'ict.forms'], [keys.CONSENT]: plan.consent },
    );
}

function selfAnswers(dice: Dice, profile: Profile, plan: SendingPlan): Given {
  const given: Record<string, Answer | undefined> = {
    [keys.CODE]: dice.chance(0.6) ? profile.person.code : undefined,
    [keys.CONSENT]: plan.consent,
  };
  areasOf(plan.competencies).forEach(({ competencies }, index) => {
    const intent: Record<string, string[]> = {};
    const questions: string[] = [];
    for (const { id } of competencies) {
      given[keys.levelKey(id)] = String(profile.levels[id] ?? 0);
      const wants = profile.wants.includes(id);
      const columns = [...(wants ? [keys.WANT] : []), ...(profile.helps.includes(id) ? [keys.HELP] : [])];
      if (columns.length > 0) intent[id] = columns;
      const known = phrases.QUESTIONS[id] ?? [];
      if (wants && dice.chance(0.7)) questions.push(...dice.some(known, dice.between(1, 2)));
    }
    given[keys.intentKey(index + 1)] = intent;
    given[keys.questionsKey(index + 1)] = questions.join('\n');
  });
  const times: Record<string, string[]> = {};
  for (const slot of profile.times) {
    const [day = '', band = ''] = slot.split('|');
    times[day] = [...(times[day] ?? []), band];
  }
  given[keys.TIMES] = times;
  return given;
}

function sendAddressed(
  dice: Dice,
  profiles: readonly Profile[],
  plan: SendingPlan,
  id: string,
  questions: number,
  send: Send,
): void {
  const asked = profiles.filter(({ chosen }) => chosen.includes(id));
  const silent = new Set(
    dice.some(
      asked.filter(({ needed }) => !needed.includes(id)),
      plan.addressedSilent[id] ?? 0,
    ),
  );
  for (const profile of asked) {
    if (silent.has(profile)) continue;
    const needs = profile.needed.includes(id);
    const given: Record<string, Answer | undefined> = {
      [keys.NEED]: needs ? (dice.chance(0.65) ? 'yes' : 'partly') : 'no',
      [keys.TOPIC]: needs && dice.chance(0.5) ? dice.pick(phrases.TOPICS) : undefined,
      [keys.CODE]: dice.chance(0.3) ? profile.person.code : undefined,
    };
    for (let i = 1; i <= questions; i += 1) {
      const skill = (profile.levels[id] ?? 0) + dice.normal() - i / 4;
      given[keys.practiceKey(i)] = skill > 2 ? 'can' : skill > 0.8 ? 'hint' : 'never';
    }
    send('addressed', profile.person, given, { about: id });
  }
}

/** Agreement and feedback: of all who could be in a group of the competency, for nobody knows the groups yet. */
function sendSessions(dice: Dice, profiles: readonly Profile[], plan: SendingPlan, id: string, send: Send): void {
  const about = { about: id };
  for (const { person, helps, times } of profiles) {
    if (!helps.includes(id)) continue;
    if (dice.chance(plan.agreementShare)) {
      send(
        'agreement',
        person,
        {
          [keys.READY]: 'yes',
          [keys.COVERED]: ['1', '2'],
          [keys.TOPICS]: dice.pick(phrases.SESSION_TOPICS),
          [keys.TASK]: dice.pick(phrases.TASKS),
          [keys.MATERIALS]: dice.pick(phrases.MATERIALS),
          [keys.SLOTS]: dice.some(times, 3).sort(),
          [keys.PLACE]: dice.pick(phrases.PLACES),
        },
        about,
      );
    }
    if (dice.chance(plan.feedbackShare)) {
      send(
        'feedback.consultant',
        person,
        {
          [keys.scaleKey('readiness')]: dice.between(2, 5),
          [keys.scaleKey('activity')]: dice.between(3, 5),
          [keys.scaleKey('goals')]: dice.between(3, 5),
          [keys.AGAIN]: dice.chance(0.5) ? 'yes' : 'no',
          [keys.DIFFICULTIES]: dice.chance(0.7) ? dice.pick(phrases.DIFFICULTIES) : undefined,
          [keys.COMMENTS]: dice.chance(0.5) ? dice.pick(phrases.ADVICE) : undefined,
        },
        about,
      );
    }
  }
  const competency = plan.competencies.find((candidate) => candidate.id === id);
  for (const { person, levels, answersSelf } of profiles) {
    const before = levels[id] ?? 0;
    if (competency === undefined || !answersSelf || before >= targetFor(competency, person.role)) continue;
    if (!dice.chance(plan.feedbackShare)) continue;
    send(
      'feedback.consultee',
      person,
      {
        [keys.BEFORE]: before,
        [keys.NOW]: Math.min(4, before + (dice.chance(0.75) ? 1 : 0)),
        [keys.scaleKey('usefulness')]: dice.between(3, 5),
        [keys.scaleKey('clarity')]: dice.between(3, 5),
        [keys.scaleKey('practice')]: dice.between(2, 5),
        [keys.scaleKey('pace')]: dice.between(3, 5),
        [keys.AGAIN]: dice.chance(0.4) ? 'yes' : 'no',
        [keys.APPLIED]: dice.chance(0.6) ? dice.pick(phrases.APPLIED) : undefined,
        [keys.COMMENTS]: dice.chance(0.4) ? dice.pick(phrases.LIKED) : undefined,
      },
      about,
    );
  }
}

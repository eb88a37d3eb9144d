// What an hourly check costs: Apps Script grants triggers 90 minutes a day, and most hours have nothing to do.
import { type LatencyModel, type ServiceCall, TYPICAL_LATENCY } from '../../local/index';
import { ANSWERS, JOURNAL, MODULES, SURVEYS } from '../../src/workbook/tables';
import type { Desk } from './desk';
import {
  agreementAsked,
  ANSWERING,
  invited,
  needsAsked,
  needsOf,
  PEOPLE,
  selfOf,
  statesOf,
  timetabled,
} from './school';
import { DAY, deskAt, HOUR, MINUTE } from './workspace';

/** Names of the calls of each heartbeat in that time. */
function beats(desk: Desk, during: number): string[][] {
  const { workspace } = desk;
  const [calls, executions] = [workspace.calls.length, workspace.executions.length];
  desk.wait(during);
  return workspace.executions
    .slice(executions)
    .filter(({ functionName }) => functionName === 'onHeartbeat')
    .map(({ index }) =>
      workspace.calls
        .slice(calls)
        .filter(({ execution }) => execution === index)
        .map(({ service, method }) => `${service}.${method}`),
    );
}

/** Sheets that one execution has read more than once. */
function readTwice(calls: readonly ServiceCall[]): readonly string[] {
  const read = calls
    .filter(({ method }) => method === 'getDataRange')
    .map(({ execution, on }) => `${String(execution)} ${String(on)}`);
  return read.filter((one, at) => read.indexOf(one) < at);
}

it('looks at a form that may get answers and at nothing else, and says that it was there: five calls', () => {
  const desk = deskAt(needsAsked);
  desk.wait(HOUR + MINUTE);
  for (const calls of beats(desk, 3 * HOUR))
    expect(calls).toEqual([
      'PropertiesService.getDocumentProperties',
      'Properties.getProperties',
      'FormApp.openById',
      'Form.getResponses',
      'Properties.setProperty',
    ]);
});

it('having processed answers rests for three hours, in which it would not process more: three calls', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
  const [processing = [], ...resting] = beats(desk, 3 * HOUR);
  expect(processing).toContain('Form.getResponses');
  expect(statesOf(desk, PEOPLE.wind.code)).toEqual(['учтён']);
  expect(resting.length).toBeGreaterThanOrEqual(2);
  for (const calls of resting)
    expect(calls).toEqual([
      'PropertiesService.getDocumentProperties',
      'Properties.getProperties',
      'Properties.setProperty',
    ]);
});

it('takes the answers of these hours with the next processing', () => {
  const desk = deskAt(needsAsked);
  const [first, ...others] = ANSWERING;
  if (first === undefined) throw new Error('nobody answers');
  desk.answer('needs', first.email, needsOf(first));
  desk.wait(HOUR + MINUTE);
  for (const someone of others) desk.answer('needs', someone.email, needsOf(someone));
  desk.wait(4 * HOUR);
  expect(ANSWERING.map(({ code }) => statesOf(desk, code))).toEqual(ANSWERING.map(() => ['учтён']));
});

describe('in a school of hundreds of forms', () => {
  const MANY = 200;

  /** The consultants' forms are out, the guests have their invitations, and the register names many more open forms. */
  function manyForms(cycle?: string, latency: LatencyModel | 'typical' = 'typical'): Desk {
    const desk = deskAt(agreementAsked, { latency });
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    const sheet = desk.sheet(SURVEYS.title);
    const [headings = [], ...rows] = sheet.getDataRange().getValues() as string[][];
    const at = (key: keyof typeof SURVEYS.columns): number => headings.indexOf(SURVEYS.columns[key].title);
    const form = rows.filter((row) => row[at('key')]?.includes('agreement') === true).pop() ?? [];
    const more = Array.from({ length: MANY }, (_u, n) =>
      form.map((cell, index) =>
        index === at('key') ? `1/agreement/X-${String(n)}` : index === at('cycle') ? (cycle ?? cell) : cell,
      ),
    );
    sheet.insertRowsAfter(sheet.getMaxRows(), MANY);
    sheet.getRange(rows.length + 2, 1, MANY, form.length).setValues(more);
    return desk;
  }

  it('looks at a part of them at a time, at each within hours, and the other duties have their turn every hour', () => {
    const desk = manyForms();
    const { eventId } = desk.row(MODULES, { module: desk.rows(MODULES)[0]?.module ?? '' });
    desk.workspace.respond({ email: PEOPLE.wind.email, eventId, status: 'accepted' });
    const [first = [], ...others] = beats(desk, HOUR + MINUTE);
    expect(first).toContain('Calendar.Events.list');
    expect(desk.row(MODULES, { eventId }).accepted).toBe('1');
    const looks = [first, ...others, ...beats(desk, 5 * HOUR)].map(
      (calls) => calls.filter((call) => call === 'Form.getResponses').length,
    );
    expect(Math.max(...looks)).toBeLessThan(60);
    expect(looks.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(MANY);
    const { executions } = desk.workspace;
    expect(executions.map(({ status }) => status)).not.toContain('killed');
    expect(Math.max(...executions.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(4 * MINUTE);
  });

  it('processes the answers that it has found, without reading the other forms', () => {
    const desk = manyForms();
    const { key = '', missing = '' } =
      desk.rows(SURVEYS).find(({ kind }) => kind === 'согласование с консультантом') ?? {};
    const someone = ANSWERING.find(({ name }) => missing.includes(name));
    if (someone === undefined) throw new Error('no consultant is asked');
    desk.answer(key, someone.email, { ready: 'yes', topics: 'Переходы' });
    const reads = beats(desk, 4 * HOUR).map((calls) => calls.filter((call) => call === 'Form.getResponses').length);
    expect(desk.rows(ANSWERS).filter(({ survey }) => survey.includes('agreement')).length).toBe(1);
    expect(Math.max(...reads)).toBeLessThan(60);
  });

  it('looks at forms of an earlier cycle only once a day, when there is time', () => {
    const desk = manyForms('0');
    const looked = beats(desk, DAY).map((calls) => calls.filter((call) => call === 'Form.getResponses').length);
    const looks = looked.reduce((sum, count) => sum + count, 0);
    expect(looks).toBeGreaterThan(MANY);
    expect(looks).toBeLessThan(3 * MANY);
  });

  it('where reading takes long too, begins nothing that would not come to its end in time: the next one begins it first', () => {
    let slow = false;
    const desk = manyForms(undefined, {
      ...TYPICAL_LATENCY,
      perCall: (call) =>
        slow && call.method === 'getValues' && call.execution !== 0 ? 11_000 : TYPICAL_LATENCY.perCall(call),
    });
    desk.set('retentionMonths', '0');
    desk.sleep(60 * DAY);
    slow = true;
    const asked = (): number => desk.rows(MODULES).filter(({ state }) => state === 'проведено').length;
    const looks = beats(desk, 3 * HOUR + MINUTE).map((calls) => calls.includes('Form.getResponses'));
    const took = desk.workspace.executions
      .filter(({ functionName }) => functionName === 'onHeartbeat')
      .map(({ startedAt, endedAt }) => endedAt - startedAt);
    expect(Math.max(...took)).toBeLessThan(4.5 * MINUTE);
    expect(looks[0]).toBe(true);
    expect(asked()).toBe(desk.rows(MODULES).length);
    expect(desk.letters().filter(({ subject }) => /отзыв|заняти/i.test(subject)).length).toBeGreaterThan(0);
  });
});

it('a form looked at once a day that could not be looked at is tried again in the next hour', () => {
  let broken = false;
  const desk: Desk = deskAt(agreementAsked, {
    faults: ({ execution, method }) =>
      broken && execution !== 0 && method === 'getResponses'
        ? { when: 'before', error: 'Сервис временно недоступен: Формы' }
        : undefined,
  });
  desk.press('makeTimetable');
  desk.press('sendInvitations');
  const { key = '', missing = '' } =
    desk.rows(SURVEYS).find(({ kind }) => kind === 'согласование с консультантом') ?? {};
  const someone = ANSWERING.find(({ name }) => missing.includes(name));
  desk.answer(key, someone?.email ?? '', { ready: 'yes', topics: 'Переходы' });
  broken = true;
  beats(desk, DAY);
  broken = false;
  beats(desk, 2 * HOUR);
  expect(desk.rows(ANSWERS).filter(({ survey }) => survey.includes('agreement')).length).toBe(1);
});

it('looking once a month for data kept too long, of which there are none, reads each table once and takes no turn', () => {
  const desk = deskAt(timetabled);
  desk.set('retentionMonths', '0');
  desk.wait(DAY);
  desk.set('retentionMonths', '6');
  const before = desk.workspace.calls.length;
  beats(desk, DAY);
  const calls = desk.workspace.calls.slice(before).filter(({ execution }) => execution > 0);
  expect(calls.filter(({ args }) => JSON.stringify(args).includes('oldMonth')).length).toBe(1);
  expect(readTwice(calls)).toEqual([]);
  expect(calls.filter(({ method }) => method === 'tryLock')).toEqual([]);
});

it('asking once a day whom to remind, and there is nobody, reads each table once and takes no turn', () => {
  const desk = deskAt(timetabled);
  desk.set('retentionMonths', '0');
  desk.wait(DAY);
  desk.set('autoRemind', 'да');
  desk.set('autoPlan', 'да');
  const before = desk.workspace.calls.length;
  beats(desk, 12 * HOUR);
  const calls = desk.workspace.calls.slice(before).filter(({ execution }) => execution > 0);
  const written = JSON.stringify(calls.map(({ args }) => args));
  expect(['reminded', 'planWeek'].filter((key) => !written.includes(key))).toEqual([]);
  expect(readTwice(calls)).toEqual([]);
  expect(calls.filter(({ method }) => method === 'tryLock')).toEqual([]);
});

describe('letters that ask for feedback wait for the next day', () => {
  /** One of four is out. */
  function waiting(): Desk {
    const desk = deskAt(invited);
    desk.sleep(new Date('2026-09-02T09:00:00Z').getTime() - desk.now());
    desk.workspace.world.spend('mail.recipients', desk.workspace.quota('mail.recipients') - 1, 'MailApp');
    desk.workspace.advanceTo(new Date('2026-09-02T10:30:00Z'));
    expect(desk.home().running).toMatchObject({ action: 'askFeedback', state: 'waiting' });
    return desk;
  }
  const asked = (desk: Desk): string[] =>
    desk.letters().flatMap(({ subject, to }) => (/Как прошло занятие/.test(subject) ? [to.join()] : []));

  it('and are not begun again: one turn, each table is read once, and each goes out once', () => {
    const desk = waiting();
    const before = desk.workspace.calls.length;
    beats(desk, HOUR);
    const calls = desk.workspace.calls.slice(before).filter(({ execution }) => execution > 0);
    expect(readTwice(calls)).toEqual([]);
    expect(calls.filter(({ method }) => method === 'tryLock').length).toBe(1);
    desk.wait(DAY);
    expect(new Set(asked(desk)).size).toBe(4);
    expect(asked(desk).length).toBe(4);
  });

  it('nor are they when answers have put them aside: other work goes on, and they go out once', () => {
    const desk = waiting();
    const { module = '' } = desk.rows(MODULES).find(({ title }) => /формами/.test(title)) ?? {};
    desk.answer('feedback.consultee/1', PEOPLE.wind.email, {
      ...{ module, before: 1, now: 2, again: 'no', comments: '' },
      ...{ 'scale:usefulness': 4, 'scale:clarity': 4, 'scale:practice': 4, 'scale:pace': 4 },
    });
    beats(desk, 4 * HOUR);
    const runs = desk.rows(JOURNAL).filter(({ action }) => action.startsWith('Собрать отзывы'));
    expect(runs.length).toBe(1);
    expect(desk.press('scoreMatrix').run.state).toBe('done');
    desk.wait(DAY);
    // Who has answered is not asked.
    expect(new Set(asked(desk)).size).toBe(3);
    expect(asked(desk).length).toBe(3);
  });
});

describe('a form that Google fails to open for a moment, while another has answers', () => {
  /** Two forms; as many looks at the one of `lost` fail as `failures` says: a look is made twice before it is given up. */
  function failing(lost: 'needs' | 'self'): { readonly desk: Desk; readonly failures: { left: number } } {
    const failures = { left: 0 };
    const desk: Desk = deskAt(needsAsked, {
      faults: ({ execution, method, on }) => {
        if (execution === 0 || method !== 'getResponses' || failures.left === 0) return undefined;
        if (on !== desk.survey(lost).formId) return undefined;
        failures.left -= 1;
        return { when: 'before', error: 'Сервис временно недоступен: Формы' };
      },
    });
    desk.press('sendSelf');
    return { desk, failures };
  }

  /** An answer to each; the second is the one that cannot be looked at. */
  function twoForms(): ReturnType<typeof failing> {
    const { desk, failures } = failing('self');
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
    return { desk, failures };
  }
  const taken = (desk: Desk): string[] => desk.rows(ANSWERS).map(({ survey }) => survey.split('/')[1] ?? '');

  it('is looked at again a second later: its answers are processed with those of the other', () => {
    const { desk, failures } = twoForms();
    failures.left = 1;
    beats(desk, HOUR);
    expect(failures.left).toBe(0);
    expect(taken(desk)).toEqual(['needs', 'self']);
  });

  it('is looked at first by the next heartbeat: its answers do not wait until others may be processed', () => {
    const { desk, failures } = twoForms();
    failures.left = 2;
    beats(desk, HOUR);
    expect(taken(desk)).toEqual(['needs']);
    beats(desk, HOUR);
    expect(taken(desk)).toEqual(['needs', 'self']);
  });

  it('when nothing else was due: the answers of the other are processed in the same hour', () => {
    const { desk, failures } = failing('needs');
    desk.wait(2 * HOUR);
    desk.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
    failures.left = 3;
    beats(desk, HOUR);
    expect(failures.left).toBe(0);
    expect(taken(desk)).toEqual(['self']);
  });

  it('is tried every hour until Google is back, and rests like the others afterwards', () => {
    const { desk, failures } = twoForms();
    failures.left = 4;
    beats(desk, 2 * HOUR);
    expect(taken(desk)).toEqual(['needs']);
    beats(desk, HOUR);
    expect(taken(desk)).toEqual(['needs', 'self']);
    for (const calls of beats(desk, 2 * HOUR)) expect(calls).not.toContain('Form.getResponses');
  });
});

describe('two heartbeats at once', () => {
  it('while somebody else writes the workbook nothing is written into it', () => {
    const desk = deskAt(invited);
    const { eventId } = desk.rows(MODULES)[0] ?? { eventId: '' };
    desk.workspace.respond({ email: PEOPLE.wind.email, eventId, status: 'accepted' });
    const release = desk.workspace.holdLock('document');
    desk.workspace.run('onHeartbeat');
    expect(desk.row(MODULES, { eventId }).accepted).toBe('0');
    release();
    desk.workspace.run('onHeartbeat');
    expect(desk.row(MODULES, { eventId }).accepted).toBe('1');
  });

  it('send the letter about data kept too long once', () => {
    let meets = 0;
    const desk: Desk = deskAt(timetabled, {
      faults: ({ execution, method }) => {
        if (execution !== 0 && method === 'getRemainingDailyQuota' && ++meets === 1)
          desk.workspace.run('onFormSubmitted');
        return undefined;
      },
    });
    desk.set('retentionMonths', '6');
    desk.sleep(200 * DAY + 4 * HOUR);
    desk.workspace.run('onHeartbeat');
    expect(meets).toBe(1);
    expect(desk.letters().filter(({ subject }) => subject.includes('срок хранения')).length).toBe(1);
  });
});

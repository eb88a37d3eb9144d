import type { RunView } from '../../src/shared/contract';
import type { Answer } from '../../src/sidebar/client';
import { type PumpPhase, type PumpPorts, pumpRun } from '../../src/sidebar/pump';
import { ENDED, RUN } from './samples';

const came = (view: Partial<RunView>): Answer<RunView> => ({ kind: 'value', value: { ...RUN, ...view } });
const BUSY: Answer<RunView> = { kind: 'refused', problems: [{ code: 'run.busy', text: 'Занято' }] };
const LOST: Answer<RunView> = { kind: 'lost', reason: 'lost', detail: '' };

/** Ports that give the answers in turn and write down what is asked of them; `stopAfter` calls a stop is asked for. */
function portsOf(answers: readonly Answer<RunView>[], stopAfter = Infinity) {
  const log: string[] = [];
  const waits: number[] = [];
  const phases: PumpPhase[] = [];
  const views: RunView[] = [];
  let asked = 0;
  let inFlight = 0;
  const answer = async (what: string, run: string): Promise<Answer<RunView>> => {
    log.push(`${what} ${run}`);
    inFlight += 1;
    if (inFlight > 1) throw new Error('two calls in flight');
    await Promise.resolve();
    inFlight -= 1;
    const given = answers[asked];
    asked += 1;
    if (given === undefined) throw new Error('asked too often');
    return given;
  };
  const ports: PumpPorts = {
    pump: (run) => answer('pump', run),
    stop: (run) => answer('stop', run),
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    stopAsked: () => asked >= stopAfter,
    onView: (view) => views.push(view),
    onPhase: (phase) => phases.push(phase),
  };
  return { ports, log, waits, phases, views };
}

describe('pumping', () => {
  it('asks again at once every time an answer came, until the run has ended', async () => {
    const { ports, log, waits, views } = portsOf([came({ done: 10 }), came({ done: 40 }), came(ENDED)]);
    await expect(pumpRun(RUN, ports)).resolves.toBeUndefined();
    expect(log).toEqual(['pump З-0012', 'pump З-0012', 'pump З-0012']);
    expect(waits).toEqual([]);
    expect(views.map(({ done }) => done)).toEqual([10, 40, 61]);
  });

  it('asks nothing about a run that has ended', async () => {
    const { ports, log } = portsOf([]);
    await pumpRun(ENDED, ports);
    expect(log).toEqual([]);
  });

  it('leaves a waiting run to the heartbeat', async () => {
    const { ports, log } = portsOf([came({ state: 'waiting', done: 39 })]);
    await expect(pumpRun(RUN, ports)).resolves.toBeUndefined();
    expect(log).toHaveLength(1);
  });

  it('slows down when the answers show no progress, and hurries again when they do', async () => {
    const same = came({ done: 5 });
    const { ports, waits } = portsOf([same, same, same, same, same, came({ done: 6 }), came(ENDED)]);
    await pumpRun(RUN, ports);
    expect(waits).toEqual([1000, 2000]);
  });

  it('waits ever longer, at most 15 s, while another window is at it', async () => {
    const { ports, waits, phases } = portsOf([...Array<Answer<RunView>>(6).fill(BUSY), came(ENDED)]);
    await expect(pumpRun(RUN, ports)).resolves.toBeUndefined();
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(phases).toContain('held');
  });

  it('tries a lost call twice more before a person is troubled with it', async () => {
    const saved = portsOf([LOST, LOST, came(ENDED)]);
    await expect(pumpRun(RUN, saved.ports)).resolves.toBeUndefined();
    const lost = portsOf([LOST, LOST, LOST]);
    await expect(pumpRun(RUN, lost.ports)).resolves.toEqual(LOST);
    expect(lost.log).toHaveLength(3);
  });

  it('gives a refusal to the person at once', async () => {
    const refusal: Answer<RunView> = { kind: 'refused', problems: [{ code: 'run.unknown', text: 'Нет такого' }] };
    const { ports, log } = portsOf([refusal]);
    await expect(pumpRun(RUN, ports)).resolves.toEqual(refusal);
    expect(log).toHaveLength(1);
  });

  it('stops after the portion in flight, and insists while the server is busy', async () => {
    const { ports, log, phases } = portsOf([came({ done: 10 }), BUSY, came({ state: 'stopped' })], 1);
    await pumpRun(RUN, ports);
    expect(log).toEqual(['pump З-0012', 'stop З-0012', 'stop З-0012']);
    expect(phases.slice(1).every((phase) => phase === 'stopping')).toBe(true);
  });

  it('stops a waiting run too', async () => {
    const { ports, log } = portsOf([came({ state: 'stopped' })], 0);
    await pumpRun({ ...RUN, state: 'waiting' }, ports);
    expect(log).toEqual(['stop З-0012']);
  });
});

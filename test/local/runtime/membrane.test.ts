// What scripts see of service objects, and what crosses between realms.
import { runInContext } from 'node:vm';
import { createScriptContext } from '../../../local/runtime/context';
import { Membrane, type Gate } from '../../../local/runtime/membrane';
import { ApiError, NotEmulated, ScriptError, scriptEnum, ServiceObject } from '../../../local/runtime/service';

const COLOUR = scriptEnum('Colour', ['RED', 'GREEN']);

class Part extends ServiceObject {
  readonly _name = 'Service.Part';
  parent: Service | undefined;
  getParent(): Service | undefined {
    return this.parent;
  }
}

class Service extends ServiceObject {
  readonly _name = 'Service';
  readonly Colour = COLOUR;
  readonly Parts = new Part();
  readonly world = new Map<string, string>();
  _secret = 1;
  received: unknown[] = [];
  constructor() {
    super();
    this.Parts.parent = this;
  }
  override get _free(): ReadonlySet<string> {
    return new Set(['id']);
  }
  get version(): string {
    return 'v1';
  }
  id(): number {
    return 7;
  }
  take(...args: unknown[]): this {
    this.received = args;
    return this;
  }
  give(): unknown {
    return {
      list: [1, 'a', [null, undefined]],
      when: new Date(5),
      part: this.Parts,
      colour: COLOUR.RED,
      bytes: new Uint8Array([1, 2]),
    };
  }
  fail(kind: string): never {
    if (kind === 'api')
      throw new ApiError('calendar.events.insert', 409, 'duplicate', 'The requested identifier already exists.');
    if (kind === 'unknown') throw new NotEmulated('Service.fail with unknown');
    throw new ScriptError('Range not found');
  }
  giveMap(): unknown {
    return new Map();
  }
}

function setUp(): {
  evaluate: (source: string) => unknown;
  service: Service;
  log: string[];
  membrane: Membrane<string>;
} {
  const log: string[] = [];
  const gate: Gate<string> = {
    alive: () => undefined,
    enter: (instance, method) => `${instance._name}.${method}`,
    leave: (call) => log.push(call),
    failed: (call) => log.push(`${call}!`),
    run: (body) => body(),
  };
  const script = createScriptContext({ now: () => 0, seed: 1 });
  const membrane = new Membrane(script.realm, gate);
  const service = new Service();
  script.define('S', membrane.service(service));
  return { evaluate: (source) => runInContext(source, script.context) as unknown, service, log, membrane };
}

describe('members', () => {
  it.each([
    ['S.version', 'v1'],
    ['S.id()', 7],
    ['S.take === S.take', true],
    ['S.take() === S', true],
    ['S.Parts === S.Parts && S.Parts.getParent() === S', true],
    ['S.Colour.RED === S.give().colour && S.Colour.RED !== S.Colour.GREEN', true],
    ['String(S.Colour.RED) + S.Colour.RED.name() + S.Colour.GREEN.ordinal()', 'REDRED1'],
    ['JSON.stringify({ c: S.Colour.RED })', '{"c":"RED"}'],
    ['Object.keys(S.Colour).join()', 'RED,GREEN'],
    ['typeof S._secret + typeof S._name', 'undefinedundefined'],
    ['typeof S.then + typeof S.toJSON + typeof S[Symbol.iterator]', 'undefinedundefinedundefined'],
    ['JSON.stringify(S)', '{}'],
    ['`${S} ${S.Parts}`', 'Service Part'],
    ['S.constructor === Object && S.hasOwnProperty("x") === false', true],
    ['"take" in S && S instanceof Object', true],
    ['S.take.name', 'take'],
    ['const { take } = S; take() === S', true],
    ['S.take.call(S) === S && String(S.toString.call(S.Parts))', 'Part'],
    ['typeof S.take.constructor("return process")', 'function'],
  ])('%s', (source, value) => {
    expect(setUp().evaluate(source)).toBe(value);
  });

  it.each([
    ['S.getRange', 'Service.getRange'],
    ['"getRange" in S', 'Service.getRange'],
    ['S.Colour.BLUE', 'Service.Colour.BLUE'],
    ['S.Parts.x()', 'Service.Part.x'],
    ['S.world', 'Service.world'],
    ['S.x = 1', 'assigning Service.x'],
    ['S.Colour.RED = 1', 'assigning Service.Colour.RED'],
    ['delete S.take', 'deleting Service.take'],
    ['S.take(new Map())', 'passing a Map to Service.take'],
    ['const { getParent } = S.Parts; getParent()', 'calling getParent without its object'],
    ['S.Parts.getParent.call({})', 'calling getParent without its object'],
    ['S.take.call(S.Parts)', 'calling take without its object'],
    ['S.giveMap()', 'passing a Map to Service.giveMap'],
    ['var a = {}; a.a = a; S.take(a)', 'passing an object that contains itself to Service.take'],
  ])('%s is NotEmulated', (source, what) => {
    const { evaluate } = setUp();
    expect(
      evaluate(`try { ${source}; 'no error' } catch (e) { e.name + '|' + e.message + '|' + (e instanceof Error) }`),
    ).toBe(`NotEmulated|NotEmulated: ${what}|true`);
  });

  it('cannot lead a script out of its realm', () => {
    const { evaluate } = setUp();
    expect(evaluate('S.take.constructor === Function && S.give.constructor("return typeof process")()')).toBe(
      'undefined',
    );
  });
});

describe('values', () => {
  it('arrive in the script as its own realm’s arrays, objects and dates', () => {
    const { evaluate } = setUp();
    expect(
      evaluate(`const g = S.give();
        [g instanceof Object, g.list instanceof Array, g.list[2] instanceof Array, g.when instanceof Date, g.when.getTime(),
         g.part === S.Parts, g.list[2].length, 1 in g.list[2], g.bytes instanceof Array].join()`),
    ).toBe('true,true,true,true,5,true,2,true,true');
  });

  it('arrive in the service as host values, service objects as themselves', () => {
    const { evaluate, service } = setUp();
    evaluate(
      'var cells = [[1, "a", new Date(3), S.Parts]]; S.take(cells, { at: new Date(4), c: S.Colour.GREEN }, null, undefined)',
    );
    expect(service.received).toEqual([
      [[1, 'a', new Date(3), service.Parts]],
      { at: new Date(4), c: COLOUR.GREEN },
      null,
      undefined,
    ]);
    expect((service.received[0] as unknown[]) instanceof Array).toBe(true);
  });

  it('are copies: neither side sees the other change them', () => {
    const { evaluate, service } = setUp();
    evaluate('var o = { n: 1 }; S.take(o); o.n = 2;');
    expect(service.received).toEqual([{ n: 1 }]);
  });

  it('cross fast: 100,000 cells each way in well under a second', () => {
    const { evaluate } = setUp();
    evaluate(
      'var cells = Array.from({ length: 5000 }, (_, i) => Array.from({ length: 20 }, (_, j) => (j % 2 ? "abc" : i * j)))',
    );
    const start = performance.now();
    evaluate('S.take(cells)');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('errors', () => {
  it.each([
    ['plain', 'Exception', 'Range not found'],
    ['unknown', 'NotEmulated', 'NotEmulated: Service.fail with unknown'],
    [
      'api',
      'GoogleJsonResponseException',
      'API call to calendar.events.insert failed with error: The requested identifier already exists.',
    ],
  ])('of a service (%s) are Errors of the script’s realm', (kind, name, message) => {
    const { evaluate, log } = setUp();
    expect(
      evaluate(`try { S.fail('${kind}') } catch (e) { [e instanceof Error, e.name, e.message, String(e)].join('|') }`),
    ).toBe(`true|${name}|${message}|${name}: ${message}`);
    expect(log).toEqual(['Service.fail!']);
  });

  it('of an advanced service carry details', () => {
    // https://developers.google.com/apps-script/guides/services/advanced#error_handling
    const { evaluate } = setUp();
    expect(
      evaluate(
        `try { S.fail('api') } catch (e) { e.details.code + e.details.errors[0].reason + (e.details instanceof Object) }`,
      ),
    ).toBe('409duplicatetrue');
  });

  it('reach the host as the service threw them', () => {
    const { evaluate, membrane } = setUp();
    const error = evaluate(`try { S.fail('api') } catch (e) { e }`);
    expect(membrane.toHostError(error)).toBeInstanceOf(ApiError);
    expect(membrane.toHostError(evaluate('new RangeError("r")'))).toMatchObject({ name: 'RangeError', message: 'r' });
    expect(membrane.toHostError(evaluate('"text"'))).toMatchObject({ message: 'text' });
  });
});

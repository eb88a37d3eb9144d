// ts-jest, and the globals that code uses much declared in each module. Jest runs tests in a context of node:vm, where every global
// name is looked up through a slow interceptor (some 100 ns; V8 folds none of them): the grouping solver ran twelve times slower there.
import tsJest from 'ts-jest';

const NAMES =
  'Array Boolean Error Float64Array Int32Array JSON Map Math Number Object Promise Proxy Reflect RegExp Set String Symbol TypeError ' +
  'Uint8Array WeakMap WeakSet';
const GLOBALS = `const { ${NAMES.split(' ').join(', ')} } = globalThis, Infinity = 1 / 0;`;

class Transformer extends tsJest.TsJestTransformer {
  /** Before the module's first line, so that the lines keep their numbers. */
  process(...args) {
    return withGlobals(super.process(...args));
  }

  async processAsync(...args) {
    return withGlobals(await super.processAsync(...args));
  }

  getCacheKey(...args) {
    return super.getCacheKey(...args) + GLOBALS;
  }
}

function withGlobals(result) {
  return { ...result, code: GLOBALS + result.code };
}

export default { createTransformer: (options) => new Transformer(options) };

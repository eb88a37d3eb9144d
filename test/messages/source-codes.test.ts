import { sitesOf } from './source-codes';

const found = (text: string): unknown[] =>
  sitesOf('some.ts', text).map(({ code, fields, open }) => ({ code, fields, open }));

describe('finding codes in source text', () => {
  it('takes a code with its fields, both branches of a condition, and shorthand', () => {
    expect(
      found(`
        const fields = { a: 1, ...(b ? { c } : {}) };
        const x = [{ code: 'one.two', fields: { row, name: 1 } }, { code: b ? 'x.yes' : 'x.no', fields }];
      `),
    ).toEqual([
      { code: 'one.two', fields: ['row', 'name'], open: false },
      { code: 'x.yes', fields: ['a', 'c'], open: false },
      { code: 'x.no', fields: ['a', 'c'], open: false },
    ]);
  });

  it('follows a local constant to what it may be', () => {
    expect(found(`const code = a ? 'x.one' : b ? 'x.two' : 'x.three'; const line = { code, fields: { n } };`)).toEqual(
      ['x.one', 'x.two', 'x.three'].map((code) => ({ code, fields: ['n'], open: false })),
    );
  });

  it('writes the holes of a template as stars', () => {
    expect(found('say({ code: `undo.count.${kind}` })')).toEqual([{ code: 'undo.count.*', fields: [], open: false }]);
  });

  it('follows a helper to the codes it is called with', () => {
    expect(
      found(`
        function blame(code: string, more: Fields): void { problems.push({ code, row, fields: { id, ...more } }); }
        const bad = (code: string) => ({ code: \`cell.\${code}\` });
        blame('a.b', { value });
        blame(\`e.\${kind}\`, {});
        bad(c ? 'notNumber' : 'notDate');
      `),
    ).toEqual([
      { code: 'a.b', fields: ['id', 'value'], open: false },
      { code: 'e.*', fields: ['id'], open: false },
      { code: 'cell.notNumber', fields: [], open: false },
      { code: 'cell.notDate', fields: [], open: false },
    ]);
  });

  it('says when fields cannot be told', () => {
    expect(found(`const x = { code: 'a.b', fields: { ...found } };`)).toEqual([
      { code: 'a.b', fields: [], open: true },
    ]);
  });

  it('passes over codes that are no messages', () => {
    expect(found(`const x = [{ code: 'У-014' }, { code: 'unknown' }, { code: '' }, { code: 404 }];`)).toEqual([]);
  });
});

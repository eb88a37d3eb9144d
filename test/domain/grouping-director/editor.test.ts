// Groups changed by hand: every edit can be taken back and done again, nonsense is refused, broken rules are named.
import fc from 'fast-check';
import {
  type AppliedEdit,
  applyEdit,
  brokenRules,
  type Draft,
  type EditedGroup,
  type GroupEdit,
  readApplied,
  replay,
  restoring,
} from '../../../src/domain/grouping/editor';
import { bansOf } from '../../../src/domain/grouping/requests';
import type { Outcome } from '../../../src/domain/message';
import { A, B, CODES, DRAFT, PROBLEM, SLOTS } from './school';

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
};
const after = (edit: GroupEdit, draft: Draft = DRAFT): Draft =>
  valueOf(replay(draft, valueOf(applyEdit(draft, edit)), 'do'));
const group = (draft: Draft, id: string): EditedGroup => {
  const found = draft.groups.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const NAMING = {
  person: (code: string) => `«${code}»`,
  profile: () => undefined,
};
/** @param out who takes no part */
const broken = (draft: Draft, out = ''): ReturnType<typeof brokenRules> =>
  brokenRules(
    {
      ...PROBLEM,
      ...bansOf(
        PROBLEM,
        draft.pairs.filter(({ kind }) => kind === 'apart'),
      ),
    },
    draft,
    SLOTS,
    { ...NAMING, takesPart: (code) => code !== out },
  );
const rules = (draft: Draft): string[] => broken(draft).map(({ code }) => code);

describe('an edit', () => {
  it('moves a person in the same role', () => {
    const draft = after({ kind: 'move', person: '1', from: 'A', to: 'B' });
    expect([group(draft, 'A').members, group(draft, 'B').members]).toEqual([['2'], ['3', '4', '1']]);
  });

  it('lets two people change places', () => {
    const draft = after({ kind: 'swap', person: '1', from: 'A', other: '3', to: 'B' });
    expect([group(draft, 'A').members, group(draft, 'B').members]).toEqual([
      ['2', '3'],
      ['4', '1'],
    ]);
  });

  it('adds, takes out, pins, changes the time', () => {
    expect(group(after({ kind: 'add', person: 'L', to: 'A', role: 'consultant' }), 'A').consultants).toEqual([
      'K',
      'L',
    ]);
    expect(group(after({ kind: 'remove', person: '2', from: 'A' }), 'A').members).toEqual(['1']);
    expect(group(after({ kind: 'pin', from: 'A' }), 'A').pinned).toBe(true);
    expect(group(after({ kind: 'slot', from: 'A', slot: B.slot }), 'A').slot).toBe(B.slot);
  });

  it('asks for pairs to be apart or together', () => {
    expect(after({ kind: 'forbid', person: '1', other: '2' }).pairs).toEqual([
      { who: '1', whom: '2', kind: 'apart', about: '' },
    ]);
    expect(after({ kind: 'keep', person: '1', from: 'A' }).pairs).toEqual([
      { who: '1', whom: 'K', kind: 'pinned', about: 'a' },
    ]);
  });

  it.each<[string, GroupEdit, string]>([
    ['a group that is not there', { kind: 'pin', from: 'X' }, 'edit.group'],
    ['a person who is not in the group', { kind: 'remove', person: '3', from: 'A' }, 'edit.absent'],
    ['a person who is there already', { kind: 'add', person: '1', to: 'A', role: 'consultant' }, 'edit.twice'],
    ['nothing to change', { kind: 'unpin', from: 'A' }, 'edit.nothing'],
    ['a move to the same group', { kind: 'move', person: '1', from: 'A', to: 'A' }, 'edit.nothing'],
    ['one person as a pair', { kind: 'forbid', person: '1', other: '1' }, 'edit.same'],
  ])('is refused: %s', (_title, edit, code) => {
    expect(applyEdit(DRAFT, edit)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('never leaves a group with nobody in it', () => {
    const alone = { ...DRAFT, groups: [{ ...A, consultants: [], members: ['1'] }, B] };
    expect(applyEdit(alone, { kind: 'move', person: '1', from: 'A', to: 'B' })).toMatchObject({
      problems: [{ code: 'edit.last' }],
    });
  });
});

describe('broken rules', () => {
  it('are none where the solver’s rules hold', () => {
    expect(rules(DRAFT)).toEqual([]);
  });

  it.each<[string, GroupEdit, string]>([
    ['no deficit in the topic', { kind: 'move', person: '1', from: 'A', to: 'B' }, 'rule.no_deficit'],
    ['no surplus', { kind: 'add', person: '3', to: 'A', role: 'consultant' }, 'rule.no_surplus'],
    ['too few', { kind: 'remove', person: '1', from: 'A' }, 'rule.size'],
    ['no consultant', { kind: 'remove', person: 'K', from: 'A' }, 'rule.consultants'],
    ['a forbidden pair', { kind: 'forbid', person: '1', other: '2' }, 'rule.forbidden_pair'],
    ['a time that does not suit', { kind: 'slot', from: 'A', slot: B.slot }, 'rule.unavailable'],
  ])('are named: %s', (_title, edit, code) => {
    expect(rules(after(edit))).toContain(code);
  });

  it('hold for a pair that must not meet about one topic in groups of that topic only', () => {
    const apart = (about: string): string[] =>
      rules({ ...DRAFT, pairs: [{ who: '1', whom: '2', kind: 'apart', about }] });
    expect([apart('b'), apart('a')]).toEqual([[], ['rule.forbidden_pair']]);
    const draft: Draft = { ...DRAFT, pairs: [{ who: '2', whom: '1', kind: 'apart', about: 'a' }] };
    expect(broken(draft)[0]?.fields).toEqual({
      group: 'A',
      name: '',
      names: ['«1»', '«2»'],
    });
  });

  it('call somebody who takes no part so, not without a deficit, and a row too many a row too many', () => {
    const [first, ...others] = DRAFT.groups;
    if (first === undefined) throw new Error('no group');
    const withRows = (...members: readonly string[]): Draft => ({
      ...DRAFT,
      groups: [{ ...first, members: [...first.members, ...members] }, ...others],
    });
    const out = broken(withRows('3'), '3');
    expect(out).toContainEqual({ code: 'rule.out', fields: { group: 'A', name: '', names: ['«3»'] } });
    expect(out.map(({ code }) => code)).not.toContain('rule.no_deficit');
    expect(broken(withRows('1')).filter(({ fields }) => String(fields?.['names']).includes('1'))).toEqual([
      { code: 'rule.twice', fields: { group: 'A', name: '', names: ['«1»'] } },
    ]);
  });

  it('name the people they are about', () => {
    const [rule] = broken(after({ kind: 'slot', from: 'A', slot: B.slot }));
    expect(rule).toEqual({ code: 'rule.unavailable', fields: { group: 'A', name: '', names: ['«1»'] } });
  });
});

const person = fc.constantFrom(...CODES);
const id = fc.constantFrom('A', 'B', 'X');
const edits = fc.array(
  fc.oneof<fc.Arbitrary<GroupEdit>[]>(
    fc.record({ kind: fc.constant('move' as const), person, from: id, to: id }),
    fc.record({ kind: fc.constant('swap' as const), person, from: id, other: person, to: id }),
    fc.record({
      kind: fc.constant('add' as const),
      person,
      to: id,
      role: fc.constantFrom('consultant' as const, 'consultee' as const),
    }),
    fc.record({ kind: fc.constant('remove' as const), person, from: id }),
    fc.record({ kind: fc.constantFrom('pin' as const, 'unpin' as const), from: id }),
    fc.record({ kind: fc.constant('forbid' as const), person, other: person }),
    fc.record({ kind: fc.constant('keep' as const), person, from: id }),
  ),
  { maxLength: 12 },
);
/** Where people stand in a group does not matter. */
const plain = ({ groups, pairs }: Draft): unknown => [
  groups.map((one) => ({ ...one, consultants: [...one.consultants].sort(), members: [...one.members].sort() })),
  pairs,
];

describe('a list of edits', () => {
  it('leads back to where it began, and forth again to where it ended', () => {
    fc.assert(
      fc.property(edits, (asked) => {
        let draft = DRAFT;
        const list: AppliedEdit[] = [];
        for (const edit of asked) {
          const applied = applyEdit(draft, edit);
          const next = applied.ok ? replay(draft, applied.value, 'do') : applied;
          if (!applied.ok || !next.ok) continue;
          draft = next.value;
          list.push(applied.value);
        }
        const end = draft;
        for (const edit of [...list].reverse()) draft = valueOf(replay(draft, edit, 'undo'));
        expect(plain(draft)).toEqual(plain(DRAFT));
        for (const edit of list) draft = valueOf(replay(draft, edit, 'do'));
        expect(plain(draft)).toEqual(plain(end));
      }),
    );
  });

  it('never has one person twice in a group', () => {
    fc.assert(
      fc.property(edits, (asked) => {
        let draft = DRAFT;
        for (const edit of asked) {
          const applied = applyEdit(draft, edit);
          const next = applied.ok ? replay(draft, applied.value, 'do') : applied;
          if (next.ok) draft = next.value;
        }
        for (const { consultants, members } of draft.groups)
          expect(new Set([...consultants, ...members]).size).toBe(consultants.length + members.length);
      }),
    );
  });

  it('is not taken back over a group that has changed since', () => {
    const done = valueOf(applyEdit(DRAFT, { kind: 'remove', person: '1', from: 'A' }));
    const changed = { ...DRAFT, groups: [{ ...A, members: ['9'] }, B] };
    expect(replay(changed, done, 'undo')).toMatchObject({ problems: [{ code: 'edit.stale' }] });
  });

  it('survives being kept as JSON, and nothing else is taken for an edit', () => {
    const applied = valueOf(applyEdit(DRAFT, { kind: 'pin', from: 'A' }));
    expect(readApplied(JSON.parse(JSON.stringify(applied)))).toEqual(applied);
    for (const other of [
      null,
      undefined,
      '',
      5,
      {},
      { edit: {}, before: 1 },
      { ...applied, after: { groups: [1], pairs: [] } },
    ])
      expect(readApplied(other)).toBeUndefined();
  });

  it('puts a kept set of groups in place of others, and those back', () => {
    const kept = [
      { ...A, members: ['2', '1', '5'] },
      { ...B, id: 'C' },
    ];
    const change = restoring('осень', DRAFT.groups, kept);
    if (change === undefined) throw new Error('nothing to restore');
    const there = valueOf(replay(DRAFT, change, 'do'));
    expect(there.groups).toEqual(kept);
    expect(plain(valueOf(replay(there, change, 'undo')))).toEqual(plain(DRAFT));
    expect(restoring('осень', kept, kept)).toBeUndefined();
  });
});

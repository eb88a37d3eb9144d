// Whose answer it is.
import fc from 'fast-check';
import { identify, indexStaff } from '../../../src/domain/identity/identify';
import type { Teacher } from '../../../src/domain/staff/teacher';

const teacher = (code: string, name: string, email = ''): Teacher => ({
  code,
  name,
  email,
  subjects: [],
  school: '',
  role: '',
  included: true,
});
const staff = [
  teacher('У-001', 'Ветрова Анна Игоревна', 'vetrova@school.example'),
  teacher('У-014', 'Громов Олег Павлович', 'gromov.oleg@mail.ru'),
  teacher('У-041', 'Лисина Вера Олеговна', 'v.lisina@gmail.com'),
  teacher('77', 'Морев Пётр', ''),
  teacher('У-100', 'Щукина Алёна Юрьевна', 'hello@school.example'),
];
const index = indexStaff(staff);
const who = (email: string, typed: string): string => {
  const found = identify({ email, typed }, index);
  return found.by === 'none'
    ? `none: ${found.nearest.map((near) => `${near.teacher.code} ${near.why.code}`).join(', ')}`
    : `${found.by} ${found.teacher.code}`;
};

describe('a respondent', () => {
  it.each<[string, string, string, string]>([
    ['by e-mail', 'Vetrova@School.example', '', 'email У-001'],
    ['by e-mail before the code', 'vetrova@school.example', 'У-014', 'email У-001'],
    ['by another spelling of a Gmail box', 'vlisina+forms@googlemail.com', '', 'email У-041'],
    ['by code when the e-mail is unknown', 'home@somewhere.example', 'У-014', 'code У-014'],
    ['by code without hyphen', '', 'у014', 'code У-014'],
    ['by code in Latin letters', '', 'Y-14', 'code У-014'],
    ['by the code’s number alone', '', '14', 'code У-014'],
    ['by the school’s own code', '', '077', 'code 77'],
    ['by a code among words', '', 'У-041, Лисина', 'code У-041'],
    ['by an address typed instead of a code', '', 'gromov.oleg@mail.ru', 'email У-014'],
  ])('is known %s', (_title, email, typed, found) => {
    expect(who(email, typed)).toBe(found);
  });

  it('whose typed code is another’s is still known by e-mail, with the other named', () => {
    expect(identify({ email: 'vetrova@school.example', typed: 'У-014' }, index)).toEqual({
      by: 'email',
      teacher: staff[0],
      otherByCode: staff[1],
    });
  });

  it.each<[string, string, string, string]>([
    ['a slip before the @', 'vetorva@school.example', '', 'none: У-001 identity.near.email'],
    ['a slip in the domain', 'gromov.oleg@mial.ru', '', 'none: У-014 identity.near.email'],
    ['the same box name elsewhere', 'gromov.oleg@rambler.ru', '', 'none: У-014 identity.near.mailbox'],
    ['the surname in a private address', 'shchukina1980@mail.ru', '', 'none: У-100 identity.near.surname'],
    ['the name instead of the code', '', 'Лисина Вера', 'none: У-041 identity.near.same-name'],
    ['the name with a slip', '', 'лесина вера олеговна', 'none: У-041 identity.near.name'],
    ['initials', '', 'Громов О.П.', 'none: У-014 identity.near.same-name'],
    ['a digit wrong in the code', '', 'У-015', 'none: У-014 identity.near.code'],
    ['ё typed as е', '', 'Морев Петр', 'none: 77 identity.near.same-name'],
    ['nothing like anybody', 'zzz@nowhere.example', 'qqq', 'none: '],
    ['nothing at all', '', '', 'none: '],
  ])('is proposed the nearest by %s', (_title, email, typed, found) => {
    expect(who(email, typed)).toBe(found);
  });

  it('is not taken for one of two who share an address or a number', () => {
    const twins = indexStaff([
      teacher('А-1', 'Ветрова', 'one@school.example'),
      teacher('Б-1', 'Громов', 'one@school.example'),
    ]);
    expect(identify({ email: 'one@school.example', typed: '1' }, twins).by).toBe('none');
  });

  it('gets at most three proposals, in an order that does not depend on the order of the staff', () => {
    const many = Array.from({ length: 6 }, (_, n) =>
      teacher(`У-00${String(n)}`, `Ветрова Анна ${'АБВГДЕ'.charAt(n)}`, ''),
    );
    const proposed = (list: readonly Teacher[]): readonly string[] => {
      const found = identify({ email: '', typed: 'Ветрова' }, indexStaff(list));
      return found.by === 'none' ? found.nearest.map((near) => near.teacher.code) : [];
    };
    expect(proposed(many)).toEqual(['У-000', 'У-001', 'У-002']);
    expect(proposed([...many].reverse())).toEqual(proposed(many));
  });

  it('is found by his own address and code, whatever the staff, and never by nobody’s', () => {
    const people = fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 20 })
      .map((numbers) =>
        numbers.map((n) =>
          teacher(`У-${String(n).padStart(3, '0')}`, `Имя ${String(n)}`, `p${String(n)}@school.example`),
        ),
      );
    fc.assert(
      fc.property(people, fc.nat(), (list, pick) => {
        const one = list[pick % list.length] as Teacher;
        const idx = indexStaff(list);
        expect(identify({ email: one.email.toUpperCase(), typed: '' }, idx)).toMatchObject({
          by: 'email',
          teacher: one,
        });
        expect(identify({ email: 'x@other.example', typed: one.code.toLowerCase() }, idx)).toMatchObject({
          by: 'code',
          teacher: one,
        });
        expect(identify({ email: 'x@other.example', typed: 'У-1000' }, idx).by).toBe('none');
      }),
    );
  });
});

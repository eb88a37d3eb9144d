// One spelling for what people type.
import fc from 'fast-check';
import {
  cleanEmail,
  codeKey,
  emailFault,
  emailKey,
  ownCode,
  ownCodeNumber,
  schoolKey,
} from '../../../src/domain/staff/normalise';

describe('an e-mail address', () => {
  it.each([
    [' Ivanova@School.RU ', 'ivanova@school.ru'],
    ['mailto:a@b.ru', 'a@b.ru'],
    ['Ветрова А. <a@b.ru>', 'a@b.ru'],
    ['a@b.ru;', 'a@b.ru'],
    ['«a@b.ru».', 'a@b.ru'],
    ['a @b.ru', 'a@b.ru'],
  ])('%j is cleaned to %j', (typed, clean) => {
    expect(cleanEmail(typed)).toBe(clean);
  });

  it('is good with plus, dots, digits, hyphens and long domains', () => {
    for (const good of [
      'a+b@gmail.com',
      'a.b-c_1@my-school.edu.ru',
      'x@xn--80akhbyknj4f.xn--p1ai',
      "o'neil@school.example",
    ]) {
      expect(emailFault(good)).toBeUndefined();
    }
  });

  it('stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cleanEmail(cleanEmail(text))).toBe(cleanEmail(text));
      }),
    );
  });

  it('of Gmail and Yandex is one mailbox in several spellings', () => {
    expect(emailKey('Anna.Vetrova+school@gmail.com')).toBe(emailKey('annavetrova@googlemail.com'));
    expect(emailKey('anna.vetrova@ya.ru')).toBe(emailKey('anna.vetrova@yandex.ru'));
    expect(emailKey('anna.vetrova@mail.ru')).not.toBe(emailKey('annavetrova@mail.ru'));
  });
});

describe('a staff code', () => {
  it.each([
    ['У-014', 'У-14'],
    ['у014', 'У-14'],
    ['Y-14', 'У-14'],
    ['u 014', 'У-14'],
    ['№ У–014', 'У-14'],
    ['014', '14'],
    ['000', '0'],
    ['T-5', 'Т-5'],
    ['—', ''],
  ])('%j is compared as %j', (typed, key) => {
    expect(codeKey(typed)).toBe(key);
  });

  it('of the product’s own making is read back whatever the case and alphabet', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99999 }),
        fc.constantFrom('У', 'у', 'Y', 'y', 'U', 'u'),
        (number, letter) => {
          expect(ownCodeNumber(ownCode(number).replace('У', letter))).toBe(number);
        },
      ),
    );
  });
});

describe('the name of a school', () => {
  it.each(['Школа №1', 'ШКОЛА  № 1', ' школа №  1 ', 'Школа «№ 1»'])('%j is «Школа № 1»', (typed) => {
    expect(schoolKey(typed)).toBe(schoolKey('Школа № 1'));
  });

  it.each(['Школа № 11', 'Школа № 2', 'Гимназия № 1', ''])('%j is another', (typed) => {
    expect(schoolKey(typed)).not.toBe(schoolKey('Школа № 1'));
  });
});

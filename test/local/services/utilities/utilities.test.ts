// https://developers.google.com/apps-script/reference/utilities/utilities
import fc from 'fast-check';
import { createLocalWorkspace } from '../../../../local';
import { parseCsv } from '../../../../local/services/utilities/csv';

const ws = createLocalWorkspace();
const U = ws.globals.Utilities as GoogleAppsScript.Utilities.Utilities;

describe('bytes', () => {
  it('are signed', () => {
    // The example of base64Decode on the reference page
    const bytes = U.base64Decode('R29vZ2xlIOOCsOODq+ODvOODlw==');
    expect(bytes).toEqual([
      71, 111, 111, 103, 108, 101, 32, -29, -126, -80, -29, -125, -85, -29, -125, -68, -29, -125, -105,
    ]);
    expect(U.newBlob(bytes).getDataAsString()).toBe('Google グループ');
  });

  it('survive base64 there and back, in both alphabets', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -128, max: 127 })), (bytes) => {
        expect(U.base64Decode(U.base64Encode(bytes))).toEqual(bytes);
        expect(U.base64DecodeWebSafe(U.base64EncodeWebSafe(bytes))).toEqual(bytes);
      }),
    );
  });

  it('encode as the reference page shows', () => {
    expect(U.base64Encode('A string here')).toBe('QSBzdHJpbmcgaGVyZQ==');
    expect(U.base64EncodeWebSafe('Google グループ', U.Charset.UTF_8)).toBe('R29vZ2xlIOOCsOODq-ODvOODlw==');
  });

  it('refuse text that is not base64', () => {
    expect(() => U.base64Decode('ж')).toThrow('Could not decode string.');
  });
});

describe('digests', () => {
  const hex = (bytes: number[]): string => bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');

  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA_1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA_256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ] as const)('%s of abc', (name, digest) => {
    // RFC 1321 and FIPS 180 test vectors
    expect(hex(U.computeDigest(U.DigestAlgorithm[name], 'abc'))).toBe(digest);
  });

  it('of Russian text needs its charset said', () => {
    expect(() => U.computeDigest(U.DigestAlgorithm.MD5, 'я')).toThrow('NotEmulated');
    expect(hex(U.computeDigest(U.DigestAlgorithm.MD5, 'я', U.Charset.UTF_8))).toBe('a633a29cfa00fef6480f997f4fc6d337');
  });

  it('HMAC SHA-256', () => {
    // RFC 4231, test case 2
    expect(hex(U.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});

describe('formatDate', () => {
  const date = new Date('2025-09-01T08:05:09.007Z');

  it.each([
    ['GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'", '2025-09-01T08:05:09Z'],
    ['Asia/Novokuznetsk', 'dd.MM.yyyy HH:mm', '01.09.2025 15:05'],
    ['America/New_York', 'EEE, d MMM yyyy h:mm a Z', 'Mon, 1 Sep 2025 4:05 AM -0400'],
    ['Asia/Kolkata', 'EEEE, MMMM d, yy HH:mm XXX', 'Monday, September 1, 25 13:35 +05:30'],
    ['GMT+3', 'HH:mm z X', '11:05 GMT+03:00 +03'],
    ['UTC', "k K u D F S 'at' '' 'o''clock'", "8 8 1 244 1 7 at ' o'clock"],
  ])('in %s as %s', (timeZone, pattern, text) => {
    expect(U.formatDate(date, timeZone, pattern)).toBe(text);
  });

  it('does not guess: unknown zones, zone names and week numbers', () => {
    for (const [zone, pattern] of [
      ['Nowhere/City', 'yyyy'],
      ['Asia/Novokuznetsk', 'z'],
      ['GMT', 'w'],
    ] as const)
      expect(() => U.formatDate(date, zone, pattern)).toThrow('NotEmulated');
    expect(() => U.formatDate(date, 'GMT', 'b')).toThrow("Illegal pattern character 'b'");
  });

  it('refuses what is not a date', () => {
    expect(() => U.formatDate('2025' as unknown as Date as GoogleAppsScript.Base.Date, 'GMT', 'yyyy')).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});

it.each([
  ['%s — %d %%', ['да', 3.7], 'да — 3 %'],
  ['%5.2f|%-5s|%05d|%+d|%x', [3.14159, 'a', 42, 7, 255], ' 3.14|a    |00042|+7|ff'],
  ['%11.6f', [123.456], ' 123.456000'],
])('formatString(%j, %j)', (template, values, text) => {
  // The last one is the example of the reference page
  expect(U.formatString(template, ...values)).toBe(text);
});

describe('parseCsv', () => {
  it('reads quotes, doubled quotes, line breaks in quotes and all line ends', () => {
    expect(U.parseCsv('a,"b ""c"", d"\r\n"x\ny",\n,')).toEqual([
      ['a', 'b "c", d'],
      ['x\ny', ''],
      ['', ''],
    ]);
    expect(parseCsv('1;2', ';')).toEqual([['1', '2']]);
  });

  it('reads back any table', () => {
    const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(parseCsv(table.map((row) => row.map(quote).join(',')).join('\n'), ',')).toEqual(table);
      }),
    );
  });
});

it('gives a different UUID each time, and the same ones in every Workspace', () => {
  const draw = (): string[] => {
    const other = createLocalWorkspace().globals.Utilities as GoogleAppsScript.Utilities.Utilities;
    return [other.getUuid(), other.getUuid()];
  };
  const [first = '', second] = draw();
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(second).not.toBe(first);
  expect(draw()).toEqual([first, second]);
});

it('sleeps in virtual time', () => {
  const before = ws.world.clock.now();
  U.sleep(1234);
  expect(ws.world.clock.now() - before).toBe(1234);
});

it('makes blobs', () => {
  // https://developers.google.com/apps-script/reference/base/blob
  const blob = U.newBlob('Привет', 'text/plain', 'привет.txt');
  expect([blob.getName(), blob.getContentType(), blob.getDataAsString(), blob.getBytes().length]).toEqual([
    'привет.txt',
    'text/plain',
    'Привет',
    12,
  ]);
  const copy = blob.copyBlob();
  copy.setDataFromString('x').setName('x.csv').setContentTypeFromExtension();
  expect([copy.getContentType(), blob.getDataAsString()]).toEqual(['text/csv', 'Привет']);
  expect(() => blob.getAs('application/pdf')).toThrow('NotEmulated: Blob.getAs from text/plain to application/pdf');
});

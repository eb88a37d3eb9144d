// MailApp: https://developers.google.com/apps-script/reference/mail/mail-app
import type { WorldOptions } from '../../../../local/runtime/world';
import { World } from '../../../../local/runtime/world';
import { createMailService } from '../../../../local/services/mail';

const DIRECTOR = 'director@school.example';

function setUp(options: Partial<WorldOptions> = {}) {
  const world = new World({
    now: Date.UTC(2026, 8, 1),
    timeZone: 'Asia/Novokuznetsk',
    locale: 'ru_RU',
    user: DIRECTOR,
    edition: 'workspace',
    ...options,
  });
  return { world, mail: createMailService(world) };
}

/** A Blob as the service sees one: signed bytes, as Apps Script gives them. */
function blob(name: string, contentType: string, text: string) {
  return {
    getBytes: () => [...Buffer.from(text)].map((byte) => (byte > 127 ? byte - 256 : byte)),
    getContentType: () => contentType,
    getName: () => name,
  };
}

describe('sendEmail', () => {
  it('takes a message object, three strings, three strings with options, or an address to reply to', () => {
    const { world, mail } = setUp();
    mail.sendEmail({ to: 'a@b.example', subject: 'Тема', body: 'Текст' });
    mail.sendEmail('a@b.example', 'Тема', 'Текст');
    mail.sendEmail('a@b.example', 'Тема', 'Текст', { name: 'Время роста', replyTo: 'r@b.example' });
    mail.sendEmail('a@b.example', 'r@b.example', 'Тема', 'Текст');
    const common = { kind: 'mail', from: DIRECTOR, to: ['a@b.example'], subject: 'Тема', text: 'Текст' };
    expect(world.outbox).toHaveLength(4);
    for (const record of world.outbox) expect(record).toMatchObject(common);
    expect(world.outbox.map(({ fromName, replyTo }) => [fromName, replyTo])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['Время роста', 'r@b.example'],
      [undefined, 'r@b.example'],
    ]);
  });

  it('refuses other arguments by their types', () => {
    const { mail } = setUp();
    expect(() => mail.sendEmail('a@b.example', 'Тема')).toThrow(
      "The parameters (String,String) don't match the method signature for MailApp.sendEmail.",
    );
    expect(() => mail.sendEmail({ to: 'a@b.example', importance: 'high', body: 'x' })).toThrow('NotEmulated');
  });

  it('sends to a comma-separated list, to copies and to hidden copies', () => {
    const { world, mail } = setUp();
    mail.sendEmail({
      to: 'a@b.example, Имя <c@d.example>',
      cc: 'e@f.example',
      bcc: 'g@h.example',
      subject: '',
      body: '-',
    });
    expect(world.outbox[0]).toMatchObject({
      to: ['a@b.example', 'c@d.example'],
      cc: ['e@f.example'],
      bcc: ['g@h.example'],
    });
  });

  it('refuses a missing or an invalid address, and then spends nothing', () => {
    const { world, mail } = setUp();
    expect(() => mail.sendEmail('', 'Тема', 'Текст')).toThrow('Failed to send email: no recipient');
    expect(() => mail.sendEmail(undefined, 'Тема', 'Текст')).toThrow('Failed to send email: no recipient');
    expect(() => mail.sendEmail('учитель', 'Тема', 'Текст')).toThrow('Invalid email: учитель');
    expect(() => mail.sendEmail('a@b.example; c@d.example', 'Тема', 'Текст')).toThrow('Invalid email');
    expect(mail.getRemainingDailyQuota()).toBe(1500);
    expect(world.outbox).toEqual([]);
  });

  // https://developers.google.com/apps-script/guides/services/quotas#current_limitations
  it('keeps the limits of one message', () => {
    const { mail } = setUp({ edition: 'consumer' });
    const list = (count: number) => Array.from({ length: count }, (_, index) => `t${index}@b.example`).join(',');
    expect(() => mail.sendEmail(list(51), 'Тема', 'Текст')).toThrow('Limit Exceeded: Email Recipients Per Message.');
    expect(() => mail.sendEmail('a@b.example', 'Тема', 'я'.repeat(110_000))).toThrow(
      'Limit Exceeded: Email Body Size.',
    );
    expect(() => mail.sendEmail('a@b.example', 'т'.repeat(251), 'Текст')).toThrow('Invalid argument: subject');
    mail.sendEmail(list(50), 'т'.repeat(250), 'Текст');
    expect(setUp().mail.sendEmail('a@b.example', 'Тема', 'я'.repeat(110_000))).toBeUndefined();
  });

  // "Quotas are based on the number of email recipients"; 100 a day for consumer accounts, 1,500 in a Workspace
  it('counts every recipient against the day’s quota and stops when it is exhausted', () => {
    const { world, mail } = setUp({ edition: 'consumer' });
    expect(mail.getRemainingDailyQuota()).toBe(100);
    mail.sendEmail({ to: 'a@b.example,c@d.example', cc: 'e@f.example', bcc: 'g@h.example', subject: 'x', body: 'x' });
    expect(mail.getRemainingDailyQuota()).toBe(96);
    for (let count = 0; count < 96; count++) mail.sendEmail('a@b.example', 'x', 'x');
    expect(() => mail.sendEmail('a@b.example', 'x', 'x')).toThrow('Service invoked too many times for one day: email.');
    expect(world.outbox).toHaveLength(97);
    world.clock.charge(24 * 3_600_000);
    mail.sendEmail('a@b.example', 'x', 'x');
    expect(mail.getRemainingDailyQuota()).toBe(99);
  });

  it('sends HTML with a plain text beside it, made from the HTML when none is given', () => {
    const { world, mail } = setUp();
    mail.sendEmail({
      to: 'a@b.example',
      subject: 'x',
      htmlBody: '<p>Здравствуйте,<br>это &quot;письмо&quot;</p><p>&lt;1&gt;</p>',
    });
    expect(world.outbox[0]?.text).toBe('Здравствуйте,\nэто "письмо"\n<1>');
    mail.sendEmail({ to: 'a@b.example', subject: 'x', body: 'Просто', htmlBody: '<b>Красиво</b>' });
    expect(world.outbox[1]).toMatchObject({ text: 'Просто', html: '<b>Красиво</b>' });
  });

  it('attaches blobs, and inline images under their key', () => {
    const { world, mail } = setUp();
    const source = { getBlob: () => blob('план.txt', 'text/plain', 'План') };
    mail.sendEmail({
      to: 'a@b.example',
      subject: 'x',
      htmlBody: '<img src="cid:logo">',
      attachments: [source, blob('b.csv', 'text/csv', 'a;b')],
      inlineImages: { logo: blob('logo.png', 'image/png', '\u0089PNG') },
    });
    expect(world.outbox[0]?.attachments).toEqual([
      { name: 'план.txt', contentType: 'text/plain', content: Buffer.from('План').toString('base64') },
      { name: 'b.csv', contentType: 'text/csv', content: 'YTti' },
      { name: 'logo.png', contentType: 'image/png', content: Buffer.from('\u0089PNG').toString('base64'), cid: 'logo' },
    ]);
  });

  // noReply: "this option is only possible for Google Workspace accounts, not Gmail users"
  it('sends without a reply address for a Workspace account only', () => {
    const { world, mail } = setUp();
    mail.sendEmail({ to: 'a@b.example', subject: 'x', body: 'x', noReply: true });
    expect(world.outbox[0]?.from).toBe('noreply@school.example');
    const consumer = setUp({ edition: 'consumer' });
    expect(() => consumer.mail.sendEmail({ to: 'a@b.example', subject: 'x', body: 'x', noReply: true })).toThrow(
      'NotEmulated',
    );
  });

  it('refuses what it does not know of live: a line break in the subject, no body at all', () => {
    const { mail } = setUp();
    expect(() => mail.sendEmail('a@b.example', 'Тема\nBcc: x@y.example', 'Текст')).toThrow('NotEmulated');
    expect(() => mail.sendEmail({ to: 'a@b.example', subject: 'x' })).toThrow('NotEmulated');
  });
});

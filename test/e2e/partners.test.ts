// Another school joins (A8): agreed, asked, given our consultants, taught at its place, asked again; its coordinator sees only its own.
import { GROUPS, LEVELS_TABLE, MODULES, PARTNERS, PROFILE, SUMMARY, SURVEYS } from '../../src/workbook/tables';
import { again, Death, pressAndDie } from './death';
import type { Desk } from './desk';
import { agreed, answered, COORDINATOR, DECEMBER, invitedThere, NOVEMBER, SCHOOL, THEIRS } from './partners';
import { OWN, PEOPLE, type Person, scored, selfOf } from './school';
import { DAY, deskAt } from './workspace';

const step = (desk: Desk): string => {
  desk.press('refreshPartners');
  return desk.row(PARTNERS, { school: SCHOOL }).state;
};
const theirModule = (desk: Desk): { group: string; place: string; date: string } => {
  const group = desk.rows(GROUPS).find(({ teacher }) => teacher === NOVEMBER.code)?.group ?? '';
  return desk.row(MODULES, { group });
};
const files = (
  desk: Desk,
): { id: string; name: string; content: string; readers: string[]; parent: string | undefined }[] =>
  desk
    .files()
    .filter(({ trashed, name }) => !trashed && name.includes(SCHOOL) && !/опрос|самооцен/i.test(name))
    .map(({ id, name, content, permissions, parents }) => ({
      id,
      name,
      content: Buffer.from(content ?? '', 'base64').toString('utf8'),
      readers: permissions.filter(({ role }) => role !== 'owner').map(({ emailAddress = '' }) => emailAddress),
      parent: parents[0],
    }));

describe('a partner school', () => {
  it('is found on the staff list, and gets nothing before cooperation is agreed', () => {
    const desk = deskAt(scored);
    expect(step(desk)).toBe('согласовать сотрудничество');
    expect(desk.rows(PARTNERS).length).toBe(1);
    expect(step(desk)).toBe('согласовать сотрудничество');
    expect(desk.rows(PARTNERS).length).toBe(1);
    expect(desk.refusal('sendPartnerSurvey', { school: SCHOOL, kind: 'self' })).toContain('не согласовано');
    expect(desk.refusal('sharePartnerReport', { school: SCHOOL })).toContain('не согласовано');
    expect(desk.refusal('sendPartnerSurvey', { school: 'Школа № 9', kind: 'self' })).toContain('Выберите школу');
  });

  it('whose row has a cell that cannot be read is named, and gets no second row', () => {
    const desk = deskAt(agreed);
    desk.type(PARTNERS, () => true, 'agreed', 'договорились');
    const named = /«Школы-партнёры».*«Согласовано».*договорились/;
    expect(desk.refusal('refreshPartners')).toMatch(named);
    desk.director.addRows(PARTNERS, [{ school: 'Школа № 3' }]);
    expect(desk.press('refreshPartners').preview.warnings.join()).toMatch(named);
    expect(desk.rows(PARTNERS).map(({ school }) => school)).toEqual([SCHOOL, 'Школа № 3']);
  });

  it('is asked by a form of its own, and its answers change nothing of ours', () => {
    const desk = deskAt(agreed);
    expect(step(desk)).toBe('собрать дефициты');
    const before = { profile: desk.rows(PROFILE), summary: desk.rows(SUMMARY), letters: desk.letters().length };
    desk.press('sendPartnerSurvey', { school: SCHOOL, kind: 'self' });
    expect(
      desk
        .letters()
        .slice(before.letters)
        .map(({ to }) => to.join())
        .sort(),
    ).toEqual(THEIRS.map(({ email }) => email).sort());
    expect(step(desk)).toBe('ждём ответов');
    for (const someone of THEIRS) desk.answer(`1/self/${SCHOOL}`, someone.email, selfOf(someone));
    desk.press('processAnswers');
    expect([desk.rows(PROFILE), desk.rows(SUMMARY)]).toEqual([before.profile, before.summary]);
    expect(desk.rows(SURVEYS).map(({ key, answered: count }) => [key, count])).toEqual([
      ['1/self', '10'],
      [`1/self/${SCHOOL}`, '2'],
    ]);
    expect(desk.home().steps.find(({ action }) => action === 'sendSelf')?.line).toContain(String(OWN.length));
  });

  it('learns from our consultants when the settings let it, at its own place', () => {
    const desk = deskAt(answered);
    expect(step(desk)).toBe('назначить консультантов');
    desk.press('formGroups');
    expect(desk.rows(GROUPS).some(({ teacher }) => teacher === NOVEMBER.code)).toBe(false);
    const there = deskAt(invitedThere);
    const rows = there.rows(GROUPS).filter(({ group }) => group === theirModule(there).group);
    expect(rows.map(({ name, role }) => [name, role]).sort()).toEqual(
      [
        [PEOPLE.crane.name, 'консультант'],
        [NOVEMBER.name, 'консультируемый'],
        [DECEMBER.name, 'консультируемый'],
      ].sort(),
    );
    expect(theirModule(there).place).toBe(SCHOOL);
    // Our own groups still meet online.
    expect(
      there
        .rows(MODULES)
        .filter(({ group }) => group !== theirModule(there).group)
        .map(({ place }) => place),
    ).toEqual(['', '']);
    const event = there.standingEvents().find(({ location }) => location === SCHOOL);
    expect(event?.attendees?.map(({ email }) => email).sort()).toEqual(
      [PEOPLE.crane, NOVEMBER, DECEMBER].map(({ email }) => email).sort(),
    );
    expect(step(there)).toBe('занятие назначено');
    // A second timetable changes nothing.
    const before = there.picture();
    there.press('makeTimetable');
    expect(there.picture()).toEqual(before);
  });

  it('can be asked for needs instead, and must be told which survey', () => {
    const desk = deskAt(agreed);
    expect(desk.refusal('sendPartnerSurvey', { school: SCHOOL, kind: 'pupils' })).toContain(
      'самооценка или потребности',
    );
    desk.press('sendPartnerSurvey', { school: SCHOOL, kind: 'needs' });
    expect(desk.survey(`1/needs/${SCHOOL}`)).toMatchObject({ about: SCHOOL, audienceCount: '2' });
    desk.answer(`1/needs/${SCHOOL}`, NOVEMBER.email, { needs: ['ict.forms'], consent: 'vr-2026-1' });
    desk.press('processAnswers');
    expect(desk.row(SUMMARY, { competency: 'ict.forms' }).needs).toBe('');
    expect(desk.home().steps.find(({ action }) => action === 'sendNeeds')?.state).not.toBe('done');
  });

  it('consults only when the settings let it', () => {
    const desk = deskAt(agreed);
    desk.press('sendPartnerSurvey', { school: SCHOOL, kind: 'self' });
    const able: Person = {
      ...DECEMBER,
      levels: { 'dee.vr': 4 },
      wants: [],
      helps: ['dee.vr'],
      times: PEOPLE.frost.times,
    };
    desk.answer(`1/self/${SCHOOL}`, able.email, selfOf(able));
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: able.code, competency: 'dee.vr', source: 'наблюдение', level: '4' },
    ]);
    desk.press('processAnswers');
    desk.set('groupLeast', '1');
    const consultants = (): string[] =>
      desk
        .rows(GROUPS)
        .filter(({ competency, role }) => competency === 'dee.vr' && role === 'консультант')
        .map(({ name }) => name);
    desk.set('partnerConsultees', 'да');
    desk.press('formGroups');
    expect(consultants()).toEqual([]);
    desk.set('partnerConsultants', 'да');
    desk.press('formGroups');
    expect(consultants()).toEqual([able.name]);
  });

  it('goes on to feedback and to results', () => {
    const desk = deskAt(invitedThere);
    desk.sleep(14 * DAY);
    desk.press('askFeedback');
    expect(step(desk)).toBe('отправить результаты');
    desk.press('sharePartnerReport', { school: SCHOOL });
    expect(desk.row(PARTNERS, { school: SCHOOL })).toMatchObject({
      state: 'круг завершён',
      consultants: PEOPLE.crane.name,
      shared: '15.09.2026',
    });
  });
});

describe('the coordinator', () => {
  it('gets a folder with the results of the own school’s people, and of nobody else', () => {
    const desk = deskAt(invitedThere);
    const { preview } = desk.press('sharePartnerReport', { school: SCHOOL });
    expect(preview.lines.join('\n')).toContain(COORDINATOR);
    const [folder, file] = files(desk).sort((a, b) => a.content.length - b.content.length);
    expect(folder).toMatchObject({ name: `Результаты: ${SCHOOL}`, readers: [COORDINATOR] });
    const lines = (file?.content ?? '').trim().split('\r\n').slice(1);
    expect(lines.length).toBe(24);
    expect(lines.every((line) => THEIRS.some(({ name }) => line.startsWith(`${name},`)))).toBe(true);
    for (const { name } of OWN.filter((someone) => someone !== PEOPLE.crane)) expect(file?.content).not.toContain(name);
    expect(lines.filter((line) => line.includes(PEOPLE.crane.name)).length).toBe(2);
    const letter = desk.letters().pop();
    expect(letter?.to).toEqual([COORDINATOR]);
    expect(letter?.text).toContain('https://drive.google.com/');
  });

  it('gets the same results once, and new ones beside them', () => {
    const desk = deskAt(invitedThere);
    desk.press('sharePartnerReport', { school: SCHOOL });
    const letters = desk.letters().length;
    desk.press('sharePartnerReport', { school: SCHOOL });
    expect([files(desk).length, desk.letters().length]).toEqual([2, letters]);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: NOVEMBER.code, competency: 'ict.forms', source: 'тест', level: '2' },
    ]);
    desk.press('sharePartnerReport', { school: SCHOOL });
    expect([files(desk).length, desk.letters().length]).toEqual([3, letters + 1]);
  });

  it('has the folder, the file and the right intended by one write and one flush, and settled by one write', () => {
    const desk = deskAt(invitedThere);
    const before = desk.workspace.calls.length;
    desk.press('sharePartnerReport', { school: SCHOOL });
    const calls = desk.workspace.calls.slice(before).filter(({ execution }) => execution > 0);
    const names = calls.map(({ service, method }) => `${service}.${method}`);
    const [first, last] = [names.indexOf('Drive.Files.create'), names.indexOf('Drive.Permissions.create')];
    const count = (from: number, to: number, name: string): number =>
      names.slice(from, to).filter((one) => one === name).length;
    expect(count(0, first, 'SpreadsheetApp.flush')).toBe(1);
    expect([count(first, last, 'Range.setValues'), count(first, last, 'SpreadsheetApp.flush')]).toEqual([0, 0]);
    expect(count(0, last, 'Drive.Files.generateIds')).toBe(1);
  });

  it.each([
    ['the folder', 'create', 1],
    ['the file', 'create', 2],
    ['the permission', 'create', 3],
    ['the letter', 'sendEmail', 1],
  ])('has one folder, one file and one letter, though the execution died right after %s', (_name, method, nth) => {
    const death = new Death();
    const desk = deskAt(invitedThere, { faults: death.faults });
    const letters = desk.letters().length;
    death.at(nth, 'after', (call) => call.method === method);
    pressAndDie(desk, 'sharePartnerReport', { school: SCHOOL });
    again(desk, 'sharePartnerReport', { school: SCHOOL });
    expect(files(desk).map(({ name }) => name.split(',')[0])).toEqual([`Результаты: ${SCHOOL}`, SCHOOL]);
    expect(files(desk)[0]?.readers).toEqual([COORDINATOR]);
    expect(desk.letters().length).toBe(letters + 1);
  });

  it.each(['bin', 'gone'] as const)(
    'gets another folder when a person has put the old one %s, and the director is told',
    (how) => {
      const desk = deskAt(invitedThere);
      desk.press('sharePartnerReport', { school: SCHOOL });
      const [folder] = files(desk);
      const { Files } = desk.workspace.globals['Drive'] as NonNullable<typeof Drive>;
      if (how === 'bin') Files.update({ trashed: true }, folder?.id ?? '');
      else Files.remove(folder?.id ?? '');
      const letters = desk.letters().length;
      const { run } = desk.press('sharePartnerReport', { school: SCHOOL });
      expect(run.lines.join('\n')).toContain(`Папки «${folder?.name ?? ''}» на Диске не стало: сделана новая.`);
      expect(desk.letters().length).toBe(letters + 1);
      const standing = files(desk).find(({ name }) => name === folder?.name);
      expect(standing?.readers).toEqual([COORDINATOR]);
      expect(desk.letters().pop()?.text).toContain(standing?.id);
      // Once.
      expect(desk.press('sharePartnerReport', { school: SCHOOL }).run.lines.join('\n')).not.toContain('Папки');
      expect(files(desk)).toHaveLength(2);
    },
  );

  it('who has been replaced sees nothing in the old folder either, which a person has put into the bin', () => {
    const desk = deskAt(invitedThere);
    desk.press('sharePartnerReport', { school: SCHOOL });
    const old = files(desk).find(({ name }) => name.startsWith('Результаты'))?.id ?? '';
    (desk.workspace.globals['Drive'] as NonNullable<typeof Drive>).Files.update({ trashed: true }, old);
    desk.type(PARTNERS, () => true, 'email', 'drugoy@partner.example');
    desk.press('sharePartnerReport', { school: SCHOOL });
    const readersOf = (id: string): string[] =>
      (desk.files().find((file) => file.id === id)?.permissions ?? []).flatMap(({ role, emailAddress = '' }) =>
        role === 'owner' ? [] : [emailAddress],
      );
    expect(readersOf(old)).toEqual([]);
    expect(files(desk).find(({ name }) => name.startsWith('Результаты'))?.readers).toEqual(['drugoy@partner.example']);
  });

  it('who has been replaced sees nothing any more; what a run opened is taken back with it', () => {
    const desk = deskAt(invitedThere);
    desk.press('sharePartnerReport', { school: SCHOOL });
    desk.type(PARTNERS, () => true, 'email', 'drugoy@partner.example');
    desk.press('sharePartnerReport', { school: SCHOOL });
    expect(files(desk).find(({ name }) => name.startsWith('Результаты'))?.readers).toEqual(['drugoy@partner.example']);
    const other = deskAt(invitedThere);
    const { run } = other.press('sharePartnerReport', { school: SCHOOL });
    other.press('undoRun', { run: run.run });
    expect(files(other)).toEqual([]);
  });

  it('must have an address, and something to be told', () => {
    const desk = deskAt(agreed);
    expect(desk.refusal('sharePartnerReport', { school: SCHOOL })).toContain('ещё ничего не известно');
    desk.type(PARTNERS, () => true, 'email', '');
    expect(desk.refusal('sharePartnerReport', { school: SCHOOL })).toContain('почту координатора');
  });
});

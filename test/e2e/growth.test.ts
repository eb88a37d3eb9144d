// Growth between two cycles, through the real build: who is matched, what is sure, what became of deficits, what comes next.
import { COMPETENCIES, GROWTH, GROWTH_PEOPLE, NEXT_GROUPS, SETTINGS } from '../../src/workbook/tables';
import { Refused } from '../../examples/demo/director';
import { askAgain, twice } from './growth';
import { PEOPLE, scored } from './school';
import { deskAt } from './workspace';

const CYCLES = { before: '1', after: '2' };

describe('«Посчитать динамику»', () => {
  it('compares everybody with himself and says what is sure, in words', () => {
    const desk = deskAt(twice);
    const { preview, run } = desk.press('countGrowth', CYCLES);
    // Nine of ten rose in forms and nobody fell: 2/2⁹ = 0.0039, twelve times that is still below 0.05.
    expect(desk.row(GROWTH, { competency: 'ict.forms' })).toMatchObject({
      people: '10',
      verdict: expect.stringMatching(/^рост надёжный, эффект большой$/) as string,
      risen: '90,0%',
      fallen: '0,0%',
      p: '0,004',
      // Wind (by the test), hail, frost and viburnum were below the target; rain's role has another.
      deficits: '4',
      closed: '4',
      remained: '0',
    });
    expect(desk.row(GROWTH, { competency: 'ict.spreadsheets' })).toMatchObject({
      verdict: 'ничего не изменилось',
      gain: '0,00',
      p: '1,000',
      remained: '3',
    });
    const [total] = desk.rows(GROWTH);
    expect(total).toMatchObject({ title: 'Все общие компетенции', people: '10', p: '0,004' });
    expect(total?.remark).toMatch(/Циклы «1» и «2».*α = /s);
    expect(run.lines).toEqual(preview.lines);
    const { title } = desk.row(COMPETENCIES, { id: 'ict.forms' });
    expect(run.lines).toContain(`Надёжный рост: ${title}.`);
  });

  it('shows each teacher what was and is, whether that is beyond the error, and what became of the deficit', () => {
    const desk = deskAt(twice);
    desk.press('countGrowth', CYCLES);
    const forms = (code: string): Record<string, string> =>
      desk.row(GROWTH_PEOPLE, { teacher: code, competency: 'ict.forms' });
    // By the self-assessment, which there is in both cycles; the test there was only in the first.
    expect(forms(PEOPLE.wind.code)).toMatchObject({
      source: 'самооценка',
      before: '1,00',
      after: '3,00',
      change: '2,00',
      transition: 'дефицит закрыт',
    });
    expect(forms(PEOPLE.birch.code)).toMatchObject({ source: 'наблюдение', change: '0,00', reliable: 'не посчитать' });
    expect(['да, рост', 'нет, в пределах ошибки']).toContain(forms(PEOPLE.wind.code)['reliable']);
    const all = desk.row(GROWTH_PEOPLE, { teacher: PEOPLE.wind.code, competency: '' });
    expect(all.title).toBe('Все общие, среднее по 12');
    expect(desk.rows(GROWTH_PEOPLE).some(({ teacher }) => teacher === PEOPLE.may.code)).toBe(false);
  });

  it('takes the reliability that the settings state', () => {
    const desk = deskAt(twice);
    desk.type(SETTINGS, ({ key }) => key === 'growthReliability', 'value', '0,95');
    desk.press('countGrowth', CYCLES);
    const row = desk.row(GROWTH_PEOPLE, { teacher: PEOPLE.wind.code, competency: 'ict.forms' });
    expect(row.reliable).toBe('да, рост');
    expect(desk.rows(GROWTH)[0]?.remark).toContain('по надёжности из настроек, 0,95');
    desk.type(SETTINGS, ({ key }) => key === 'growthReliability', 'value', 'высокая');
    expect(desk.refusal('countGrowth', CYCLES)).toContain('Надёжность самооценки');
  });

  it('proposes groups for what is left, with those who have become consultants', () => {
    const desk = deskAt(twice);
    desk.press('countGrowth', CYCLES);
    expect(desk.row(NEXT_GROUPS, { competency: 'ict.spreadsheets' })).toMatchObject({
      step: 'собрать группу',
      deficits: '3',
      consultants: PEOPLE.fir.name,
      fresh: '',
    });
    expect(desk.row(NEXT_GROUPS, { competency: 'dee.vr' })).toMatchObject({
      step: 'искать помощь вне школы',
      consultees: PEOPLE.frost.name,
    });
    expect(desk.row(NEXT_GROUPS, { competency: 'ict.presentations' }).step).toBe('попросить помочь');
  });

  it('says so when fewer than five are matched, and compares only what both frameworks have', () => {
    const desk = deskAt(scored);
    // And birch by the observed lessons.
    askAgain(desk, [PEOPLE.wind, PEOPLE.hail, PEOPLE.crane]);
    desk.type(COMPETENCIES, ({ id }) => id === 'dee.vr', 'active', 'нет');
    const { preview } = desk.press('countGrowth', CYCLES);
    const forms = desk.row(GROWTH, { competency: 'ict.forms' });
    expect(forms).toMatchObject({ people: '4', effect: '', p: '', verdict: 'мало данных (n = 4)' });
    expect(forms.remark).toContain('не меньше 5');
    expect(desk.rows(GROWTH).some(({ competency }) => competency === 'dee.vr')).toBe(false);
    expect(preview.lines.length).toBeGreaterThan(2);
  });

  it('names what only one of the cycles has', () => {
    const desk = deskAt(scored);
    desk.type(COMPETENCIES, ({ id }) => id === 'dee.vr', 'active', 'нет');
    desk.set('cycle', '2');
    desk.press('sendSelf');
    const levels = Object.fromEntries(
      ['ict.forms', 'ict.distance', 'ict.resources', 'ict.safety', 'ict.spreadsheets', 'ict.presentations'].map(
        (id) => [`level:${id}`, '3'],
      ),
    );
    const others = ['dee.panel', 'dee.mobile-class', 'ict.assessment', 'ict.pupil-projects', 'ict.collaboration'];
    desk.answer('2/self', PEOPLE.wind.email, {
      consent: 'vr-2026-1',
      ...levels,
      ...Object.fromEntries(others.map((id) => [`level:${id}`, '3'])),
    });
    desk.press('processAnswers');
    const { preview } = desk.press('countGrowth', CYCLES);
    const title = desk.row(COMPETENCIES, { id: 'dee.vr' }).title;
    expect(preview.warnings).toEqual([`Только в цикле «1», поэтому не сравниваются: ${title}.`]);
    expect(desk.rows(GROWTH)[0]?.remark).toContain(title);
  });

  it('is refused while there is one cycle, or when one is compared with itself', () => {
    const desk = deskAt(scored);
    expect(desk.refusal('countGrowth', CYCLES)).toContain('нужны уровни двух циклов');
    const again = deskAt(twice);
    expect(again.refusal('countGrowth', { before: '2', after: '2' })).toContain('два разных цикла');
    expect(() => again.press('countGrowth', { before: '1', after: '7' })).toThrow(Refused);
  });

  it('turned round is the same loss: before and after change places', () => {
    const desk = deskAt(twice);
    desk.press('countGrowth', CYCLES);
    const there = desk.row(GROWTH, { competency: 'ict.forms' });
    desk.press('countGrowth', { before: '2', after: '1' });
    const back = desk.row(GROWTH, { competency: 'ict.forms' });
    expect([back.before, back.after, back.p]).toEqual([there.after, there.before, there.p]);
    expect(back.verdict).toBe('снижение надёжное, эффект большой');
    expect(back.effect).toBe(`-${there.effect}`);
  });
});

import { checkFramework } from '../../../src/domain/framework/check';
import type { Competency, Level } from '../../../src/domain/framework/framework';

const sound: Competency = {
  id: 'ict.forms',
  area: 'Облако',
  title: 'работа с формами',
  descriptors: ['нет', 'с помощью', 'по образцу', 'свободно', 'учит других'],
  target: 3,
  roleTargets: { 'молодой специалист': 2 },
  consultantFrom: 4,
  inNeedsSurvey: true,
  practice: [],
  active: true,
};
const other: Competency = { ...sound, id: 'ict.tables', title: 'таблицы' };

const codes = (...competencies: Competency[]): string[] => checkFramework(competencies).map(({ code }) => code);

describe('checking a framework', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(codes(sound, other)).toEqual([]);
  });

  it('wants at least one competency in use', () => {
    expect(codes()).toEqual(['framework.empty']);
    expect(codes({ ...sound, active: false })).toEqual(['framework.empty']);
  });

  it('wants something to offer in the needs survey', () => {
    expect(codes({ ...sound, inNeedsSurvey: false })).toEqual(['framework.needs.none']);
  });

  it.each(['', 'икт', '1.a', 'a b', 'none', 'a|b'])('refuses the id «%s»', (id) => {
    expect(codes({ ...sound, id })).toContain('framework.id.bad');
  });

  it('refuses an id used twice, letter case aside, also by a competency out of use', () => {
    expect(checkFramework([sound, { ...other, id: 'ICT.Forms', active: false }])).toEqual([
      { code: 'framework.id.repeated', fields: { id: 'ICT.Forms', title: 'таблицы', other: 'работа с формами' } },
    ]);
  });

  it('refuses a title used twice, for a respondent could not tell the two apart', () => {
    expect(codes(sound, { ...other, title: ' Работа  с формами' })).toEqual(['framework.title.repeated']);
  });

  it('wants a title, an area and every descriptor', () => {
    const bare: Competency = { ...sound, title: ' ', area: '', descriptors: ['', 'б', ' ', 'г', 'д'] };
    expect(codes(bare)).toEqual([
      'framework.title.missing',
      'framework.area.missing',
      'framework.descriptor.missing',
      'framework.descriptor.missing',
    ]);
    expect(checkFramework([bare])[3]).toMatchObject({ fields: { level: 2 } });
  });

  it('refuses two levels described alike', () => {
    expect(checkFramework([{ ...sound, descriptors: ['нет', 'да', 'Нет', 'г', 'д'] }])[0]).toEqual({
      code: 'framework.descriptor.repeated',
      fields: { id: 'ict.forms', title: 'работа с формами', level: 2, first: 0 },
    });
  });

  it('refuses levels outside 0 to 4', () => {
    expect(codes({ ...sound, target: 5 as Level })).toContain('framework.target.range');
    expect(codes({ ...sound, consultantFrom: -1 as Level })).toContain('framework.consultantFrom.range');
    expect(codes({ ...sound, roleTargets: { учитель: 2.5 as Level } })).toContain('framework.roleTarget.range');
  });

  it('refuses consultants who need help themselves: a threshold below the target, of all or of a role', () => {
    expect(codes({ ...sound, consultantFrom: 2, roleTargets: {} })).toEqual(['framework.consultantFrom.belowTarget']);
    expect(codes({ ...sound, consultantFrom: 3, roleTargets: { завуч: 4 } })).toEqual([
      'framework.consultantFrom.belowRoleTarget',
    ]);
  });
});

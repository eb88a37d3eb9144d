import { checkFramework } from '../../src/domain/framework/check';
import { competencyFromRow, competencyToRow } from '../../src/domain/framework/rows';
import { placeholdersOf } from '../../src/domain/programme/template';
import { areasOf } from '../../src/domain/survey/self-assessment';
import { PROGRAMMES, programmeById } from '../../src/programmes';
import { DIGCOMPEDU } from '../../src/programmes/digcompedu';
import { VREMYA_ROSTA } from '../../src/programmes/vremya-rosta';
import { RESOURCE_KINDS } from '../../src/workbook/tables';

const { framework, texts, bank } = VREMYA_ROSTA;

describe('every programme', () => {
  it.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))(
    '%s has a sound framework',
    (_id, programme) => {
      expect(checkFramework(programme.framework.competencies)).toEqual([]);
    },
  );

  it.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))(
    '%s survives being written to the workbook and read back',
    (_id, programme) => {
      for (const competency of [programme.framework, ...(programme.more ?? [])].flatMap((one) => one.competencies))
        expect(competencyFromRow(competencyToRow(competency))).toEqual({ ok: true, value: competency });
    },
  );

  it('has further frameworks whose competencies stand beside its own: no id, no title twice', () => {
    for (const { framework: own, more = [] } of PROGRAMMES) {
      const all = [own, ...more].flatMap(({ competencies }) => competencies);
      expect(checkFramework(all)).toEqual([]);
      for (const { source, title } of more) expect([source.length > 20, title !== '']).toEqual([true, true]);
    }
  });

  it('describes every level of its further frameworks by a sentence of its own, short enough to be read as a choice', () => {
    for (const { competencies } of PROGRAMMES.flatMap(({ framework: own, more = [] }) => [own, ...more]))
      for (const { descriptors } of competencies)
        for (const descriptor of descriptors) expect(descriptor).toMatch(/^[А-ЯЁ3].{20,150}\.$/);
  });

  it('is found by its id', () => {
    expect(programmeById('vremya-rosta')).toBe(VREMYA_ROSTA);
    expect(programmeById('no-such')).toBeUndefined();
  });
});

describe('DigCompEdu', () => {
  const { framework: european } = DIGCOMPEDU;

  it('has the 22 competencies of the publication in its six areas: 4, 3, 4, 3, 3, 5', () => {
    expect(areasOf(european.competencies).map(({ competencies }) => competencies.length)).toEqual([4, 3, 4, 3, 3, 5]);
    expect(european.competencies.map(({ id }) => id)).toEqual(
      [4, 3, 4, 3, 3, 5].flatMap((count, area) =>
        Array.from({ length: count }, (_, n) => `dce.${String(area + 1)}.${String(n + 1)}`),
      ),
    );
  });

  it('has six named levels, a target and a consultant threshold on each scale', () => {
    for (const { levelNames, descriptors, target, consultantFrom } of european.competencies) {
      expect(levelNames).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']);
      expect(descriptors).toHaveLength(6);
      expect([levelNames?.[target], levelNames?.[consultantFrom]]).toEqual(['B1', 'C1']);
    }
  });

  it('says where its facts come from', () => {
    expect(european.source).toMatch(/JRC107466/);
  });

  it('asks as its own programme, not as another', () => {
    expect(JSON.stringify(DIGCOMPEDU.texts)).not.toContain('Время роста');
  });
});

describe('4K', () => {
  it('asks about the four of pupils and of teachers, and the four carried over to a teacher’s work', () => {
    const more = VREMYA_ROSTA.more ?? [];
    expect(more.map(({ competencies }) => competencies.length)).toEqual([5, 4, 8]);
    for (const prefix of ['k4.pupils', 'k4.teachers'])
      expect(
        more
          .flatMap(({ competencies }) => competencies)
          .filter(({ id }) => id.startsWith(prefix))
          .map(({ id }) => id),
      ).toEqual(['critical', 'creative', 'communication', 'cooperation'].map((name) => `${prefix}.${name}`));
  });
});

describe('«Время роста»', () => {
  it('has twelve competencies in four areas, three in each, so that their consistency can be computed', () => {
    expect(areasOf(framework.competencies).map(({ competencies }) => competencies.length)).toEqual([3, 3, 3, 3]);
  });

  it('offers exactly the four published technologies in the needs survey, in the published words', () => {
    const offered = framework.competencies.filter(({ inNeedsSurvey }) => inNeedsSurvey);
    expect(Object.fromEntries(offered.map(({ id, title }) => [id, title]))).toEqual({
      'ict.distance': 'использование инструментов и техник дистанционного обучения',
      'ict.spreadsheets': 'возможности электронных таблиц в образовательном процессе',
      'ict.forms': 'работа с гугл-формами',
      'ict.presentations': 'работа с гугл-презентациями',
    });
  });

  it('asks three to five practical questions about each of them', () => {
    for (const { practice, inNeedsSurvey } of framework.competencies) {
      if (!inNeedsSurvey) continue;
      expect(practice.length).toBeGreaterThanOrEqual(3);
      expect(practice.length).toBeLessThanOrEqual(5);
    }
  });

  it('describes each level by a sentence of its own, short enough to be read as a choice', () => {
    for (const { descriptors } of framework.competencies)
      for (const descriptor of descriptors) expect(descriptor).toMatch(/^[А-ЯЁ3].{20,150}\.$/);
  });

  it('takes the kinds of resources that the register knows', () => {
    expect(bank.kinds.map(({ value }) => value)).toEqual(Object.keys(RESOURCE_KINDS));
  });

  it('has a plan of three stages whose measures lie in its time, each numbered once, with somebody responsible', () => {
    const { plan } = VREMYA_ROSTA;
    expect(plan.stages).toHaveLength(3);
    const measures = plan.stages.flatMap((stage) => stage.measures);
    expect(new Set(measures.map(({ number }) => number)).size).toBe(measures.length);
    for (const { weeks, title, responsible, result } of measures) {
      expect(weeks[0] >= 1 && weeks[0] <= weeks[1] && weeks[1] <= plan.weeks).toBe(true);
      expect([title, responsible, result].every((text) => /^[А-ЯЁ]/.test(text))).toBe(true);
    }
    plan.stages.forEach(({ measures: own }, index) => {
      expect(own.filter(({ number }) => !number.startsWith(`${String(index + 1)}.`))).toEqual([]);
    });
  });

  it('uses in letters and events only the placeholders that are documented', () => {
    const letter = ['name', 'title', 'link', 'deadline', 'school', 'code', 'programme'];
    const known = {
      invite: letter,
      reminder: letter,
      agreement: [...letter, 'competency', 'consultees', 'questions'],
      feedback: [...letter, 'date', 'module'],
      plan: [...letter, 'overdue', 'soon'],
    };
    for (const name of ['invite', 'reminder', 'agreement', 'feedback', 'plan'] as const) {
      const { subject, text } = texts.mails[name];
      expect(known[name]).toEqual(expect.arrayContaining([...placeholdersOf(`${subject}\n${text}`)]));
      expect(placeholdersOf(text)).toContain('link');
    }
    expect(placeholdersOf(texts.event.description)).toEqual(
      expect.arrayContaining(['topics', 'questions', 'practice', 'materials', 'feedback', 'consultants']),
    );
  });

  it('asks for consent in the terms the law wants: who, which data, what for, how long, how to withdraw', () => {
    for (const part of [
      '152-ФЗ',
      'Оператор: {school}',
      'Какие данные',
      'Для чего',
      'Срок',
      'отозвано',
      'за пределами России',
    ])
      expect(texts.consent.text).toContain(part);
    expect(texts.consent.version).not.toBe('');
  });
});

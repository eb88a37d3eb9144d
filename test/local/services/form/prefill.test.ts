// Prefilled links and links for changing a response.
import fc from 'fast-check';
import { answersFromPrefilled, submitAsRespondent } from '../../../../local/services/form';
import { school } from './school';

describe('prefilled links', () => {
  // https://developers.google.com/apps-script/reference/forms/form-response#toPrefilledUrl()
  it('name every answer by its entry, repeat it for checkboxes and split it by rows for grids', () => {
    const { form } = school();
    const text = form.addTextItem();
    const boxes = form.addCheckboxItem().setChoiceValues(['а', 'б']).showOtherOption(true);
    const grid = form.addGridItem().setRows(['1', '2', '3']).setColumns(['да', 'нет']);
    const url = form
      .createResponse()
      .withItemResponse(text.createResponse('два слова & знак'))
      .withItemResponse(boxes.createResponse(['а', 'б', 'своё']))
      .withItemResponse(grid.createResponse(['да', null, 'нет']))
      .toPrefilledUrl();
    expect(url.startsWith(`${form.getPublishedUrl()}?usp=pp_url&entry.`)).toBe(true);
    expect(url).not.toContain('%20');
    const params = new URL(url).searchParams;
    const names = [...new Set([...params.keys()])];
    expect(names).toHaveLength(6);
    expect([...params.values()]).toEqual([
      'pp_url',
      'два слова & знак',
      'а',
      'б',
      '__other_option__',
      'своё',
      'да',
      'нет',
    ]);
    expect(names[3]).toBe(`${names[2] ?? ''}.other_option_response`);
  });

  it('are read back as the answers a respondent finds filled in', () => {
    const { world, form } = school();
    const code = form.addTextItem().setTitle('Код');
    const one = form.addMultipleChoiceItem().setTitle('Предмет').setChoiceValues(['Физика']).showOtherOption(true);
    const grid = form.addCheckboxGridItem().setTitle('Сетка').setRows(['1', '2']).setColumns(['да', 'нет']);
    const date = form.addDateTimeItem().setTitle('Когда');
    const url = form
      .createResponse()
      .withItemResponse(code.createResponse('А-17'))
      .withItemResponse(one.createResponse('Астрономия'))
      .withItemResponse(grid.createResponse([['да', 'нет'], null]))
      .withItemResponse(date.createResponse(new Date('2026-09-30T02:00:00Z')))
      .toPrefilledUrl();
    const link = answersFromPrefilled(world, url);
    expect(link?.formId).toBe(form.getId());
    const id = submitAsRespondent(world, form.getId(), link?.answers ?? {});
    expect(
      form
        .getResponse(id)
        .getItemResponses()
        .map((each) => each.getResponse()),
    ).toEqual(['А-17', 'Астрономия', [['да', 'нет'], null], '2026-09-30 09:00']);
  });

  it('leave out entries and choices the form does not know, and are of no form when the id is foreign', () => {
    const { world, form } = school();
    const list = form.addListItem().setChoiceValues(['а', 'б']);
    const url = form.createResponse().withItemResponse(list.createResponse('а')).toPrefilledUrl();
    list.setChoiceValues(['б']);
    expect(answersFromPrefilled(world, `${url}&entry.1=x`)).toEqual({ formId: form.getId(), answers: {} });
    expect(answersFromPrefilled(world, 'https://docs.google.com/forms/d/e/1FAIpQLSx/viewform')).toBeUndefined();
  });

  it('carry any text unharmed', () => {
    const { world, form } = school();
    const item = form.addParagraphTextItem();
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const url = form.createResponse().withItemResponse(item.createResponse(text)).toPrefilledUrl();
        expect(answersFromPrefilled(world, url)?.answers[String(item.getId())]).toBe(text);
      }),
    );
  });

  it('for changing a response name it', () => {
    // https://developers.google.com/apps-script/reference/forms/form-response#getEditResponseUrl()
    const { world, form } = school();
    const id = submitAsRespondent(world, form.getId(), {});
    const url = form.getResponse(id).getEditResponseUrl() ?? '';
    expect(answersFromPrefilled(world, url)).toEqual({ formId: form.getId(), answers: {}, editResponseId: id });
  });
});

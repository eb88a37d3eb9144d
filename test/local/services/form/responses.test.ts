// Responses as scripts read and make them.
import { NotEmulated, ScriptError } from '../../../../local/runtime/service';
import { submitAsRespondent } from '../../../../local/services/form';
import { school } from './school';

const CLOCK = Date.parse('2026-09-01T02:00:00Z');

describe('responses scripts read', () => {
  it('come oldest first, and from a moment on when asked', () => {
    // https://developers.google.com/apps-script/reference/forms/form#getResponses(Date)
    const { world, form } = school();
    const ids = [0, 1, 2].map((minute) => submitAsRespondent(world, form.getId(), {}, { at: CLOCK + minute * 60_000 }));
    expect(new Set(ids).size).toBe(3);
    expect(form.getResponses().map((response) => response.getId())).toEqual(ids);
    expect(form.getResponses(new Date(CLOCK + 60_000)).map((response) => response.getId())).toEqual(ids.slice(1));
  });

  it('are snapshots: later changes of the form or the response do not reach them', () => {
    const { world, form } = school();
    form.setAllowResponseEdits(true);
    const item = form.addTextItem().setTitle('Имя');
    const id = submitAsRespondent(world, form.getId(), { Имя: 'А' });
    const [response] = form.getResponses();
    submitAsRespondent(world, form.getId(), { Имя: 'Б' }, { editResponseId: id });
    item.setTitle('Фамилия');
    const [answer] = response?.getItemResponses() ?? [];
    expect([answer?.getItem().getTitle(), answer?.getResponse()]).toEqual(['Имя', 'А']);
    const free = answer?.getItem()._free;
    expect(['getId', 'getTitle', 'getType'].every((method) => free?.has(method))).toBe(true);
    expect(response?._free.has('getItemResponses')).toBe(true);
    expect(response?._free.has('getEditResponseUrl')).toBe(false);
  });

  it('follow the order of the form and forget deleted questions', () => {
    // https://developers.google.com/apps-script/reference/forms/form-response#getItemResponses()
    const { world, form } = school();
    const first = form.addTextItem().setTitle('раз');
    form.addTextItem().setTitle('два');
    form.addScaleItem().setTitle('три');
    const id = submitAsRespondent(world, form.getId(), { раз: '1', два: '2', три: '3' });
    form.moveItem(2, 0);
    const titles = (): string[] =>
      form
        .getResponse(id)
        .getItemResponses()
        .map((each) => each.getItem().getTitle());
    expect(titles()).toEqual(['три', 'раз', 'два']);
    form.deleteItem(first);
    expect(titles()).toEqual(['три', 'два']);
    expect(form.getResponse(id).getId()).toBe(id);
  });

  it('give the answer to one item, or null', () => {
    // https://developers.google.com/apps-script/reference/forms/form-response#getResponseForItem(Item)
    const { world, form } = school();
    const scale = form.addScaleItem().setTitle('шкала');
    const other = form.addScaleItem().setTitle('другая');
    const id = submitAsRespondent(world, form.getId(), { шкала: 4 });
    const response = form.getResponse(id);
    expect(response.getResponseForItem(scale)?.getResponse()).toBe('4');
    expect(response.getResponseForItem(other)).toBeNull();
  });

  it('are deleted one by one or all at once; an unknown id is an error', () => {
    // https://developers.google.com/apps-script/reference/forms/form#deleteResponse(String)
    const { world, form } = school();
    const [first = ''] = [1, 2, 3].map(() => submitAsRespondent(world, form.getId(), {}));
    form.deleteResponse(first);
    expect(form.getResponses()).toHaveLength(2);
    expect(() => form.getResponse(first)).toThrow(ScriptError);
    expect(form.deleteAllResponses().getResponses()).toEqual([]);
  });
});

describe('responses scripts make', () => {
  it('have no id, time or address before they are submitted', () => {
    // https://developers.google.com/apps-script/reference/forms/form-response#getId()
    const { form } = school();
    const item = form.addTextItem().setTitle('Имя');
    const response = form.createResponse().withItemResponse(item.createResponse('А'));
    expect([
      response.getId(),
      response.getTimestamp(),
      response.getRespondentEmail(),
      response.getEditResponseUrl(),
    ]).toEqual([null, null, null, null]);
    const stored = response.withItemResponse(item.createResponse('Б')).submit();
    expect(stored.getItemResponses()[0]?.getResponse()).toBe('Б');
    expect(stored.getTimestamp()).toEqual(new Date(CLOCK));
    expect(form.getResponse(stored.getId() ?? '').getEditResponseUrl()).toContain('/viewform?edit2=');
    expect(() => response.submit()).toThrow(ScriptError);
  });

  it('cannot be submitted where one response per person is allowed', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setLimitOneResponsePerUser(Boolean)
    const { form } = school();
    form.setLimitOneResponsePerUser(true);
    expect(() => form.createResponse().submit()).toThrow(ScriptError);
  });

  it('that break the form’s rules are left to live Forms', () => {
    const { form } = school();
    form.addTextItem().setRequired(true);
    expect(() => form.createResponse().submit()).toThrow(NotEmulated);
  });

  it('take only what an item offers', () => {
    const { form } = school();
    // https://developers.google.com/apps-script/reference/forms/list-item#createResponse(String)
    const list = form.addListItem().setChoiceValues(['а']);
    expect(() => list.createResponse('б')).toThrow(ScriptError);
    const one = form.addMultipleChoiceItem().setChoiceValues(['а']);
    expect(() => one.createResponse('б')).toThrow(ScriptError);
    expect(one.showOtherOption(true).createResponse('б').getResponse()).toBe('б');
    // https://developers.google.com/apps-script/reference/forms/scale-item#createResponse(Integer)
    const scale = form.addScaleItem().setBounds(0, 4);
    expect(scale.createResponse(0).getResponse()).toBe('0');
    expect(() => scale.createResponse(5)).toThrow(ScriptError);
    // https://developers.google.com/apps-script/reference/forms/grid-item#createResponse(String)
    const grid = form.addGridItem().setRows(['1', '2']).setColumns(['да', 'нет']);
    expect(grid.createResponse(['да', null]).getResponse()).toEqual(['да', null]);
    expect(() => grid.createResponse(['да'])).toThrow(ScriptError);
    expect(() => grid.setRequired(true).createResponse(['да', null])).toThrow(ScriptError);
    // https://developers.google.com/apps-script/reference/forms/checkbox-grid-item#createResponse(String)
    const boxes = form.addCheckboxGridItem().setRows(['1', '2']).setColumns(['да', 'нет']);
    expect(boxes.createResponse([['нет', 'да'], null]).getResponse()).toEqual([['да', 'нет'], null]);
  });

  it('take dates in the script’s time zone, turn clocks over and clamp durations', () => {
    const { form } = school();
    // https://developers.google.com/apps-script/reference/forms/date-item#createResponse(Date)
    expect(form.addDateItem().createResponse(new Date('2026-09-30T18:00:00Z')).getResponse()).toBe('2026-10-01');
    expect(form.addDateTimeItem().createResponse(new Date('2026-09-30T18:05:00Z')).getResponse()).toBe(
      '2026-10-01 01:05',
    );
    // https://developers.google.com/apps-script/reference/forms/time-item#createResponse(Integer,Integer)
    const time = form.addTimeItem();
    expect(time.createResponse(10, 90).getResponse()).toBe('11:30');
    expect(time.createResponse(-1, 60).getResponse()).toBe('00:00');
    // https://developers.google.com/apps-script/reference/forms/duration-item#createResponse(Integer,Integer,Integer)
    expect(form.addDurationItem().createResponse(24, 60, 90).getResponse()).toBe('24:59:59');
  });
});

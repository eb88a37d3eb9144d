// Items of a form.
import { NotEmulated, ScriptError } from '../../../../local/runtime/service';
import { ScriptBlob } from '../../../../local/services/utilities/blob';
import { school } from './school';

describe('items of a form', () => {
  it('keep their ids when they are moved, and their indexes follow the order', () => {
    // https://developers.google.com/apps-script/reference/forms/form#moveItem(Integer,Integer)
    const { form } = school();
    const [a, b, c] = [form.addTextItem(), form.addParagraphTextItem(), form.addScaleItem()].map((item) => item);
    const ids = [a, b, c].map((item) => item?.getId());
    expect(new Set(ids).size).toBe(3);
    expect(form.moveItem(0, 2).getId()).toBe(ids[0]);
    expect(form.getItems().map((item) => item.getId())).toEqual([ids[1], ids[2], ids[0]]);
    expect(a?.getIndex()).toBe(2);
    if (a !== undefined) form.moveItem(a, 0);
    expect(form.getItems().map((item) => item.getIndex())).toEqual([0, 1, 2]);
    expect(() => form.moveItem(0, 3)).toThrow(ScriptError);
  });

  it('are found by id, and null stands for one that does not exist', () => {
    // https://developers.google.com/apps-script/reference/forms/form#getItemById(Integer)
    const { form } = school();
    const item = form.addTextItem().setTitle('Имя').setHelpText('Полностью');
    expect(form.getItemById(item.getId())?.getHelpText()).toBe('Полностью');
    expect(form.getItemById(12345)).toBeNull();
  });

  it('are listed by type', () => {
    // https://developers.google.com/apps-script/reference/forms/form#getItems(ItemType)
    const { app, form } = school();
    form.addTextItem();
    form.addGridItem();
    form.addDateTimeItem();
    expect(form.getItems().map((item) => String(item.getType()))).toEqual(['TEXT', 'GRID', 'DATETIME']);
    expect(form.getItems(app.ItemType.GRID)).toHaveLength(1);
    expect(() => form.getItems('GRID' as unknown as typeof app.ItemType.GRID)).toThrow(
      "don't match the method signature",
    );
  });

  it('show a picture, which answers nothing', () => {
    // https://developers.google.com/apps-script/reference/forms/image-item
    const { app, form } = school();
    const picture = new ScriptBlob(Uint8Array.from([137, 80]), 'image/png', 'план.png');
    const item = form
      .addImageItem()
      .setTitle('План')
      .setImage(picture)
      .setAlignment(app.Alignment.CENTER)
      .setWidth(300);
    expect([item.getImage().getBytes(), item.getImage().getName(), item.getWidth()]).toEqual([
      [-119, 80],
      'план.png',
      300,
    ]);
    expect(String(form.getItems()[0]?.getType())).toBe('IMAGE');
    expect(form.getItems()[0]?.asImageItem().getAlignment()).toBe(app.Alignment.CENTER);
    expect(() => form.addImageItem().setImage(new ScriptBlob(new Uint8Array(), 'text/plain', null))).toThrow(
      NotEmulated,
    );
    form.setPublished(true);
    expect(form.createResponse().submit().getItemResponses()).toEqual([]);
  });

  it('are cast only to what they are', () => {
    // https://developers.google.com/apps-script/reference/forms/item#asTextItem()
    const { form } = school();
    form.addTextItem().setTitle('Имя');
    const [item] = form.getItems();
    expect(item?.asTextItem().getTitle()).toBe('Имя');
    expect(() => item?.asScaleItem()).toThrow('Invalid conversion for item type: TEXT.');
  });

  it('are deleted by index or by themselves, once', () => {
    // https://developers.google.com/apps-script/reference/forms/form#deleteItem(Item)
    const { form } = school();
    const item = form.addTextItem();
    form.addScaleItem();
    form.deleteItem(item);
    expect(() => form.deleteItem(item)).toThrow(ScriptError);
    expect(() => item.getTitle()).toThrow(ScriptError);
    form.deleteItem(0);
    expect(() => form.deleteItem(0)).toThrow(ScriptError);
  });

  it('are copied to the end of the form with an id of their own', () => {
    // https://developers.google.com/apps-script/reference/forms/item#duplicate()
    const { form } = school();
    const item = form.addListItem().setTitle('Предмет').setChoiceValues(['Физика', 'Химия']).setRequired(true);
    form.addTextItem();
    const copy = item.duplicate();
    expect(copy.getIndex()).toBe(2);
    expect(copy.getId()).not.toBe(item.getId());
    expect([copy.getTitle(), copy.isRequired(), copy.getChoices().map((choice) => choice.getValue())]).toEqual([
      'Предмет',
      true,
      ['Физика', 'Химия'],
    ]);
  });

  it('are charged for except for what the handle itself knows', () => {
    const { form } = school();
    form.addTextItem().setTitle('Имя');
    const [item] = form.getItems();
    expect(
      ['getId', 'getType', 'asTextItem', 'asDateTimeItem', 'asCheckboxGridItem'].every((m) => item?._free.has(m)),
    ).toBe(true);
    expect(['getTitle', 'setTitle', 'getIndex'].some((m) => item?._free.has(m))).toBe(false);
  });
});

describe('choices', () => {
  it('are made by values or one by one, with an «other» where the kind has it', () => {
    // https://developers.google.com/apps-script/reference/forms/checkbox-item
    const { form } = school();
    const boxes = form.addCheckboxItem();
    boxes.setChoices([boxes.createChoice('а'), boxes.createChoice('б', true)]).showOtherOption(true);
    expect(boxes.getChoices().map((choice) => [choice.getValue(), choice.isCorrectAnswer()])).toEqual([
      ['а', false],
      ['б', true],
    ]);
    expect(boxes.hasOtherOption()).toBe(true);
    expect('showOtherOption' in form.addListItem()).toBe(false);
  });

  it('cannot be an empty list or repeat a value', () => {
    // https://developers.google.com/apps-script/reference/forms/list-item#setChoiceValues(String)
    const { form } = school();
    const list = form.addListItem();
    expect(() => list.setChoiceValues([])).toThrow('Array is empty: values');
    expect(() => list.setChoices([])).toThrow('Array is empty: choices');
    expect(() => list.setChoiceValues(['а', 'б', 'а'])).toThrow('Questions cannot have duplicate choice values.');
    expect(() => list.setChoiceValues([1, 2] as unknown as string[])).toThrow(
      "The parameters (number[]) don't match the method signature for FormApp.ListItem.setChoiceValues.",
    );
  });

  it('lead to pages all or none', () => {
    // https://developers.google.com/apps-script/reference/forms/multiple-choice-item#createChoice(String,PageBreakItem)
    const { app, form } = school();
    const item = form.addMultipleChoiceItem();
    const page = form.addPageBreakItem().setTitle('Дальше');
    item.setChoices([item.createChoice('да', page), item.createChoice('нет', app.PageNavigationType.SUBMIT)]);
    const [yes, no] = item.getChoices();
    expect([yes?.getPageNavigationType(), yes?.getGotoPage()?.getTitle()]).toEqual([
      app.PageNavigationType.GO_TO_PAGE,
      'Дальше',
    ]);
    expect([no?.getPageNavigationType(), no?.getGotoPage()]).toEqual([app.PageNavigationType.SUBMIT, null]);
    expect(() => item.setChoices([item.createChoice('да', page), item.createChoice('нет')])).toThrow(ScriptError);
    expect(() => form.deleteItem(page)).toThrow(NotEmulated);
  });
});

describe('other kinds of items', () => {
  it('a scale begins at 0 or 1 and ends at 3 to 10', () => {
    // https://developers.google.com/apps-script/reference/forms/scale-item#setBounds(Integer,Integer)
    const { form } = school();
    const scale = form.addScaleItem().setBounds(0, 4).setLabels('не владею', 'могу учить');
    expect([scale.getLowerBound(), scale.getUpperBound(), scale.getLeftLabel(), scale.getRightLabel()]).toEqual([
      0,
      4,
      'не владею',
      'могу учить',
    ]);
    for (const [lower, upper] of [
      [2, 5],
      [1, 2],
      [0, 11],
    ] as const)
      expect(() => scale.setBounds(lower, upper)).toThrow(ScriptError);
  });

  it('a rating has 3 to 10 levels, 3 at first', () => {
    // https://developers.google.com/apps-script/reference/forms/rating-item#setRatingScaleLevel(Integer)
    const { app, form } = school();
    const rating = form.addRatingItem();
    expect([rating.getRatingScaleLevel(), rating.getRatingIcon()]).toEqual([3, app.RatingIconType.STAR]);
    rating.setRatingScaleLevel(5).setRatingIcon(app.RatingIconType.HEART);
    expect([rating.getRatingScaleLevel(), rating.getRatingIcon()]).toEqual([5, app.RatingIconType.HEART]);
    expect(() => rating.setRatingScaleLevel(2)).toThrow(ScriptError);
  });

  it('a grid has rows and columns, at least one of each', () => {
    // https://developers.google.com/apps-script/reference/forms/grid-item#setRows(String)
    const { form } = school();
    const grid = form.addGridItem().setRows(['р1', 'р2']).setColumns(['к1', 'к2']);
    expect([grid.getRows(), grid.getColumns()]).toEqual([
      ['р1', 'р2'],
      ['к1', 'к2'],
    ]);
    expect(() => grid.setRows([])).toThrow(ScriptError);
    expect(() => grid.setColumns([])).toThrow(ScriptError);
  });

  it('a page break goes to a page, to the start, on, or submits', () => {
    // https://developers.google.com/apps-script/reference/forms/page-break-item
    const { app, form } = school();
    const [two, three] = [form.addPageBreakItem(), form.addPageBreakItem()];
    expect(two.getPageNavigationType()).toBe(app.PageNavigationType.CONTINUE);
    two.setGoToPage(three);
    expect([two.getPageNavigationType(), two.getGoToPage().getId()]).toEqual([
      app.PageNavigationType.GO_TO_PAGE,
      three.getId(),
    ]);
    two.setGoToPage(app.PageNavigationType.SUBMIT);
    expect(two.getPageNavigationType()).toBe(app.PageNavigationType.SUBMIT);
    expect(() => two.getGoToPage()).toThrow(NotEmulated);
  });

  it('dates may do without a year', () => {
    // https://developers.google.com/apps-script/reference/forms/date-item#setIncludesYear(Boolean)
    const { form } = school();
    expect(form.addDateItem().includesYear()).toBe(true);
    expect(form.addDateItem().setIncludesYear(false).includesYear()).toBe(false);
  });

  it('points are for quizzes', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setIsQuiz(Boolean)
    const { form } = school();
    const item = form.addTextItem();
    expect(() => item.setPoints(1)).toThrow(NotEmulated);
    form.setIsQuiz(true);
    expect(item.setPoints(2).getPoints()).toBe(2);
    form.setIsQuiz(false);
    expect(item.getPoints()).toBe(0);
  });
});

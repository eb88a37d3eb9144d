// Responses in the destination spreadsheet: what Forms hands over to Sheets.
import { jest } from '@jest/globals';
import type { FormSubmission } from '../../../../local/runtime/world';
import { NotEmulated } from '../../../../local/runtime/service';
import type { submitAsRespondent as Submit } from '../../../../local/services/form';
import type { school as School } from './school';

interface Row {
  spreadsheetId: string;
  formId: string;
  headers: string[];
  values: unknown[];
}
const rows: Row[] = [];
let standing = true;
jest.unstable_mockModule('../../../../local/services/spreadsheet', () => ({
  appendFormRow: (_world: unknown, row: Row) => ({ sheetId: 7, row: rows.push(row) + 1 }),
  updateFormRow: (_world: unknown, row: Row, place: { row: number }) => {
    rows[place.row - 2] = row;
    return place;
  },
  formRowStands: () => standing,
}));

let submitAsRespondent: typeof Submit;
let school: typeof School;
beforeAll(async () => {
  ({ submitAsRespondent } = await import('../../../../local/services/form'));
  ({ school } = await import('./school'));
});
beforeEach(() => rows.splice(0));

function linked(): ReturnType<typeof School> & { book: string } {
  const s = school();
  const { id } = s.world.files.register({ name: 'Ответы', mimeType: 'application/vnd.google-apps.spreadsheet' });
  s.form.setDestination(s.app.DestinationType.SPREADSHEET, id);
  return { ...s, book: id };
}

describe('a form with a destination', () => {
  // https://developers.google.com/apps-script/reference/forms/form#setDestination(DestinationType,String)
  it('writes a row of time, address and answers, a grid in a column per row', () => {
    const { world, form, book } = linked();
    form.setCollectEmail(true);
    form.addTextItem().setTitle('Имя');
    form.addScaleItem().setTitle('Оценка');
    form.addCheckboxItem().setTitle('Темы').setChoiceValues(['ИКТ', 'ФГОС']);
    form.addGridItem().setTitle('Уровень').setRows(['ИКТ', 'ФГОС']).setColumns(['1', '2']);
    const answers = { Имя: 'А', Оценка: 4, Темы: ['ФГОС', 'ИКТ'], 'Уровень [ФГОС]': '2' };
    submitAsRespondent(world, form.getId(), answers, { email: 'teacher1@school.example' });
    expect(rows).toEqual([
      {
        spreadsheetId: book,
        formId: form.getId(),
        headers: [
          'Отметка времени',
          'Адрес электронной почты',
          'Имя',
          'Оценка',
          'Темы',
          'Уровень [ИКТ]',
          'Уровень [ФГОС]',
        ],
        values: [new Date('2026-09-01T02:00:00Z'), 'teacher1@school.example', 'А', 4, 'ИКТ, ФГОС', '', '2'],
      },
    ]);
  });

  it('tells triggers where the row is and what it says', () => {
    // https://developers.google.com/apps-script/guides/triggers/events#form-submit
    const { world, form, book } = linked();
    form.addTextItem().setTitle('Имя');
    const heard: FormSubmission[] = [];
    world.onFormSubmitted((submission) => heard.push(submission));
    submitAsRespondent(world, form.getId(), { Имя: 'А' });
    expect(heard[0]?.destination).toEqual({
      spreadsheetId: book,
      sheetId: 7,
      row: 2,
      values: ['01.09.2026 9:00:00', 'А'],
      namedValues: { 'Отметка времени': ['01.09.2026 9:00:00'], Имя: ['А'] },
    });
  });

  it.each(['__proto__', 'constructor'])('tells triggers of a question that reads %s', (title) => {
    const { world, form } = linked();
    form.addTextItem().setTitle(title);
    const heard: FormSubmission[] = [];
    world.onFormSubmitted((submission) => heard.push(submission));
    submitAsRespondent(world, form.getId(), Object.fromEntries([[title, 'А']]));
    expect(Object.entries(heard[0]?.destination?.namedValues ?? {})).toContainEqual([title, ['А']]);
  });

  it('copies the responses given before it was set, and a script’s own', () => {
    const { world, form, app, book } = linked();
    form.removeDestination();
    submitAsRespondent(world, form.getId(), {});
    expect(rows).toHaveLength(0);
    form.setDestination(app.DestinationType.SPREADSHEET, book);
    expect(rows).toHaveLength(1);
    form.createResponse().submit();
    expect(rows).toHaveLength(2);
  });

  // The row is updated, its time too: https://github.com/mozilla/network-pulse/issues/158
  it('writes an edited response over its row, or says that it cannot when the row is not where it was', () => {
    const { world, form } = linked();
    form.setAllowResponseEdits(true);
    form.addTextItem().setTitle('Имя');
    const id = submitAsRespondent(world, form.getId(), { Имя: 'А' });
    submitAsRespondent(world, form.getId(), { Имя: 'Б' });
    submitAsRespondent(world, form.getId(), { Имя: 'В' }, { editResponseId: id });
    expect(rows.map(({ values }) => values[1])).toEqual(['В', 'Б']);
    standing = false;
    expect(() => submitAsRespondent(world, form.getId(), { Имя: 'Г' }, { editResponseId: id })).toThrow(NotEmulated);
    standing = true;
    expect(form.getResponse(id)?.getItemResponses()[0]?.getResponse()).toBe('В');
  });
});

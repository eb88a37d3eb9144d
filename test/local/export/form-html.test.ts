// A form as a page: everything a teacher sees, in order, and nothing hostile let through.
import { formToHtml } from '../../../local/export/form-html';
import { createFormService, readForm } from '../../../local/services/form';
import { setup } from '../services/drive/world';

/** The page of a form that `build` makes. */
function page(title: string, build: (form: GoogleAppsScript.Forms.Form) => void): string {
  const { world } = setup();
  const FormApp = createFormService(world) as unknown as GoogleAppsScript.Forms.FormApp;
  const form = FormApp.create(title);
  build(form);
  return formToHtml(readForm(world, form.getId()));
}

describe('formToHtml', () => {
  it('shows sections and items in order, with required marks', () => {
    const html = page('Запросы', (form) => {
      form.setDescription('Строка 1\nСтрока 2');
      form.addTextItem().setTitle('ФИО').setRequired(true);
      form.addPageBreakItem().setTitle('Оценивание').setHelpText('Пояснение');
      form.addMultipleChoiceItem().setTitle('Нужно?').setChoiceValues(['Да', 'Нет']).showOtherOption(true);
      form.addScaleItem().setTitle('Уровень').setBounds(0, 4).setLabels('не владею', 'учу других');
      form.addCheckboxGridItem().setTitle('Когда').setRows(['Пн', 'Вт']).setColumns(['утро', 'день']);
    });
    const order = [
      'Запросы',
      'Строка 1<br>Строка 2',
      'ФИО',
      'Раздел 2 из 2',
      'Оценивание',
      'Пояснение',
      'Нужно?',
      'Другое:',
    ];
    const at = order.map((text) => html.indexOf(text));
    expect(at).not.toContain(-1);
    expect(at.slice(1)).toEqual([...at.slice(1)].sort((a, b) => a - b));
    expect(html).toMatch(/<legend>ФИО <span class="required"[^>]*>\*<\/span><\/legend>/);
    expect(html).toMatch(/<legend>Нужно\?<\/legend>/);
    expect(html).toContain('<span>не владею</span><label>0<br>');
    expect(html).toContain('aria-label="Вт: день"');
  });

  it('says so when the form cannot be answered', () => {
    const { world } = setup();
    const FormApp = createFormService(world) as unknown as GoogleAppsScript.Forms.FormApp;
    const form = FormApp.create('x');
    const view = { ...readForm(world, form.getId()), published: false };
    expect(formToHtml(view)).toContain('Форма не опубликована');
    expect(formToHtml({ ...view, published: true, accepting: false, closedMessage: 'Сбор окончен' })).toContain(
      'Сбор окончен',
    );
    expect(formToHtml({ ...view, published: true, accepting: true })).not.toContain('class="card notice"');
  });

  it('escapes whatever people wrote', () => {
    const html = page('<img src=x onerror=alert(1)>', (form) => {
      form.addListItem().setTitle('"><script>').setChoiceValues(['</select><b>']);
      form.addGridItem().setTitle('g').setRows(['<i>']).setColumns(["'x'"]);
    });
    expect(html).not.toMatch(/<img|<script|<b>|<i>/);
    expect(html).toContain('&lt;/select&gt;&lt;b&gt;');
  });
});

// A form as a static page, readable and printable, as a teacher sees it.
import type { FormView, ItemView, SectionView } from '../services/form';
import { escapeHtml, escapeLines, htmlPage, safeHref } from './html-page';

const STYLE = `
body { margin: 0; background: #f3f1f8; color: #202124; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
.card { background: #fff; border: 1px solid #dadce0; border-radius: 8px; padding: 1.25rem 1.5rem; margin: 0 0 .75rem; break-inside: avoid; }
header.card { border-top: 10px solid #673ab7; }
h1 { margin: 0 0 .5rem; font-size: 1.9rem; font-weight: 400; }
h2 { margin: 0; font-size: 1.25rem; font-weight: 500; }
.section { background: #673ab7; color: #fff; }
.section p { margin: .25rem 0 0; }
.help { color: #5f6368; margin: .25rem 0 .75rem; }
.section .help, .section small { color: #ede7f6; }
.required { color: #b3261e; }
.notice { background: #fef7e0; border-color: #f9ab00; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; margin: 0 0 .5rem; font-weight: 500; }
label { display: block; padding: .2rem 0; }
input[type=text], input[type=email], input[type=date], input[type=time], textarea, select { font: inherit; width: 100%; max-width: 100%; box-sizing: border-box; padding: .4rem; border: 1px solid #80868b; border-radius: 4px; background: #fff; }
label input[type=text] { width: auto; }
.scale { display: flex; flex-wrap: wrap; align-items: flex-end; gap: .75rem; text-align: center; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .4rem .5rem; text-align: center; border-bottom: 1px solid #e8eaed; font-weight: 400; }
th[scope=row] { text-align: left; }
footer { color: #5f6368; font-size: .85rem; padding: .5rem 0 2rem; overflow-wrap: anywhere; }
@media print { body { background: #fff; } }
`;

/**
 * The page of a form: its sections, items and required marks. Fields can be filled for a look, nothing is sent.
 * @param view what `readForm` gives
 */
export function formToHtml(view: FormView): string {
  const parts = [heading(view), ...notices(view), ...(view.collectEmail ? [emailCard()] : [])];
  view.sections.forEach((section, index) => {
    if (index > 0) parts.push(sectionCard(section, index, view.sections.length));
    parts.push(...section.items.map(itemCard));
  });
  const link = safeHref(view.publishedUrl);
  const footer =
    link === undefined
      ? ''
      : `<footer>Форма для ответов: <a href="${link}">${escapeHtml(view.publishedUrl)}</a></footer>`;
  return htmlPage(view.title, STYLE, `<main>\n${parts.join('\n')}\n${footer}\n</main>`);
}

function heading({ title, description, items }: FormView): string {
  const required = items.some((item) => 'required' in item && item.required);
  return [
    `<header class="card"><h1>${escapeHtml(title)}</h1>`,
    description === '' ? '' : `<p>${escapeLines(description)}</p>`,
    required ? '<p class="required">* обязательный вопрос</p>' : '',
    '</header>',
  ].join('');
}

function notices({ published, accepting, closedMessage }: FormView): string[] {
  const notice = (text: string): string => `<p class="card notice">${escapeLines(text)}</p>`;
  if (!published) return [notice('Форма не опубликована: ответить на неё пока нельзя.')];
  if (!accepting) return [notice(closedMessage === '' ? 'Форма больше не принимает ответы.' : closedMessage)];
  return [];
}

function emailCard(): string {
  return card(
    question(
      'Адрес электронной почты',
      '',
      true,
      '<label><input type="email" autocomplete="off" aria-label="Адрес электронной почты"></label>',
    ),
  );
}

function sectionCard({ title, help }: SectionView, index: number, count: number): string {
  return [
    `<section class="card section"><small>Раздел ${String(index + 1)} из ${String(count)}</small>`,
    `<h2>${escapeHtml(title)}</h2>`,
    help === '' ? '' : `<p>${escapeLines(help)}</p>`,
    '</section>',
  ].join('');
}

function card(inner: string): string {
  return `<section class="card">${inner}</section>`;
}

function question(title: string, help: string, required: boolean, field: string): string {
  const star = required ? ' <span class="required" title="обязательный вопрос">*</span>' : '';
  return [
    `<fieldset><legend>${escapeHtml(title)}${star}</legend>`,
    help === '' ? '' : `<p class="help">${escapeLines(help)}</p>`,
    field,
    '</fieldset>',
  ].join('');
}

function itemCard(item: ItemView): string {
  if (item.type === 'SECTION_HEADER' || item.type === 'PAGE_BREAK' || item.type === 'VIDEO' || item.type === 'IMAGE') {
    const href = item.type === 'VIDEO' ? safeHref(item.url) : undefined;
    const video = href === undefined ? '' : `<p><a href="${href}">${href}</a></p>`;
    const help = item.help === '' ? '' : `<p class="help">${escapeLines(item.help)}</p>`;
    const { contentType = '', content = '' } = item.type === 'IMAGE' ? (item.image ?? {}) : {};
    const image =
      content === ''
        ? ''
        : `<p><img alt="${escapeHtml(item.title)}" src="data:${escapeHtml(contentType)};base64,${content}"></p>`;
    return card(`<h2>${escapeHtml(item.title)}</h2>${help}${video}${image}`);
  }
  return card(question(item.title, item.help, item.required, field(item)));
}

type Question = Exclude<ItemView, { type: 'SECTION_HEADER' | 'PAGE_BREAK' | 'VIDEO' | 'IMAGE' }>;

/** The part of a question that is filled in. */
function field(item: Question): string {
  const name = `q${String(item.id)}`;
  const input = (type: string, label = item.title): string =>
    `<input type="${type}" name="${name}" aria-label="${escapeHtml(label)}">`;
  switch (item.type) {
    case 'TEXT':
      return input('text');
    case 'PARAGRAPH_TEXT':
      return `<textarea name="${name}" rows="4" aria-label="${escapeHtml(item.title)}"></textarea>`;
    case 'MULTIPLE_CHOICE':
    case 'CHECKBOX': {
      const type = item.type === 'CHECKBOX' ? 'checkbox' : 'radio';
      const texts = item.choices.map(({ value }) => value);
      const choices = texts.map((text) => `<label><input type="${type}" name="${name}"> ${escapeHtml(text)}</label>`);
      if (item.other)
        choices.push(
          `<label><input type="${type}" name="${name}"> Другое: <input type="text" aria-label="Другое"></label>`,
        );
      return choices.join('');
    }
    case 'LIST': {
      const options = item.choices.map(({ value }) => `<option>${escapeHtml(value)}</option>`);
      return `<select name="${name}" aria-label="${escapeHtml(item.title)}"><option value="">Выбрать</option>${options.join('')}</select>`;
    }
    case 'SCALE':
      return scale(name, item.lower, item.upper, item.leftLabel, item.rightLabel);
    case 'RATING':
      return scale(name, 1, item.level, '', '');
    case 'GRID':
    case 'CHECKBOX_GRID':
      return grid(item.type === 'GRID' ? 'radio' : 'checkbox', name, item.rows, item.columns);
    case 'DATE':
      return input('date');
    case 'DATETIME':
      return `${input('date', 'Дата')} ${input('time', 'Время')}`;
    case 'TIME':
      return input('time');
    case 'DURATION':
      return input('text', 'Часы, минуты, секунды');
  }
}

function scale(name: string, lower: number, upper: number, left: string, right: string): string {
  const points = Array.from(
    { length: upper - lower + 1 },
    (_, i) => `<label>${String(lower + i)}<br><input type="radio" name="${name}"></label>`,
  );
  return `<div class="scale"><span>${escapeHtml(left)}</span>${points.join('')}<span>${escapeHtml(right)}</span></div>`;
}

function grid(
  type: 'radio' | 'checkbox',
  name: string,
  rows: readonly { label: string }[],
  columns: readonly string[],
): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const lines = rows.map(({ label }, row) => {
    const cells = columns.map(
      (column) =>
        `<td><input type="${type}" name="${name}-${String(row)}" aria-label="${escapeHtml(`${label}: ${column}`)}"></td>`,
    );
    return `<tr><th scope="row">${escapeHtml(label)}</th>${cells.join('')}</tr>`;
  });
  return `<div class="table"><table><thead><tr><td></td>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

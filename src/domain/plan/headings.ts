// What a plan's table looks like: which heading names which column, and which rows are stages.

/** Column numbers (0-based) by what stands in them. */
export interface Columns {
  readonly measure: number;
  readonly when: number;
  readonly number?: number;
  /** Years or steps by which the rows are grouped. */
  readonly section?: number;
  readonly responsible?: number;
  readonly audience?: number;
  /** One or two: results, and how they are seen. */
  readonly results: readonly number[];
  /** Further words about the measure. */
  readonly details: readonly number[];
}

const MEASURE =
  /мероприят|вид[ыа]? (?:работ|деятельност)|^деятельность$|содержание (?:работы|деятельности)|^действи|^(?:основные )?(?:шаги|задачи)$|^что дела/;
const WHEN = /срок|^дат[аы]|^период|^когда|врем[яе]ни? (?:проведения|выполнения|исполнения|реализации)|^месяц|^время$/;
const RESPONSIBLE = /ответствен|исполнител|координатор|^отв(?:\.|-|$)/;
const AUDIENCE = /целев[а-я]+ (?:аудитори|групп)|участник|категори[яи]|^для кого/;
const RESULT = /результат|^итог|продукт|показател[ия] результативности|^выход/;
const NUMBER = /^(?:№|n)(?: ?п[./\\ ]*п\.?)?$|^номер$|^п[./\\]п\.?$/;
const SECTION = /^год|^шаг|^этап|^раздел|^направлени/;

/** The columns that a row of headings names; undefined when it is no heading of a plan's table: that has measures and their time. */
export function headerOf(cells: readonly string[]): Columns | undefined {
  if (cells.filter((cell) => cell !== '').length < 2 || cells.some((cell) => cell.length > 100)) return undefined;
  const found = new Map<string, number[]>();
  cells.forEach((cell, index) => {
    const role = roleOf(cell);
    if (role !== undefined) found.set(role, [...(found.get(role) ?? []), index]);
  });
  const first = (role: string): number | undefined => found.get(role)?.[0];
  let measure = first('measure');
  let section = first('section');
  // «Шаги | Сроки»: steps are the measures when nothing else is.
  if (measure === undefined && section !== undefined && /^шаг|^этап/i.test(cells[section] ?? '')) {
    measure = section;
    section = undefined;
  }
  const when = first('when');
  const responsible = first('responsible');
  const audience = first('audience');
  if (measure === undefined || when === undefined) return undefined;
  const number = first('number');
  return {
    measure,
    when,
    results: found.get('result') ?? [],
    details: (found.get('measure') ?? []).filter((index) => index !== measure),
    ...(number === undefined ? {} : { number }),
    ...(section === undefined ? {} : { section }),
    ...(responsible === undefined ? {} : { responsible }),
    ...(audience === undefined ? {} : { audience }),
  };
}

function roleOf(cell: string): string | undefined {
  const text = cell.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  if (NUMBER.test(text)) return 'number';
  if (WHEN.test(text)) return 'when';
  if (RESPONSIBLE.test(text)) return 'responsible';
  if (AUDIENCE.test(text)) return 'audience';
  if (RESULT.test(text)) return 'result';
  if (SECTION.test(text) && !/мероприят/.test(text)) return 'section';
  return MEASURE.test(text) ? 'measure' : undefined;
}

/** Does the line open a stage of the plan? */
export function isStage(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 900 &&
    (/(?:^|[^а-яё])(?:этап|такт|раздел|блок)(?:[^а-яё]|[аеуы]?(?:[^а-яё]|$)|$)/i.test(text) ||
      /^(?:\d{4}\s*-\s*\d{4}\s*гг?\.?\s*)?[IVX]+\.\s/.test(text))
  );
}

// Programme templates from the data file that ships beside the code (`Programmes.html`): read at most once an execution.
import type { Programme } from '../domain/programme/programme';

/** Gives templates by id. */
export function createProgrammes(): (id: string) => Programme | undefined {
  let all: readonly Programme[] | undefined;
  return (id) => {
    // The raw content of a project file: nothing in it is evaluated.
    // https://developers.google.com/apps-script/reference/html/html-template#getRawContent()
    all ??= JSON.parse(HtmlService.createTemplateFromFile('Programmes').getRawContent()) as readonly Programme[];
    return all.find((programme) => programme.id === id);
  };
}

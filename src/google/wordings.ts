// Wordings from a data file that ships beside the code, as the build wrote it.

/**
 * The texts of a data file by their codes, none when it cannot be read: whoever asks must get by without words.
 * Call it at most once an execution, and only when something is to be said.
 * @param file name of the project's HTML file, without its ending
 */
export function readWordings(file: string): Readonly<Record<string, string>> {
  try {
    // The raw content of a project file: nothing in it is evaluated.
    // https://developers.google.com/apps-script/reference/html/html-template#getRawContent()
    return JSON.parse(HtmlService.createTemplateFromFile(file).getRawContent()) as Readonly<Record<string, string>>;
  } catch (error) {
    console.error(`${file}: ${String(error)}`);
    return {};
  }
}

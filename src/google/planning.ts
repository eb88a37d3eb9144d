// The planning searches (groups, timetable), loaded from their own project file when they are needed, so that they do not load at
// every click.
import type { Planning } from '../app/ports';

/** Gives the searches; the file is read and evaluated at most once an execution. */
export function createPlanning(): () => Planning {
  let loaded: Planning | undefined;
  return () => {
    // The file is the build's own, pushed with the code: nothing a person can write ever reaches this.
    loaded ??= new Function(
      `${HtmlService.createTemplateFromFile('Planning').getRawContent()}\nreturn planning;\n//# sourceURL=Planning`,
    )() as Planning;
    return loaded;
  };
}

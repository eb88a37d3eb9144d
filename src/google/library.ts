// Code that few actions need, loaded from a project file of its own when it is needed, so that it does not load at every click.

/** Gives what the file exports; it is read and evaluated at most once an execution. */
export function createLibrary<T>(file: 'Planning' | 'Intake' | 'Late'): () => T {
  let loaded: T | undefined;
  return () => {
    // The file is the build's own, pushed with the code: nothing a person can write ever reaches this.
    loaded ??= new Function(
      `${HtmlService.createTemplateFromFile(file).getRawContent()}\nreturn library;\n//# sourceURL=${file}`,
    )() as T;
    return loaded;
  };
}

// Code that is not needed at every click, loaded from project files of its own when it is: the planning searches, the late actions.

/** Bundles of the build: project files that are the body of a function giving their exports. */
type BundleFile = 'Planning' | 'Actions';

/**
 * Gives what a bundle exports; its file is read and evaluated at most once an execution, when it is first asked for.
 * `T` is what `esbuild.config.mjs` bundles into that file.
 */
export function createBundle<T>(file: BundleFile): () => T {
  let loaded: T | undefined;
  return () => {
    // The file is the build's own, pushed with the code: nothing a person can write ever reaches this.
    loaded ??= new Function(HtmlService.createTemplateFromFile(file).getRawContent())() as T;
    return loaded;
  };
}

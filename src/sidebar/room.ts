// How much room the page has: 300 px in the sidebar, or a dialog over the sheet.

const WIDE = 'wide';

export const makeWide = (): void => {
  document.documentElement.classList.add(WIDE);
};

export const isWide = (): boolean => document.documentElement.classList.contains(WIDE);

/** Closes the dialog the page stands in. https://developers.google.com/apps-script/guides/html/reference/host */
export const closeWindow = (): void => {
  window.google?.script?.host?.close();
};

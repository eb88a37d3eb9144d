// The sidebar begins here: what the server wrote into the page, the way to the server, and the first screen.
import { render } from 'preact';
import { createClient, type ScriptRun } from './client';
import { createController } from './controller';
import { readStart } from './start';
import './style.css';
import './screens.css';
import { App } from './view/app';
import { wordsOf } from './words';

declare global {
  interface Window {
    /** Put into the page by HtmlService. */
    readonly google?: { readonly script?: { readonly run?: ScriptRun } };
  }
}

const root = document.getElementById('app');
if (root !== null) {
  const start = readStart(root.dataset.start);
  document.documentElement.lang = start.language;
  const controller = createController(
    createClient(() => window.google?.script?.run),
    (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  );
  render(<App controller={controller} say={wordsOf(start.language)} />, root);
  void (start.action === undefined ? controller.openHome() : controller.openAction(start.action));
}

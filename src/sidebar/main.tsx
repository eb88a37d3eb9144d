// The sidebar begins here: what the server wrote into the page, the way to the server, and the first screen.
import { render } from 'preact';
import { createClient, type ScriptRun } from './client';
import { createController } from './controller';
import { makeWide } from './room';
import { readStart } from './start';
import './style.css';
import './screens.css';
import './editors.css';
import { App } from './view/app';
import { wordsOf } from './words';

declare global {
  interface Window {
    /** Put into the page by HtmlService. */
    readonly google?: { readonly script?: { readonly run?: ScriptRun; readonly host?: { close(): void } } };
  }
}

const root = document.getElementById('app');
if (root !== null) {
  const start = readStart(root.dataset.start);
  document.documentElement.lang = start.language;
  if (start.wide === true) makeWide();
  const client = createClient(() => window.google?.script?.run);
  const controller = createController(
    client,
    (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  );
  const say = wordsOf(start.language);
  // As Sheets heads the window (`server/menu.ts`).
  document.title = say(start.view !== undefined && start.wide === true ? `view.${start.view}` : 'page.title');
  render(<App controller={controller} client={client} say={say} />, root);
  if (start.view !== undefined) controller.openView(start.view);
  else void (start.action === undefined ? controller.openHome() : controller.openAction(start.action));
}

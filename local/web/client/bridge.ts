// Goes into frames: `google.script` as HtmlService puts it into a page, over messages to the window around; links are handed to it.
// https://developers.google.com/apps-script/guides/html/reference/run and …/host

type Handler = (value: unknown, userObject: unknown) => void;

interface Waiting {
  readonly success: Handler | undefined;
  readonly failure: Handler | undefined;
  readonly userObject: unknown;
}

const waiting = new Map<number, Waiting>();
let nextId = 1;

function post(message: object): void {
  // The frame has no origin of its own to name; the window around tells it by its source.
  parent.postMessage(message, '*');
}

/** «Legal parameters are JavaScript primitives … as well as JavaScript objects and arrays composed of primitives, objects and arrays.» */
function refuseIllegal(value: unknown, name: string): void {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return;
  if (value instanceof HTMLFormElement) throw new Error('NotEmulated: google.script.run with a form element');
  const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (!plain) throw new TypeError(`Failed due to illegal value in property: ${name}`);
  for (const [key, member] of Object.entries(value as object)) refuseIllegal(member, key);
}

function runner(handlers: Waiting): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        // Not a promise, whatever awaits it; and private functions are not there.
        if (typeof name !== 'string' || name === 'then' || name.endsWith('_')) return undefined;
        if (name === 'withSuccessHandler') return (success: Handler) => runner({ ...handlers, success });
        if (name === 'withFailureHandler') return (failure: Handler) => runner({ ...handlers, failure });
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
        return (...args: unknown[]): void => {
          args.forEach((arg, index) => {
            refuseIllegal(arg, String(index));
          });
          const id = nextId++;
          waiting.set(id, handlers);
          post({ google: 'run', id, name, args: JSON.parse(JSON.stringify(args)) as unknown });
        };
      },
    },
  );
}

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== parent || typeof data !== 'object' || data === null) return;
  const { google, id, error, value } = data as { google?: unknown; id?: unknown; error?: unknown; value?: unknown };
  if (google !== 'result' || typeof id !== 'number') return;
  const handlers = waiting.get(id);
  waiting.delete(id);
  if (handlers === undefined) return;
  if (error === undefined) {
    handlers.success?.(value, handlers.userObject);
    return;
  }
  const { name, message } = error as { name: string; message: string };
  const thrown = Object.assign(new Error(message), { name });
  if (handlers.failure !== undefined) handlers.failure(thrown, handlers.userObject);
  // «If no failure handler … the exception is logged to the console.»
  else console.error(thrown);
});

const host = {
  close: () => {
    post({ google: 'close' });
  },
  setHeight: (height: number) => {
    post({ google: 'size', height });
  },
  setWidth: (width: number) => {
    post({ google: 'size', width });
  },
  editor: {
    focus: () => {
      post({ google: 'focus' });
    },
  },
};

Object.assign(window, {
  google: { script: { run: runner({ success: undefined, failure: undefined, userObject: undefined }), host } },
});

function openLink(url: string): void {
  post({ google: 'open', url });
}

function followed(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href], area[href]') : null;
  const url = link === null ? '' : (link as HTMLAnchorElement).href;
  if (event.defaultPrevented || event.button > 1 || !/^https?:/i.test(url)) return;
  event.preventDefault();
  openLink(url);
}
addEventListener('click', followed);
addEventListener('auxclick', followed);
window.open = (url) => {
  if (url !== undefined && url !== '') openLink(new URL(String(url), document.baseURI).href);
  return null;
};

// Letters and documents are shown as long as they are.
addEventListener('load', () => {
  const fit = (): void => {
    post({ google: 'fit', height: document.documentElement.offsetHeight });
  };
  new ResizeObserver(fit).observe(document.documentElement);
  fit();
});

// A frame with somebody else's page in it: a script's, a letter's, a document's.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from './app-state';
import { addressOfLink } from './route';

export interface FrameProps {
  readonly src: string;
  readonly title: string;
  readonly class?: string;
  readonly height?: number | undefined;
  /** As high as what is in it. */
  readonly fit?: boolean;
  /** A call of google.script.run; gives what its handler gets, or throws what its failure handler gets. */
  readonly onRun?: (name: string, args: readonly unknown[]) => Promise<unknown>;
  readonly onClose?: () => void;
  readonly onFocusEditor?: () => void;
  readonly onSize?: (size: { width?: number; height?: number }) => void;
}

/** What a failure handler gets. */
export class RunFailure extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

export function Frame(props: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const { person } = useApp();
  const [fitted, setFitted] = useState<number>();
  useEffect(() => {
    const receive = ({ source, data }: MessageEvent<unknown>): void => {
      const inside = frame.current?.contentWindow;
      if (inside === null || inside === undefined || source !== inside) return;
      if (typeof data !== 'object' || data === null) return;
      const message = data as Readonly<Record<string, unknown>>;
      const { onRun, onClose, onFocusEditor, onSize } = latest.current;
      switch (message['google']) {
        case 'run': {
          const { id, name, args } = message;
          if (onRun === undefined || typeof name !== 'string' || !Array.isArray(args)) return;
          onRun(name, args).then(
            (value) => {
              inside.postMessage({ google: 'result', id, value }, '*');
            },
            (error: unknown) => {
              const { name: kind, message: text } = error instanceof Error ? error : new Error(String(error));
              inside.postMessage({ google: 'result', id, error: { name: kind, message: text } }, '*');
            },
          );
          return;
        }
        case 'open':
          if (typeof message['url'] === 'string')
            window.open(addressOfLink(person, message['url']), '_blank', 'noopener');
          return;
        case 'fit':
          if (typeof message['height'] === 'number') setFitted(Math.ceil(message['height']));
          return;
        case 'close':
          onClose?.();
          return;
        case 'focus':
          onFocusEditor?.();
          return;
        case 'size': {
          const { width, height } = message;
          onSize?.({
            ...(typeof width === 'number' ? { width } : {}),
            ...(typeof height === 'number' ? { height } : {}),
          });
        }
      }
    };
    addEventListener('message', receive);
    return () => {
      removeEventListener('message', receive);
    };
  }, [person]);
  const height = props.fit === true ? fitted : props.height;
  return (
    <iframe
      ref={frame}
      class={props.class}
      src={props.src}
      title={props.title}
      sandbox="allow-scripts allow-forms allow-modals allow-downloads"
      style={height === undefined ? undefined : { height: `${String(height)}px` }}
    />
  );
}

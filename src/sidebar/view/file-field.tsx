// A question answered by a file.
import { useRef, useState } from 'preact/hooks';
import { bytesOf, readChosenFile, readDataUrl } from '../files';
import type { FieldValue, FileInput } from '../fields';
import type { Say } from '../words';
import type { Described, FieldProps } from './field';
import { Button } from './parts';

type Reading =
  | { readonly state: 'rest' }
  | { readonly state: 'reading' }
  | { readonly state: 'bad'; readonly reason: 'tooLarge' | 'unreadable'; readonly name: string };

export function FileField({ say, field, value, onValue, described }: FieldProps & { readonly described: Described }) {
  const [reading, setReading] = useState<Reading>({ state: 'rest' });
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef<File | undefined>(undefined);

  const choose = async (file: File | undefined): Promise<void> => {
    latest.current = file;
    onValue(undefined);
    if (file === undefined) {
      setReading({ state: 'rest' });
      return;
    }
    setReading({ state: 'reading' });
    const outcome = await readChosenFile(file, readDataUrl);
    // Another file was chosen while this one was being read.
    if (latest.current !== file) return;
    setReading(outcome.ok ? { state: 'rest' } : { state: 'bad', reason: outcome.reason, name: file.name });
    if (outcome.ok) onValue(outcome.file);
  };

  const file = fileOf(value);
  return (
    <div class="file">
      <input
        {...described}
        ref={input}
        type="file"
        name={field.name}
        aria-required={field.required ? 'true' : undefined}
        onChange={(happened) => void choose(happened.currentTarget.files?.[0])}
      />
      <p role="status" class="quiet">
        {reading.state === 'reading' && say('file.reading')}
        {file !== undefined && say('file.ready', { name: file.name, size: sizeOf(say, bytesOf(file.base64)) })}
      </p>
      {reading.state === 'bad' && (
        <p role="alert" class="field-problem">
          {say(`file.${reading.reason}`, { name: reading.name })}
        </p>
      )}
      {file !== undefined && (
        <Button
          onPress={() => {
            if (input.current !== null) {
              input.current.value = '';
              input.current.focus();
            }
            void choose(undefined);
          }}
        >
          {say('file.remove')}
        </Button>
      )}
    </div>
  );
}

function fileOf(value: FieldValue | undefined): FileInput | undefined {
  return typeof value === 'object' && 'base64' in value ? value : undefined;
}

/** A size as people say it: whole kilobytes, or megabytes to a tenth. */
function sizeOf(say: Say, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return say('file.kilobytes', { count: kilobytes });
  const megabytes = (kilobytes / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  return say('file.megabytes', { count: megabytes });
}

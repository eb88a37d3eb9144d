// Sizes of files in words.
import type { Language } from '../contract';
import type { Say } from '../words';

export function sizeOf(say: Say, language: Language, bytes: number): string {
  const round = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (bytes < 1024) return say('drive.bytes', { size: bytes });
  if (bytes < 1024 ** 2) return say('drive.kilobytes', { size: round.format(bytes / 1024) });
  return say('drive.megabytes', { size: round.format(bytes / 1024 ** 2) });
}

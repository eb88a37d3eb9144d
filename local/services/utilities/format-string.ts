// printf-style formatting, as Utilities.formatString does it.
import { NotEmulated } from '../../runtime/service';

/**
 * Formats by `%[-+ 0][width][.precision](s|d|i|f|x|%)`, Utilities.formatString's common ground with printf.
 * https://developers.google.com/apps-script/reference/utilities/utilities#formatString(String,Object...)
 * @throws NotEmulated for any other directive, and for arguments whose type does not fit the directive
 */
export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%(?:%|([-+ 0]*)(\d*)(?:\.(\d+))?(.))/g,
    (token, flags: string | undefined, width: string, precision: string | undefined, kind: string) => {
      if (token === '%%') return '%';
      if (next >= values.length) throw new NotEmulated(`Utilities.formatString with too few values for «${template}»`);
      return align(directive(values[next++], kind, precision, token), flags ?? '', Number(width || 0));
    },
  );
}

function directive(value: unknown, kind: string, precision: string | undefined, token: string): string {
  if (kind === 's') return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new NotEmulated(`Utilities.formatString «${token}» with ${typeof value}`);
  if (kind === 'f') return value.toFixed(Number(precision ?? 6));
  if (kind === 'd' || kind === 'i') return String(Math.trunc(value));
  if (kind === 'x' && Number.isInteger(value) && value >= 0) return value.toString(16);
  throw new NotEmulated(`Utilities.formatString «${token}»`);
}

function align(text: string, flags: string, width: number): string {
  const signed = /^\d/.test(text) && flags.includes('+') ? `+${text}` : text;
  if (signed.length >= width) return signed;
  if (flags.includes('-')) return signed.padEnd(width);
  if (!flags.includes('0')) return signed.padStart(width);
  const sign = /^[-+]/.exec(signed)?.[0] ?? '';
  return sign + signed.slice(sign.length).padStart(width - sign.length, '0');
}

// Utilities: text, bytes, dates, digests.
import { createHash, createHmac } from 'node:crypto';
import { types } from 'node:util';
import { NotEmulated, ScriptError, ServiceObject, scriptEnum, type ScriptEnum } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { encodeText, fromScriptBytes, ScriptBlob, textBlob, toSignedBytes } from './blob';
import { parseCsv } from './csv';
import { formatDate } from './date-format';
import { parseDate } from './date-parse';
import { formatString } from './format-string';

export { decodeText, encodeText, fromScriptBytes, ScriptBlob, textBlob, toSignedBytes } from './blob';
export { formatDate } from './date-format';

const CHARSET = scriptEnum('Charset', ['US_ASCII', 'UTF_8']);
const DIGEST = scriptEnum('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const MAC = scriptEnum('MacAlgorithm', ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']);

type Data = string | readonly unknown[];

/** Text or a byte array → bytes. Non-ASCII text needs its charset said where live's default would lose letters. */
function bytesOf(data: Data, charset: ScriptEnum | undefined, method: string): Uint8Array {
  if (typeof data === 'string') {
    if (charset === undefined && !isAscii(data))
      throw new NotEmulated(`Utilities.${method} of non-ASCII text without a charset`);
    return encodeText(data, charset?._value === 'US_ASCII' ? 'US-ASCII' : 'UTF-8');
  }
  if (Array.isArray(data)) return fromScriptBytes(data);
  throw new ScriptError(
    `The parameters (${data === null ? 'null' : typeof data}) don't match the method signature for Utilities.${method}.`,
  );
}

/** https://developers.google.com/apps-script/reference/utilities/utilities */
class Utilities extends ServiceObject {
  readonly _name = 'Utilities';
  readonly Charset = CHARSET;
  readonly DigestAlgorithm = DIGEST;
  readonly MacAlgorithm = MAC;
  constructor(readonly _world: World) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }

  base64Encode(data: Data, charset?: ScriptEnum): string {
    return Buffer.from(base64Bytes(data, charset)).toString('base64');
  }
  /** URL-safe alphabet, padding kept: see the example on the reference page. */
  base64EncodeWebSafe(data: Data, charset?: ScriptEnum): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }
  base64Decode(encoded: string, _charset?: ScriptEnum): number[] {
    return toSignedBytes(decodeBase64(encoded, /^[A-Za-z0-9+/\s]*={0,2}\s*$/));
  }
  base64DecodeWebSafe(encoded: string, _charset?: ScriptEnum): number[] {
    return toSignedBytes(decodeBase64(encoded, /^[A-Za-z0-9\-_\s]*={0,2}\s*$/));
  }
  computeDigest(algorithm: ScriptEnum, value: Data, charset?: ScriptEnum): number[] {
    const name = NODE_DIGESTS[algorithm._value];
    if (name === undefined) throw new NotEmulated(`Utilities.computeDigest with ${algorithm._value}`);
    return toSignedBytes(
      createHash(name)
        .update(bytesOf(value, charset, 'computeDigest'))
        .digest(),
    );
  }
  computeHmacSha256Signature(value: Data, key: Data, charset?: ScriptEnum): number[] {
    return this.computeHmacSignature(MAC.HMAC_SHA_256, value, key, charset);
  }
  computeHmacSignature(algorithm: ScriptEnum, value: Data, key: Data, charset?: ScriptEnum): number[] {
    const name = NODE_DIGESTS[algorithm._value.replace('HMAC_', '')];
    if (name === undefined) throw new NotEmulated(`Utilities.computeHmacSignature with ${algorithm._value}`);
    const hmac = createHmac(name, bytesOf(key, charset, 'computeHmacSignature'));
    return toSignedBytes(hmac.update(bytesOf(value, charset, 'computeHmacSignature')).digest());
  }
  formatDate(date: unknown, timeZone: string, format: string): string {
    if (!types.isDate(date) || typeof timeZone !== 'string' || typeof format !== 'string')
      throw new ScriptError(
        `The parameters (${[date, timeZone, format].map((value) => (types.isDate(value) ? 'Date' : typeName(value))).join(',')}) ` +
          `don't match the method signature for Utilities.formatDate.`,
      );
    return formatDate(date.getTime(), timeZone, format);
  }
  parseDate(text: string, timeZone: string, format: string): Date {
    return new Date(parseDate(text, timeZone, format));
  }
  formatString(template: string, ...values: unknown[]): string {
    return formatString(template, values);
  }
  /** Version 4 in form; drawn from the Workspace's own ids, so that every run gives the same. */
  getUuid(): string {
    const hex = createHash('sha256').update(`uuid ${this._world.nextNumber()}`).digest('hex');
    return this._world.issued(
      `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    );
  }
  newBlob(data: Data, contentType?: string | null, name?: string | null): ScriptBlob {
    if (typeof data === 'string') return textBlob(data, contentType ?? 'text/plain', name ?? null);
    return new ScriptBlob(bytesOf(data, undefined, 'newBlob'), contentType ?? null, name ?? null);
  }
  parseCsv(csv: string, delimiter = ','): string[][] {
    return parseCsv(csv, delimiter);
  }
  /** Costs virtual time; at most five minutes (same page, `sleep`). */
  sleep(milliseconds: number): void {
    if (!(milliseconds >= 0 && milliseconds <= 300_000))
      throw new NotEmulated(`Utilities.sleep of ${String(milliseconds)} ms`);
    this._world.clock.charge(milliseconds);
  }
}

const NODE_DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function base64Bytes(data: Data, charset: ScriptEnum | undefined): Uint8Array {
  return bytesOf(data, charset ?? CHARSET.UTF_8, 'base64Encode');
}

function decodeBase64(encoded: string, alphabet: RegExp): Uint8Array {
  if (!alphabet.test(encoded)) throw new ScriptError('Could not decode string.');
  return Uint8Array.from(Buffer.from(encoded, 'base64'));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** How live's signature errors name a value's type. */
function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  return typeof value;
}

/** The global `Utilities` of one execution. */
export function createUtilities(world: World): ServiceObject {
  return new Utilities(world);
}

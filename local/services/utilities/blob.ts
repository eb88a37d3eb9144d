// Blob: the bytes, type and name that Utilities, Drive, Mail and HtmlService exchange.
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';

/** Encodings a script may name, as Node knows them (https://developers.google.com/apps-script/reference/utilities/charset). */
const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'us-ascii': 'ascii',
  ascii: 'ascii',
  'iso-8859-1': 'latin1',
  latin1: 'latin1',
  'utf-16le': 'utf16le',
};

/**
 * Text → bytes in the named charset.
 * @throws NotEmulated for a charset this machine's runtime cannot write
 */
export function encodeText(text: string, charset = 'UTF-8'): Uint8Array {
  const encoding = ENCODINGS[charset.toLowerCase()];
  if (encoding === undefined) throw new NotEmulated(`charset ${charset}`);
  return Uint8Array.from(Buffer.from(text, encoding));
}

/**
 * Bytes → text in the named charset.
 * @throws NotEmulated for a charset this machine's runtime cannot read
 */
export function decodeText(bytes: Uint8Array, charset = 'UTF-8'): string {
  const encoding = ENCODINGS[charset.toLowerCase()];
  if (encoding === undefined) throw new NotEmulated(`charset ${charset}`);
  return Buffer.from(bytes).toString(encoding);
}

/** Bytes as Apps Script shows them: an array of SIGNED numbers, −128…127 (Java's `byte`). */
export function toSignedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/**
 * A script's byte array (signed or unsigned numbers) → bytes.
 * @throws ScriptError when an element is not a byte
 */
export function fromScriptBytes(values: readonly unknown[]): Uint8Array {
  const bytes = new Uint8Array(values.length);
  values.forEach((value, index) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < -128 || value > 255)
      throw new ScriptError(`Cannot convert ${String(value)} to byte.`);
    bytes[index] = value;
  });
  return bytes;
}

/**
 * https://developers.google.com/apps-script/reference/base/blob
 *
 * Host code reads `_bytes`, `_contentType` and `_filename`.
 */
export class ScriptBlob
  extends ServiceObject
  implements Pick<GoogleAppsScript.Base.Blob, 'getBytes' | 'getContentType' | 'getName' | 'isGoogleType'>
{
  readonly _name = 'Blob';
  _bytes: Uint8Array;
  _contentType: string | null;
  _filename: string | null;

  /** @param bytes content; not copied */
  constructor(bytes: Uint8Array, contentType: string | null = null, name: string | null = null) {
    super();
    this._bytes = bytes;
    this._contentType = contentType;
    this._filename = name;
  }
  override get _free(): 'all' {
    return 'all';
  }
  getBytes(): number[] {
    return toSignedBytes(this._bytes);
  }
  getDataAsString(charset?: string): string {
    return decodeText(this._bytes, charset);
  }
  // The declared return type is `string`; live gives null for what was never set.
  getContentType(): string {
    return this._contentType as string;
  }
  getName(): string {
    return this._filename as string;
  }
  setName(name: string): this {
    this._filename = name;
    return this;
  }
  setContentType(contentType: string | null): this {
    this._contentType = contentType;
    return this;
  }
  /** Sets the type by the name's extension. Only what is certain is known here. */
  setContentTypeFromExtension(): this {
    const extension = /\.([^.]+)$/.exec(this._filename ?? '')?.[1]?.toLowerCase() ?? '';
    const type = TYPES_BY_EXTENSION[extension];
    if (type === undefined) throw new NotEmulated(`Blob.setContentTypeFromExtension of «${extension}»`);
    this._contentType = type;
    return this;
  }
  setBytes(data: readonly unknown[]): this {
    this._bytes = fromScriptBytes(data);
    return this;
  }
  setDataFromString(text: string, charset?: string): this {
    this._bytes = encodeText(text, charset);
    return this;
  }
  copyBlob(): ScriptBlob {
    return new ScriptBlob(this._bytes.slice(), this._contentType, this._filename);
  }
  getBlob(): ScriptBlob {
    return this;
  }
  isGoogleType(): boolean {
    return this._contentType?.startsWith('application/vnd.google-apps.') === true;
  }
  getAs(contentType: string): ScriptBlob {
    if (contentType === this._contentType) return this.copyBlob();
    throw new NotEmulated(`Blob.getAs from ${this._contentType ?? 'no type'} to ${contentType}`);
  }
}

const TYPES_BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

/** A blob of text, typed `text/plain` unless told otherwise, as `Utilities.newBlob(text)` makes it. */
export function textBlob(text: string, contentType = 'text/plain', name: string | null = null): ScriptBlob {
  return new ScriptBlob(encodeText(text), contentType, name);
}

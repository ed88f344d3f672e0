import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file below a folder, as it lies on the disk at this moment; a database's -wal as well. */
export function filesBelow(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file)]),
  );
}

/** Two letters in UTF-16 are four bytes, which may all be letters of base64: any ciphertext has them. */
const utf16Bytes = 8;
/** Fewer letters of base64 would turn up in ciphertext by chance. */
const base64Letters = 7;

/** A text as it might stand in a file: plain, escaped, as hex, and inside of longer base64. */
export function formsOf(text: string): { form: string; bytes: Buffer }[] {
  const utf8 = Buffer.from(text);
  const escaped = Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    return code > 127 ? `\\u${code.toString(16).padStart(4, '0')}` : text.charAt(at);
  }).join('');
  const forms = [
    { form: 'utf8', text },
    { form: 'json', text: escaped },
    {
      form: 'JSON',
      text: escaped.replace(/\\u[0-9a-f]{4}/g, (one) => `\\u${one.slice(2).toUpperCase()}`),
    },
    { form: 'hex', text: utf8.toString('hex') },
    { form: 'HEX', text: utf8.toString('hex').toUpperCase() },
    ...[0, 1, 2].flatMap((pad) => base64At(utf8, pad)),
  ];
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    ...forms.map(({ form, text: one }) => ({ form, bytes: Buffer.from(one) })),
    ...(utf16.length >= utf16Bytes ? [{ form: 'utf16', bytes: utf16 }] : []),
  ];
}

/** What of the base64 stays the same wherever the text begins in it. */
function base64At(bytes: Buffer, pad: number): { form: string; text: string }[] {
  const whole = Buffer.concat([Buffer.alloc(pad), bytes]);
  const first = Math.ceil((pad * 8) / 6);
  const last = Math.floor((whole.length * 8) / 6);
  return (['base64', 'base64url'] as const)
    .map((form) => ({ form: `${form}+${pad}`, text: whole.toString(form).slice(first, last) }))
    .filter(({ text }) => text.length >= base64Letters);
}

const FRAME = /^\s*at .*:\d+:\d+\)?$/;

/**
 * An error without what it quotes, which may be a document: its first words, and where it came from. Texts in
 * quotation marks, braces or brackets, long numbers and everything that is not ASCII become `…`.
 */
export function outlineOf(message: string): string {
  const lines = message.split('\n');
  const first = (lines[0] ?? '')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|\{.*\}|\[.*\]/g, '…')
    .replace(/[^\x20-\x7e…]+|\d{7,}/g, '…')
    .slice(0, 240);
  const frames = lines
    .filter((line) => FRAME.test(line))
    .slice(0, 4)
    .map((line) => line.trim().replace(/\((?:file:\/\/)?.*[\\/]/, '('));
  return [first, ...frames].join('\n');
}

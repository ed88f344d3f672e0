const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A new id for a request. It need only be unique among one person's own requests, so the time and
 * twelve random letters are enough; WeChat's logic layer has no `crypto`.
 */
export function newRequestId(now: number = Date.now(), random: () => number = Math.random): string {
  const tail = Array.from({ length: 12 }, () => letters[Math.floor(random() * letters.length)]);
  return `${now.toString(36)}-${tail.join('')}`;
}

import type { ErrorCode } from '@contract/errors';

/** What some refusals mean at the desk, where somebody books for a family. */
const meanings: Partial<Record<ErrorCode, string>> = {
  CONSENT_NEEDED: '这家还没有同意约老师。请家里人在心桥里点一下同意。',
  FORBIDDEN: '这个孩子去不了那个地方。请另选一个。',
  LIMIT_REACHED: '这个孩子已经约了好几次还没到日子，先不能再加。',
  PHONE_NEEDED: '家里没有留电话，打电话聊和上门约不了。请选别的地方。',
};

/** The sentence for a desk: its own where the family's would be odd there. */
export function deskMessage({ code, message }: { code: ErrorCode; message: string }): string {
  return meanings[code] ?? message;
}

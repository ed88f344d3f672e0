/**
 * Every way an action can fail, whether the same request may be sent again, and the one plain
 * sentence the person reads. Both sides use this table: the server answers with it, the client
 * uses it for what it notices by itself (no network, an answer that it does not understand).
 */
export interface ErrorMeaning {
  /**
   * `never`: another try gives the same answer.
   * `same`: send the same request again, with the same requestId.
   */
  retry: 'never' | 'same';
  /** What happened and what to do next, in the words of a neighbour. */
  message: string;
}

const meanings = {
  UNKNOWN_ACTION: { retry: 'never', message: '小程序版本太旧。请关掉微信，再打开一次。' },
  INVALID_INPUT: { retry: 'never', message: '有的地方没填对。请看一看，再试一次。' },
  TOO_LARGE: { retry: 'never', message: '内容太长了。请说短一点，再发一次。' },
  NOT_SIGNED_IN: { retry: 'never', message: '请先选一下您是谁。' },
  FORBIDDEN: { retry: 'never', message: '这件事您现在办不了。有疑问请打电话给学校。' },
  NOT_FOUND: { retry: 'never', message: '没有找到。可能已经改了，请返回再看看。' },
  SLOT_TAKEN: { retry: 'never', message: '这个时间刚刚被约走了。请另选一个。' },
  HOLD_EXPIRED: { retry: 'never', message: '留给您的时间过了。请再选一次。' },
  CHILD_BUSY: { retry: 'never', message: '孩子那个时间已经约了别的。请另选一个。' },
  LIMIT_REACHED: { retry: 'never', message: '已经够多了。请先去掉一个，或者过些日子再来。' },
  TOO_LATE: { retry: 'never', message: '时间已经过了，改不了。请直接打电话。' },
  CANNOT_FOLLOW: { retry: 'never', message: '这一步现在做不了。请返回看看最新的。' },
  CHANGED_MEANWHILE: { retry: 'never', message: '刚刚有人改过。请返回看看最新的。' },
  OFFER_GONE: { retry: 'never', message: '这个时间已经让给别人了。我们接着帮您排。' },
  ROOM_TAKEN: { retry: 'never', message: '这间房那个时间别人在用。请换个时间。' },
  PHONE_NEEDED: { retry: 'never', message: '请留一个电话，老师好找到您。' },
  REPORT_NEEDED: { retry: 'never', message: '请先写明报给了谁，或者为什么没报。' },
  UNREACHABLE: { retry: 'never', message: '这位同事还收不到提醒，不能排班。请先留电话。' },
  REQUEST_REUSED: { retry: 'never', message: '这一步已经办过了。请返回看看结果。' },
  INVITATION_INVALID: { retry: 'never', message: '这张邀请用不了了。请让对方再发一张。' },
  LAST_ADULT: {
    retry: 'never',
    message: '家里只剩您在用，退不了。不用了，请点“隐私和权利”。',
  },
  CONSENT_NEEDED: { retry: 'never', message: '这件事要家里先同意。请看看说明。' },
  CONSENT_CHANGED: { retry: 'never', message: '说明改过了。请再看一遍，再选。' },
  TOO_MANY: { retry: 'never', message: '点得太多了。请过一会儿再试。' },
  TOO_FAST: { retry: 'same', message: '发得有点快。这句给您留着，一会儿自动发出去。' },
  BUSY: { retry: 'same', message: '现在人有点多。请等一下再点一次。' },
  TIMEOUT: { retry: 'same', message: '等得太久了。您填的都在，请再点一次。' },
  OFFLINE: { retry: 'same', message: '现在没有网。您填的都在，有网了再点一次。' },
  NOT_UNDERSTOOD: { retry: 'never', message: '小程序版本太旧。请关掉微信，再打开一次。' },
  INTERNAL: { retry: 'same', message: '我们这边出了点问题。您填的都在，请等一下再试。' },
} as const satisfies Record<string, ErrorMeaning>;

export type ErrorCode = keyof typeof meanings;

export const errorMeanings: Record<ErrorCode, ErrorMeaning> = meanings;

export const errorCodes = Object.keys(meanings).filter(isErrorCode);

/** Whether a text from outside names an error that this version knows. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.prototype.hasOwnProperty.call(meanings, code);
}

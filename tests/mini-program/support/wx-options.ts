/** The options object that nearly every `wx` call takes. */
export interface WxOptions extends Record<string, unknown> {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
}

/** Something that a `wx` call refuses; its message becomes the `errMsg`. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly details: object = {},
  ) {
    super(message);
  }
}

/** Answers a call through its callbacks: with a result, or with what `compute` throws. */
export function answer(api: string, options: WxOptions | undefined, compute: () => unknown): void {
  try {
    const result = { ...(compute() as object | undefined), errMsg: `${api}:ok` };
    options?.success?.(result);
    options?.complete?.(result);
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error;
    const result = { ...error.details, errMsg: `${api}:fail ${error.message}` };
    options?.fail?.(result);
    options?.complete?.(result);
  }
}

/** The same for what takes a while; without callbacks it returns a promise, as `wx.cloud` does. */
export function answerLater(
  api: string,
  options: WxOptions,
  compute: () => Promise<object>,
): Promise<object> | undefined {
  const work = compute().then(
    (result) => ({ ...result, errMsg: `${api}:ok` }),
    (error: unknown) => {
      if (!(error instanceof WxFailure)) throw error;
      // A plain object, not an Error: that is what WeChat rejects with.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw { ...error.details, errMsg: `${api}:fail ${error.message}` };
    },
  );
  if (!options.success && !options.fail && !options.complete) return work;
  work.then(
    (result) => {
      options.success?.(result);
      options.complete?.(result);
    },
    (error: object) => {
      options.fail?.(error);
      options.complete?.(error);
    },
  );
  return undefined;
}

import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { fullDate } from './when';

/** How the end of an account is spoken of, on its page (`title`, `hint`) and on the way there. */
export interface Ending {
  past: boolean;
  title: string;
  hint: string;
  short: string;
  shortHint: string;
}

/**
 * Before the day: when it is, and that minds may be changed. After it, while the account is still there:
 * when it was asked for and that some things have to be kept. Whether an authority wants it, or the
 * machine is late, is not said; both are true. It says nothing of a lock: there is none.
 */
export function endingOf(deleteAt: number, now: number): Ending {
  const date = fullDate(deleteAt);
  if (now < deleteAt) {
    return {
      ...{ past: false, title: `${date} 会删掉`, short: `${date} 会删掉账号` },
      ...{ hint: '到那天以前都和平常一样用。改主意了，点下面。', shortHint: '改主意了，点这里' },
    };
  }
  const asked = fullDate(deleteAt - limits.deletionDays * dayMs);
  return {
    ...{ past: true, title: `${asked}，您说不用了`, short: '账号还没有删完' },
    hint: '该删的日子过了，还没有删完。有的东西按法律要多留一阵，不用再留了就删。没删以前，和平常一样用。',
    shortHint: '看看为什么',
  };
}

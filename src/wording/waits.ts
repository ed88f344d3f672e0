import type { Wait } from '@contract/wait';

/** What the first screen says of waiting for a place. */
export const waits = {
  homeOffer: '有时间了，给您留着',
  homeOfferUntil: (when: string) => `留到${when}`,
  homeWaiting: (names: string) => `${names}在排队`,
  homeWaitingHint: '有时间了，就放在这里',
};

/** `小树`, or both children that come together. */
export function namesOf(one: {
  nickname: string;
  sibling?: { nickname: string } | undefined;
}): string {
  return one.sibling ? `${one.nickname}和${one.sibling.nickname}` : one.nickname;
}

/** A place is being kept for them now. */
export function isOffered(wait: Wait, now: number): boolean {
  return wait.state === 'offered' && wait.offer !== undefined && wait.offer.until > now;
}

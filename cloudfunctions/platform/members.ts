import { blindIndex } from './field-encryption';

/** Names an adult within one child's circle and threads, without telling who it is elsewhere. */
export const memberId = (childId: string, openid: string) =>
  blindIndex('member', `${childId}\0${openid}`);

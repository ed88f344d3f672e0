import type { Guide } from '@contract/guides';
import type { Contact } from '@contract/reading';
import { useReading } from '@/session/reading';

/** Notes that somebody turned to somebody after a guide: counted, without who it was. */
export const noteContact = ({ id: guideId, version, blocks }: Guide, contact: Contact): void =>
  useReading.getState().note({ guideId, version, blocks: 0, of: blocks.length, contact });

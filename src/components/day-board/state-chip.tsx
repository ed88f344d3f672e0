import type { Visit } from '@contract/day';
import { desk } from '@/wording/desk';
import { Chip } from '../chip';

/** A booking counts as new for a quarter of an hour, ms. */
const newMs = 15 * 60_000;

/** How a visit stands, or what is special about it: one word, the weightiest. */
export function StateChip({ visit, now }: { visit: Visit; now: number }) {
  const { state, urgency, bookedAt } = visit;
  if (state === 'arrived') return <Chip text={desk.chips.arrived} />;
  if (state === 'awaitingConsent') return <Chip tone="coming" text={desk.chips.awaitingConsent} />;
  if (state !== 'booked') return <Chip tone="plain" text={desk.chips[state]} />;
  if (urgency === 'urgent') return <Chip tone="alarm" text={desk.urgent} />;
  if (urgency === 'soon') return <Chip tone="coming" text={desk.soon} />;
  if (now - bookedAt < newMs) return <Chip tone="coming" text={desk.fresh} />;
  return null;
}

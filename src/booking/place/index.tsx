import type { PlaceKind } from '@contract/enums';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { useBookingDraft } from '@/session/booking-draft';
import { open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { placeNames } from '@/wording/names';
import '../brings';
import { kindsFor, placeIcons } from '../parts/place-kinds';
import { useDraftChild } from '../parts/use-draft-child';

/** Where and how. A tap leads on at once. */
export default function PlacePage() {
  const { child } = useDraftChild();
  const change = useBookingDraft((store) => store.change);

  function choose(kind: PlaceKind | 'any') {
    change({ kind, slot: undefined, hold: undefined });
    open('bookingTimes');
  }

  return (
    <Screen title={booking.title}>
      <Steps done={2} total={4} />
      <Heading title={booking.placeTitle} hint={booking.placeHint} />
      <BigAction id="place-any" icon="clock" title={booking.anyPlace} onTap={() => choose('any')} />
      {kindsFor(child).map((kind) => (
        <BigAction
          key={kind}
          id={`place-${kind}`}
          icon={placeIcons[kind]}
          tone="people"
          title={placeNames[kind]}
          hint={booking.placeHints[kind]}
          onTap={() => choose(kind)}
        />
      ))}
    </Screen>
  );
}

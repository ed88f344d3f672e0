import { View } from '@tarojs/components';
import { dayParts, type DayPart } from '@contract/enums';
import type { Child } from '@contract/family';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Line } from '@/components/notice';
import { Tile } from '@/components/tile';
import { useBookingDraft, type WishDraft } from '@/session/booking-draft';
import { aboutText } from '@/wording/booking';
import { placeNames } from '@/wording/names';
import { partsText, waitlist, whereText } from '@/wording/waitlist';
import { kindsFor, placeIcons } from '../parts/place-kinds';
import { weekChoices, wishOf } from './wish';

interface Props {
  wish: WishDraft;
  child: Child | undefined;
  /** Of whom the waiting is. */
  names: string;
  onChange: (wish: WishDraft) => void;
}

const partIcons: Record<DayPart, IconName> = {
  morning: 'sun',
  afternoon: 'clock',
  evening: 'star',
};

function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

export function Where({ wish, child, onChange }: Props) {
  return (
    <>
      <Heading title={waitlist.whereTitle} hint={waitlist.whereHint} />
      <View className="grid-2">
        {kindsFor(child).map((kind) => (
          <Tile
            key={kind}
            id={`kind-${kind}`}
            icon={placeIcons[kind]}
            label={placeNames[kind]}
            selected={wish.kinds.includes(kind)}
            onTap={() => onChange({ ...wish, kinds: toggled(wish.kinds, kind) })}
          />
        ))}
      </View>
    </>
  );
}

export function When({ wish, onChange }: Props) {
  return (
    <>
      <Heading title={waitlist.partsTitle} hint={waitlist.partsHint} />
      <View className="stack">
        {dayParts.map((part) => (
          <Tile
            key={part}
            id={`part-${part}`}
            icon={partIcons[part]}
            label={waitlist.parts[part]}
            selected={wish.parts.includes(part)}
            onTap={() => onChange({ ...wish, parts: toggled(wish.parts, part) })}
          />
        ))}
      </View>
    </>
  );
}

export function HowLong({ wish, child, onChange }: Props) {
  const before = useCounsellorBefore(child?.id);
  return (
    <>
      <Heading title={waitlist.untilTitle} hint={waitlist.untilHint} />
      <View className="stack">
        {weekChoices.map((weeks) => (
          <Tile
            key={weeks}
            id={`weeks-${weeks}`}
            kind="radio"
            label={waitlist.weeks(weeks)}
            selected={wish.weeks === weeks}
            onTap={() => onChange({ ...wish, weeks })}
          />
        ))}
      </View>
      {before ? (
        <>
          <View className="t-heading">{waitlist.sameTitle}</View>
          <View className="grid-2">
            <Tile
              id="counsellor-any"
              kind="radio"
              label={waitlist.anyone}
              selected={wish.counsellorId === undefined}
              onTap={() => onChange({ ...wish, counsellorId: undefined })}
            />
            <Tile
              id="counsellor-same"
              kind="radio"
              label={waitlist.only(before.name)}
              selected={wish.counsellorId === before.id}
              onTap={() => onChange({ ...wish, counsellorId: before.id })}
            />
          </View>
        </>
      ) : null}
    </>
  );
}

/** Whom this child has seen last, if anybody; or whom the family has asked for. */
function useCounsellorBefore(childId: string | undefined) {
  const asked = useBookingDraft((store) => store.draft.filter?.counsellor);
  const past = useQuery('booking.listAppointments', asked ? undefined : { when: 'past' });
  if (asked) return asked;
  const last = past.data?.appointments.find(
    (visit) => visit.childId === childId && visit.state === 'done',
  );
  return last && { id: last.counsellorId, name: last.counsellorName };
}

export function Check({ wish, names, child }: Props) {
  const now = useServerNow();
  const draft = useBookingDraft((store) => store.draft);
  const before = useCounsellorBefore(child?.id);
  const { kinds, parts, until, counsellorId } = wishOf(wish, now);
  const where = whereText({ kinds });
  const when = partsText({ parts });
  const who = counsellorId !== undefined && before ? waitlist.only(before.name) : waitlist.anyone;
  const summary = [waitlist.forWhom(names), where, when, who, waitlist.until(until)].join('，');
  return (
    <>
      <Heading title={waitlist.checkTitle} spoken={waitlist.checkSpoken(summary)} />
      <Card>
        <View className="stack">
          <Fact icon="users">{waitlist.forWhom(names)}</Fact>
          <Fact icon="map-pin">{where}</Fact>
          <Fact icon="sun">{when}</Fact>
          <Fact icon="user">{who}</Fact>
          <Fact icon="hourglass">{waitlist.until(until)}</Fact>
          <Fact icon="message-circle">{aboutText(draft.worries, draft.recording?.seconds)}</Fact>
        </View>
      </Card>
      <Line tone="quiet" icon="phone" text={waitlist.call} />
    </>
  );
}

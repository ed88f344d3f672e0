import { View } from '@tarojs/components';
import type { Alert } from '@contract/safety';
import { Line } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { relationNames } from '@/wording/names';
import { safety } from '@/wording/safety';

/** Whom to call, in one tap; whether to call home first is for a person to think of. */
export function Phones({ phones: { home, adults } }: Pick<Alert, 'phones'>) {
  const lines = [
    ...(home === undefined ? [] : [{ number: home, name: safety.atHome, purpose: '' }]),
    ...adults.flatMap(({ phone, relation, guardian }) =>
      phone === undefined
        ? []
        : [
            {
              number: phone,
              name: relationNames[relation],
              purpose: guardian ? safety.guardian : '',
            },
          ],
    ),
  ];
  return (
    <>
      <View className="t-heading">{safety.call}</View>
      {lines.length === 0 ? (
        <Line icon="phone" text={safety.noPhones} />
      ) : (
        <Line tone="quiet" icon="info" text={safety.callHint} />
      )}
      {lines.map((line, place) => (
        <PhoneLine key={place} line={{ id: String(place), urgent: false, ...line }} />
      ))}
    </>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Guide } from '@contract/guides';
import { startOfDay } from '@rules/dates';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { guides } from '@/wording/guides';
import { fullDate } from '@/wording/when';
import './signed-by.scss';

const dayText = (day: string) => fullDate(startOfDay(day));

/** Who stands behind what is said here, until when, and where it comes from. */
export function SignedBy({ guide }: { guide: Guide }) {
  const { reviews, reviewDueDay } = guide;
  const lines = reviews.map(
    ({ name, title, organisation }) => `${organisation}，${title}，${name}`,
  );
  const until = reviewDueDay === undefined ? [] : [guides.until(dayText(reviewDueDay))];
  const made = reviews.some(({ demonstration }) => demonstration) ? [guides.demonstration] : [];
  return (
    <Card>
      <View className="stack">
        <View className="row row--between">
          <Icon name="badge-check" />
          <View className="t-strong grow">{guides.signed}</View>
          <Listen
            id="listen-signed"
            text={[guides.signed, ...lines, ...until, ...made].join('。')}
          />
        </View>
        {reviews.map(({ code, name, title, organisation, day }) => (
          <View key={`${code}-${name}`}>
            <View>{`${name} · ${title}`}</View>
            <View className="t-small t-quiet">
              {`${organisation} · ${guides.signedOn(dayText(day))}`}
            </View>
          </View>
        ))}
        {until.map((text) => (
          <Line key={text} tone="quiet" icon="calendar-check" text={text} />
        ))}
        {made.map((text) => (
          <Line key={text} icon="info" text={text} />
        ))}
        <Sources guide={guide} />
      </View>
    </Card>
  );
}

/** Folded: few ask for it, and whoever asks finds all of it. */
function Sources({ guide }: { guide: Guide }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <View
        id="sources"
        className="fold"
        hoverClass="card--pressed"
        ariaRole="button"
        onClick={() => setOpen(!open)}
      >
        <View className="grow">{open ? guides.close : guides.sources}</View>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} />
      </View>
      {open ? (
        <View className="stack t-small">
          {guide.sources.map(({ title, terms }) => (
            <View key={title}>
              <View>{title}</View>
              <View className="t-quiet">{terms}</View>
            </View>
          ))}
          <View className="t-quiet">{guides.licence(guide.licence)}</View>
        </View>
      ) : null}
    </>
  );
}

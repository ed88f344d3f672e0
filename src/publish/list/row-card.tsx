import { View } from '@tarojs/components';
import type { DeskRow } from '@contract/publishing';
import { startOfDay } from '@rules/dates';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { pictureIcons } from '@/components/guide-card/pictures';
import { Icon } from '@/components/icon';
import { open } from '@/session/routes';
import { publishing } from '@/wording/publishing';
import { fullDate, savedText, whenText } from '@/wording/when';
import { addressOf } from '../parts/version-of';

/** One version in a list: what it is, and what it waits for. */
export function RowCard({ row, now }: { row: DeskRow; now: number }) {
  const { title, version, status, audience, waitsFor, publishAt, reviewDueDay } = row;
  const facts = [
    publishing.audiences[audience],
    publishing.version(version),
    ...(row.crisisRelated ? [publishing.crisis] : []),
    savedText(row.editedAt, now),
  ];
  const next =
    publishAt !== undefined
      ? publishing.timed(whenText(publishAt, now))
      : waitsFor.length > 0
        ? publishing.waitsFor(waitsFor)
        : reviewDueDay !== undefined && status === 'published'
          ? publishing.dueOn(fullDate(startOfDay(reviewDueDay)))
          : undefined;
  const name = title === '' ? publishing.titleLabel : title;
  return (
    <Card
      id={`row-${row.guideId}-${version}`}
      tone={row.forMe ? 'coming' : 'plain'}
      label={[name, publishing.statuses[status], next ?? '', ...facts].filter(Boolean).join('，')}
      onTap={() => open('deskGuide', addressOf(row))}
    >
      <View className="row">
        <Icon name={pictureIcons[row.picture]} size="large" />
        <View className="grow stack stack--tight">
          <View className="t-strong">{name}</View>
          <View className="t-small t-quiet t-parts">{facts.join(' · ')}</View>
          {next ? <View className="t-small">{next}</View> : null}
          <View className="row">
            <Chip tone="plain" text={publishing.statuses[status]} />
          </View>
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}

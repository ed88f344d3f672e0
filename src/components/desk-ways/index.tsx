import { View } from '@tarojs/components';
import { open, type Page } from '@/session/routes';
import { desk } from '@/wording/desk';
import { Button } from '../button';
import type { IconName } from '../icon';
import { Tile } from '../tile';
import './index.scss';

const ways = [
  ['week', 'calendar-clock'],
  ['requests', 'list-ordered'],
  ['referrals', 'navigation'],
  ['statistics', 'chart-column'],
] as const satisfies [Page & keyof typeof desk.ways, IconName][];

/** What a counsellor does besides the visits of the day. */
export function DeskWays() {
  return (
    <>
      <View className="grid-2">
        <Button
          id="go-phone-in"
          look="soft"
          icon="phone-call"
          label={desk.phoneIn}
          onTap={() => open('phoneIn')}
        />
        <Button
          id="go-hours"
          look="soft"
          icon="clock"
          label={desk.hours}
          onTap={() => open('hours')}
        />
      </View>
      <View className="desk-ways">
        {ways.map(([page, icon]) => (
          <Tile
            key={page}
            id={`go-${page}`}
            kind="button"
            icon={icon}
            label={desk.ways[page]}
            onTap={() => open(page)}
          />
        ))}
      </View>
    </>
  );
}

import { View } from '@tarojs/components';
import type { CareEntry } from '@contract/director';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { dial } from '@/session/device';
import { open } from '@/session/routes';
import { director } from '@/wording/director';
import { kinName } from '@/wording/names';

interface Props {
  child: CareEntry;
  onTaken: () => void;
}

/** What one does for the family from here, each in a tap. */
export function Actions({ child, onTaken }: Props) {
  if (child.waiting) return <TakeOver child={child} onTaken={onTaken} />;
  return (
    <>
      <CallHome child={child} />
      <View className={child.byProxy ? 'grid-2' : undefined}>
        <Button
          id="book-for"
          look="line"
          icon="calendar-plus"
          label={director.bookFor}
          onTap={() => open('phoneIn')}
        />
        {child.byProxy ? (
          <Button
            id="circle"
            look="line"
            icon="users"
            label={director.circle}
            onTap={() => open('circle', { childId: child.id })}
          />
        ) : null}
      </View>
    </>
  );
}

function CallHome({ child }: { child: CareEntry }) {
  if (!child.atHome) return null;
  const { caregiver, phone } = child.atHome;
  const who = kinName(caregiver);
  if (phone === undefined) return <View className="t-quiet">{director.noPhone(who)}</View>;
  return (
    <Button
      id="call-home"
      look="soft"
      icon="phone"
      label={director.call(who, phone)}
      onTap={() => void dial(phone)}
    />
  );
}

function TakeOver({ child, onTaken }: Props) {
  const { busy, failed, write } = useWrite();
  async function take() {
    const answer = await write('family.takeOver', { childId: child.id });
    if (answer.ok) onTaken();
  }
  return (
    <>
      <View className="t-small">{director.takeOverHint}</View>
      <Button
        id="take"
        look="soft"
        icon="hand-heart"
        label={director.takeOver}
        busy={busy}
        onTap={() => void take()}
      />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}

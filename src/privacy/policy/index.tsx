import { View } from '@tarojs/components';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { useHome } from '@/session/use-home';
import { policyBlocks, privacy } from '@/wording/privacy';
import '../brings';
import { Blocks } from '../parts/blocks';
import { Complaints } from '../parts/complaints';

const icons: Record<string, IconName> = {
  kept: 'file-text',
  'not-kept': 'x',
  'seen-by': 'users',
  silence: 'shield-check',
  'how-long': 'clock',
  law: 'book-open',
  safe: 'lock',
};

/** Every right as a button, then what we do, in short. Open to everybody. */
export default function PolicyPage() {
  const query = useHome();
  const children = query.data?.children ?? [];
  const family = children.filter((child) => child.standing !== 'proxy');
  const signedIn = query.data?.person.signedIn ?? false;
  return (
    <Screen title={privacy.title}>
      <Heading title={privacy.heading} hint={privacy.headingHint} />
      <Choice
        id="go-children"
        icon="baby"
        title={privacy.childrenLink}
        onTap={() => open('childrenPolicy')}
      />
      <View className="t-heading">{privacy.can}</View>
      <Choice
        id="go-looks"
        icon="eye"
        title={privacy.looksLink}
        onTap={() => {
          const only = family.length === 1 ? family[0] : undefined;
          open('looks', only ? { childId: only.id } : {});
        }}
      />
      <Choice
        id="go-export"
        icon="download"
        title={privacy.exportLink}
        onTap={() => open('exportData')}
      />
      {family.map((child) => (
        <Choice
          key={child.id}
          id={`go-consent-${child.id}`}
          icon="check"
          title={privacy.consentLink(child.nickname)}
          onTap={() => open('consent', { childId: child.id })}
        />
      ))}
      <Choice id="go-leave" icon="trash-2" title={privacy.leaveLink} onTap={() => open('leave')} />
      {signedIn ? (
        <>
          <View className="t-heading">{privacy.correct}</View>
          {family.map((child) => (
            <Choice
              key={child.id}
              id={`correct-${child.id}`}
              icon="pencil"
              title={privacy.correctChild(child.nickname)}
              onTap={() => open('circle', { childId: child.id })}
            />
          ))}
          <Choice
            id="correct-phone"
            icon="phone"
            title={privacy.correctPhone}
            onTap={() => open('myPhone')}
          />
          <Choice
            id="correct-place"
            icon="map-pin"
            title={privacy.correctPlace}
            onTap={() => openTab('me')}
          />
        </>
      ) : null}
      <View className="t-heading">{privacy.how}</View>
      <Blocks blocks={policyBlocks} icons={icons} />
      <Complaints />
    </Screen>
  );
}

import { View } from '@tarojs/components';
import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import type { FamilyAnnouncement } from '@contract/announcements';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { useHome } from '@/session/use-home';
import { usePageQuery } from '@/session/use-page-query';
import { announcement as words, scopeText } from '@/wording/announcement';
import { savedText } from '@/wording/when';
import '../brings';
import { Pictures } from '../parts/pictures';
import { Reactions } from '../parts/reaction';
import { useSeen } from '../parts/use-reactions';
import '../parts/announcement.scss';

/** One announcement: read, heard, and reacted to with one tap. */
export default function AnnouncementPage() {
  const id = usePageQuery(v.object({ id: IdSchema }))?.id;
  const query = useQuery('school.showAnnouncement', id ? { announcementId: id } : null);
  const home = useHome();
  const now = useServerNow();
  const children = home.data?.children ?? [];
  const nameOf = (childId: string) =>
    children.length > 1 ? children.find((child) => child.id === childId)?.nickname : undefined;
  return (
    <Screen title={words.title}>
      <Loaded query={query}>
        {({ announcement: one }) =>
          one.withdrawn ? (
            <Notice icon="file-text" title={words.withdrawn} />
          ) : (
            <>
              <Heading
                title={words.from(one.from, scopeText(one.scope, one.className))}
                hint={savedText(one.at, now)}
                spoken={one.text ?? ''}
              />
              <Card>
                <View className="announcement-text announcement-text--all">{one.text}</View>
              </Card>
              {one.pictures > 0 ? <Pictures id={one.id} count={one.pictures} /> : null}
              {one.guide ? <Guide guide={one.guide} /> : null}
              <Seen one={one} />
              {one.kind === 'read' ? null : <Reactions about={one} nameOf={nameOf} />}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Guide({ guide }: { guide: { id: string; title: string } }) {
  return (
    <Choice
      id="guide"
      icon="book-open"
      title={words.guide(guide.title)}
      onTap={() => open('guide', { id: guide.id })}
    />
  );
}

/** Draws nothing: that it was opened is told once it is there. */
function Seen({ one }: { one: FamilyAnnouncement }) {
  useSeen(one);
  return null;
}

import { View } from '@tarojs/components';
import { audiences, type Audience } from '@contract/guides';
import { findGuides } from '@rules/guide-search';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { GuideCard } from '@/components/guide-card';
import { Icon } from '@/components/icon';
import { Skeleton } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { useHeardGuides } from '@/session/reading';
import { useTownship } from '@/session/session';
import { guides } from '@/wording/guides';
import './search.scss';

interface Props {
  /** Undefined: nobody searches. */
  asked: string | undefined;
  onAsk: (asked: string | undefined) => void;
}

/** Two words stand ready; the others, and a line to write into, are a tap away. */
const wordsAtFirst = 2;

/** Finding by plain words: a tap on one is enough, nothing need be typed. */
export function SearchBar({ asked, onAsk }: Props) {
  const searching = asked !== undefined;
  const words = searching ? guides.common : guides.common.slice(0, wordsAtFirst);
  return (
    <View className="stack">
      {searching ? (
        <Field
          id="search"
          label={guides.searchLabel}
          value={asked}
          placeholder={guides.search}
          maxLength={20}
          onChange={onAsk}
        />
      ) : null}
      <View className="words">
        {words.map((word, number) => (
          <View
            key={word}
            id={`word-${number}`}
            className={`words__word${word === asked ? ' words__word--on' : ''}`}
            ariaRole="button"
            onClick={() => onAsk(word)}
          >
            {word}
          </View>
        ))}
        {searching ? null : (
          <View
            id="go-search"
            className="words__word words__word--find"
            ariaRole="button"
            onClick={() => onAsk('')}
          >
            <Icon name="search" size="small" />
            {guides.searchLabel}
          </View>
        )}
      </View>
      {searching ? (
        <Button
          id="search-end"
          look="soft"
          icon="x"
          label={guides.clear}
          onTap={() => onAsk(undefined)}
        />
      ) : null}
    </View>
  );
}

/** What is about these words, in the lists of all three that have come or lie on the device. */
export function Found({ asked, first }: { asked: string; first: Audience }) {
  const township = useTownship();
  const lists = {
    caregiver: useQuery('guides.listGuides', { audience: 'caregiver', township }),
    parent: useQuery('guides.listGuides', { audience: 'parent', township }),
    teacher: useQuery('guides.listGuides', { audience: 'teacher', township }),
  };
  const heard = useHeardGuides();
  const order = [first, ...audiences.filter((audience) => audience !== first)];
  const groups = order.map((audience) => ({
    audience,
    found: findGuides(lists[audience].data?.guides ?? [], asked),
  }));
  const count = groups.reduce((sum, { found }) => sum + found.length, 0);
  const waiting = order.some((one) => lists[one].loading && !lists[one].data);
  if (count === 0) {
    if (waiting) return <Skeleton count={2} />;
    return <Notice icon="search" title={guides.notFound} hint={guides.notFoundHint} />;
  }
  return (
    <>
      <View className="t-small t-quiet" ariaRole="status" ariaLive="polite">
        {guides.foundCount(count)}
      </View>
      {groups.map(({ audience, found }) =>
        found.length === 0 ? null : (
          <View key={audience} className="stack">
            <View className="t-strong">{guides.audiences[audience]}</View>
            {found.map((guide) => (
              <GuideCard key={guide.id} guide={guide} heard={heard(guide)} />
            ))}
          </View>
        ),
      )}
    </>
  );
}

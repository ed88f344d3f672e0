import { View } from '@tarojs/components';
import { placeOfRoster } from '@rules/posts';
import { Tile } from '@/components/tile';
import { useRosterPlace, type Post } from '@/session/roster-post';
import { usePlaceNames } from '@/session/use-place-names';
import { roster } from '@/wording/roster';

/** Somebody who works for two schools or townships says which; nobody else sees this. */
export function PlaceChoice({ posts, post }: { posts: Post[]; post: Post }) {
  const choose = useRosterPlace((chosen) => chosen.choose);
  const nameOf = usePlaceNames(posts);
  if (posts.length < 2) return null;
  return (
    <View>
      <View className="t-strong">{roster.place}</View>
      <View className="grid-2" ariaRole="radiogroup">
        {posts.map((one) => {
          const place = placeOfRoster(one);
          if (place === undefined) return null;
          return (
            <Tile
              key={place}
              id={`place-${place}`}
              kind="radio"
              icon={one.role === 'teacher' ? 'school' : 'map-pin'}
              label={nameOf(one)}
              selected={one === post}
              onTap={() => choose(place)}
            />
          );
        })}
      </View>
    </View>
  );
}

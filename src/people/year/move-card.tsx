import { View } from '@tarojs/components';
import type { ClassMoveView } from '@contract/people';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { people } from '@/wording/people';

interface Props {
  move: ClassMoveView;
  staying: readonly string[];
  onTurn: (postId: string) => void;
}

/** What becomes of one class, and of each of its teachers. */
export function MoveCard({ move, staying, onTurn }: Props) {
  const { name, kind, to = '', children, teachers } = move;
  const title =
    kind === 'moves'
      ? people.moves(name, to)
      : kind === 'leaves'
        ? people.leaves(name)
        : people.stays(name);
  const goes = (teacher: string) =>
    kind === 'leaves' ? people.teacherFree(teacher) : people.teacherMoves(teacher);
  return (
    <Card id={`move-${name}`} tone={kind === 'leaves' ? 'coming' : 'plain'}>
      <View className="stack stack--tight">
        <View className="t-strong">{title}</View>
        <View className="t-small t-quiet">{people.children(children)}</View>
        {kind === 'stays'
          ? null
          : teachers.map(({ postId, name: teacher }) => {
              const stays = staying.includes(postId);
              return (
                <Button
                  key={postId}
                  id={`teacher-${postId}`}
                  look="soft"
                  icon={stays ? 'house' : 'check'}
                  label={stays ? people.teacherStays(teacher) : goes(teacher)}
                  onTap={() => onTurn(postId)}
                />
              );
            })}
      </View>
    </Card>
  );
}

import { circle } from '@/wording/circle';
import '../brings';
import { ChildPage } from '../parts/child-page';
import { Circle } from './circle';

/** The adults around a child. */
export default function CirclePage() {
  return (
    <ChildPage
      title={circle.title}
      which={circle.whichChild}
      none={{ title: circle.noChildren, hint: circle.noChildrenHint }}
    >
      {(childId) => <Circle key={childId} childId={childId} />}
    </ChildPage>
  );
}

import { useState } from 'react';
import type { StaffPost } from '@contract/invitation';
import { call } from '@/cloud/call';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { staff } from '@/wording/staff';
import '../brings';
import { Ending } from './ending';
import { People } from './people';

/** An administrator's people: who does what, since when; and ending a post. */
export default function StaffPage() {
  const [ending, setEnding] = useState<StaffPost>();
  const [ended, setEnded] = useState<StaffPost[]>([]);
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });

  const handovers = useQuery('account.showEnding', ending && { postId: ending.id });

  function ask(post: StaffPost | undefined) {
    setEnding(post);
    setState({ busy: false });
  }

  async function end(post: StaffPost) {
    setState({ busy: true });
    const answer = await call('account.endPost', { postId: post.id });
    // Gone already: somebody else was faster, and it is as it was wished.
    if (!answer.ok && answer.error.code !== 'NOT_FOUND') {
      setState({ busy: false, failed: answer.error.message });
      return;
    }
    setEnded([...ended, post]);
    ask(undefined);
  }

  if (ending) {
    return (
      <Screen
        title={staff.staffTitle}
        onBack={() => ask(undefined)}
        footer={
          <>
            <Button
              id="hand-over"
              icon="hand-heart"
              label={staff.handOver}
              onTap={() => open('leavePost', { postId: ending.id })}
            />
            <Button id="keep-post" look="soft" label={staff.endNo} onTap={() => ask(undefined)} />
            <Button
              id="end-post"
              look="line"
              icon="user-minus"
              label={staff.endYes}
              busy={state.busy}
              disabled={handovers.loading}
              onTap={() => void end(ending)}
            />
          </>
        }
      >
        <Ending post={ending} handovers={handovers} failed={state.failed} />
      </Screen>
    );
  }
  return (
    <Screen
      title={staff.staffTitle}
      footer={
        <Button id="invite" icon="user-plus" label={staff.invite} onTap={() => open('invite')} />
      }
    >
      <People ended={ended} onEnd={ask} />
    </Screen>
  );
}

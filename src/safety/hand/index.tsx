import { useWrite } from '@/cloud/use-write';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back } from '@/session/routes';
import { roleNames } from '@/wording/names';
import { safety } from '@/wording/safety';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { useAlert } from '../parts/use-alert';

/** To whom it goes on: one tap, and that person is told. */
export default function HandPage() {
  const { id, query } = useAlert();
  const { busy, failed, write } = useWrite();
  async function hand(toPostId: string) {
    if (busy) return;
    const answer = await write('safety.handOverAlert', { alertId: id, toPostId });
    if (answer.ok) back();
  }
  return (
    <Screen title={safety.hand}>
      <ForStaff query={query} skeleton={3}>
        {({ alert: { colleagues, acceptedBy } }) => (
          <>
            <Heading
              title={safety.hand}
              {...(acceptedBy && { hint: safety.handHint(acceptedBy.name) })}
            />
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            {colleagues.length === 0 ? (
              <Notice icon="users" title={safety.noColleagues} />
            ) : (
              colleagues.map(({ postId, name, role }) => (
                <BigAction
                  key={postId}
                  id={`hand-${postId}`}
                  icon="user"
                  tone="people"
                  title={name}
                  hint={roleNames[role]}
                  onTap={() => void hand(postId)}
                />
              ))
            )}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}

import { useState } from 'react';
import { isNeverTried } from '@rules/directory-records';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { manage } from '@/wording/manage';
import '../brings';
import { Checked } from '../parts/checked';
import { closingText } from '../parts/closing-text';
import { usePageId } from '../parts/find';
import { ForAdmin } from '../parts/for-admin';
import { History } from '../parts/history';

/** One telephone line as families see it: call it, say that it is right, or put it right. */
export default function LinePage() {
  const id = usePageId();
  const query = useQuery('directory.showRecord', id ? { kind: 'line', id } : null);
  const [done, setDone] = useState(false);
  const { busy, failed, write } = useWrite();

  const untried = isNeverTried(query.data?.line?.number ?? '');

  async function verify() {
    if (id === undefined) return;
    const answer = await write('safety.verifyLine', { lineId: id });
    if (!answer.ok) return;
    setDone(true);
    query.reload();
  }
  return (
    <Screen
      title={manage.recordTitle}
      footer={
        query.data ? (
          <>
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            <Button
              id="verify"
              icon="check"
              label={done ? manage.verified : untried ? manage.verifyUntried : manage.verify}
              busy={busy}
              disabled={done}
              onTap={() => void verify()}
            />
          </>
        ) : undefined
      }
    >
      <ForAdmin query={query}>
        {(record) => {
          const { line, now, editable } = record;
          const closing = closingText(line?.closedOn, now);
          return id === undefined || !line ? null : (
            <>
              <Heading title={line.name} hint={manage.preview} />
              <PhoneLine line={{ id, ...line }} />
              {closing ? <Line tone="alarm" icon="calendar-x" text={closing} /> : null}
              <Checked record={record} />
              {untried ? <Line tone="quiet" icon="info" text={manage.untried} /> : null}
              {editable ? (
                <Choice
                  id="edit"
                  icon="pencil"
                  title={manage.edit}
                  onTap={() => open('lineEdit', { id })}
                />
              ) : (
                <Line tone="quiet" icon="info" text={manage.national} />
              )}
              <History kind="line" id={id} record={record} savedAt={query.savedAt} />
            </>
          );
        }}
      </ForAdmin>
    </Screen>
  );
}

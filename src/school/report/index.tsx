import { useState } from 'react';
import * as v from 'valibot';
import { reportReasons } from '@contract/enums';
import { IdSchema } from '@contract/shapes';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { common } from '@/wording/common';
import { reportNames, thread } from '@/wording/thread';
import '../brings';

const QuerySchema = v.object({
  id: IdSchema,
  seq: v.pipe(v.string(), v.transform(Number), v.integer()),
});

/** Why a message is not all right: one tap, and a person looks at it. */
export default function ReportPage() {
  const query = usePageQuery(QuerySchema);
  const writing = useWrite();
  const [done, setDone] = useState(false);
  if (done || !query) {
    return (
      <Screen
        title={thread.reportTitle}
        footer={<Button id="back-to-thread" label={common.back} onTap={back} />}
      >
        <Notice icon="circle-check" title={thread.reported} hint={thread.reportHint} />
      </Screen>
    );
  }
  const { id: threadId, seq } = query;
  return (
    <Screen title={thread.reportTitle}>
      <Heading title={thread.reportHeading} hint={thread.reportHint} />
      {reportReasons.map((reason) => (
        <Choice
          key={reason}
          id={`reason-${reason}`}
          title={reportNames[reason]}
          onTap={() =>
            void writing
              .write('school.reportMessage', { threadId, seq, reason })
              .then((answer) => setDone(answer.ok))
          }
        />
      ))}
      {writing.failed ? <Line tone="alarm" icon="circle-alert" text={writing.failed} /> : null}
    </Screen>
  );
}

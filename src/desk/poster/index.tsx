import { useCallback } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { CodeSchema } from '@contract/invitation';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { usePaper } from '@/components/paper-sheet';
import { Screen } from '@/components/screen';
import type { Sheet } from '@/session/canvas';
import { usePageQuery } from '@/session/use-page-query';
import { poster } from '@/wording/poster';
import { fullDate } from '@/wording/when';
import '../brings';
import { drawInvitation, paper } from './draw';
import { SlipPage } from './slip';
import { VisitSlipPage } from './visit-slip';

const QuerySchema = v.object({
  code: v.optional(CodeSchema),
  /** The visit that was booked last at this desk. */
  visit: v.optional(v.literal('last')),
});

/** On paper: an invitation to scan, a visit, or the slip for a family without a telephone. */
export default function PosterPage() {
  const { code, visit } = usePageQuery(QuerySchema) ?? {};
  if (visit) return <VisitSlipPage />;
  return code ? <InvitationPage code={code} /> : <SlipPage />;
}

function InvitationPage({ code }: { code: string }) {
  const query = useQuery('account.drawInvitation', { code });
  if (query.data) return <Poster drawn={query.data} />;
  return (
    <Screen title={poster.title}>
      <Heading title={poster.heading} hint={poster.headingHint} />
      <Loaded query={query} skeleton={2}>
        {() => null}
      </Loaded>
    </Screen>
  );
}

function Poster({ drawn }: { drawn: OutputOf<'account.drawInvitation'> }) {
  const { image, expiresAt } = drawn;
  const draw = useCallback(
    async (sheet: Sheet) => {
      const picture = await sheet.loadImage(`data:image/png;base64,${image}`);
      drawInvitation(sheet.context, {
        name: poster.paperName,
        lines: poster.paperLine,
        invites: poster.paperInvites,
        picture,
        steps: poster.steps,
        until: poster.goodUntil(fullDate(expiresAt)),
      });
    },
    [image, expiresAt],
  );
  const { canvas, footer } = usePaper({
    paper,
    label: poster.pictureLabel,
    fileName: poster.files(poster.fileInvitation),
    draw,
  });
  return (
    <Screen title={poster.title} footer={footer}>
      <Heading title={poster.heading} hint={poster.headingHint} />
      {canvas}
    </Screen>
  );
}

import { useShareAppMessage } from '@tarojs/taro';
import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { ServiceActions, ServiceDetails } from '@/components/service-view';
import { useBookingDraft } from '@/session/booking-draft';
import { open } from '@/session/routes';
import { useSession, useTownship } from '@/session/session';
import { usePageQuery } from '@/session/use-page-query';
import { help } from '@/wording/help';
import '../brings';

const QuerySchema = v.object({ id: IdSchema });

/** Everything one needs to know before going: how to get in, where, when, what it costs, what happens. */
export default function ServicePage() {
  const id = usePageId();
  const from = useTownship();
  const query = useQuery('directory.getService', id ? { id, from } : null);
  const signedIn = useSession((session) => session.person.signedIn);
  const begin = useBookingDraft((draft) => draft.begin);
  useShareAppMessage(() => ({
    title: query.data?.name ?? help.directoryHeading,
    path: `/help/service/index?id=${id ?? ''}`,
  }));

  function book() {
    begin(undefined);
    if (signedIn) open('bookingChild');
    else open('who', { then: 'book' });
  }

  const service = query.data;
  return (
    <Screen
      title={help.serviceTitle}
      footer={service ? <ServiceActions service={service} onBook={book} /> : undefined}
    >
      {id ? (
        <Loaded query={query} skeleton={4}>
          {(found) => <ServiceDetails service={found} />}
        </Loaded>
      ) : (
        <Notice icon="search" title={help.none} />
      )}
    </Screen>
  );
}

function usePageId(): string | undefined {
  return usePageQuery(QuerySchema)?.id;
}

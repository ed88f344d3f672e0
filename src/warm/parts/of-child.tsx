import type { ReactNode } from 'react';
import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { openTab } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { warm } from '@/wording/warm-pages';

const QuerySchema = v.object({ childId: IdSchema });

/** A page about the child of its address. */
export function OfChild({
  title,
  children,
}: {
  title: string;
  children: (childId: string) => ReactNode;
}) {
  const childId = usePageQuery(QuerySchema)?.childId;
  if (childId !== undefined) return children(childId);
  const action = { id: 'to-home', label: warm.toHome, onTap: () => openTab('home') };
  return (
    <Screen title={title}>
      <Notice icon="house" title={warm.noChild} hint={warm.noChildHint} action={action} />
    </Screen>
  );
}

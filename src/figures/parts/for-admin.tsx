import type { PropsWithChildren } from 'react';
import type { Query } from '@/cloud/use-query';
import { Notice } from '@/components/notice';
import { figures } from '@/wording/figures';

/** Whoever administers nothing is told whom this is for. */
export function ForAdmin<Data>({ query, children }: PropsWithChildren<{ query: Query<Data> }>) {
  const code = query.error?.code;
  if (code !== 'FORBIDDEN' && code !== 'NOT_SIGNED_IN') return <>{children}</>;
  return <Notice icon="lock" title={figures.notAdmin} hint={figures.notAdminHint} />;
}

import type { PropsWithChildren } from 'react';
import type { Query } from '@/cloud/use-query';
import { Notice } from '@/components/notice';
import { publishing } from '@/wording/publishing';

/** Whoever neither writes nor signs is told whom this is for. */
export function ForDesk<Data>({ query, children }: PropsWithChildren<{ query: Query<Data> }>) {
  const code = query.error?.code;
  if (code !== 'FORBIDDEN' && code !== 'NOT_SIGNED_IN') return <>{children}</>;
  return <Notice icon="lock" title={publishing.notStaff} hint={publishing.notStaffHint} />;
}

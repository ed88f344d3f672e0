import type { ReactNode } from 'react';
import type { Query } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { safety } from '@/wording/safety';

interface Props<Data> {
  query: Query<Data>;
  skeleton?: number;
  children: (data: Data) => ReactNode;
}

/** A query of the desk: whoever has no business here hears nothing of what lies on it. */
export function ForStaff<Data>({ query, skeleton, children }: Props<Data>) {
  const code = query.error?.code;
  if (code === 'FORBIDDEN' || code === 'NOT_SIGNED_IN') {
    return <Notice icon="lock" title={safety.notStaff} hint={safety.notStaffHint} />;
  }
  return (
    <Loaded query={query} {...(skeleton !== undefined && { skeleton })}>
      {children}
    </Loaded>
  );
}

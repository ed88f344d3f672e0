import type { ReactNode } from 'react';
import type { Query } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { manage } from '@/wording/manage';

interface Props<Data> {
  query: Query<Data>;
  skeleton?: number;
  children: (data: Data) => ReactNode;
}

/** A query of an administrator's desk; whoever is none is told whom to ask. */
export function ForAdmin<Data>({ query, skeleton = 4, children }: Props<Data>) {
  const code = query.error?.code;
  if (code === 'FORBIDDEN' || code === 'NOT_SIGNED_IN') {
    return <Notice icon="lock" title={manage.notStaff} hint={manage.notStaffHint} />;
  }
  return (
    <Loaded query={query} skeleton={skeleton}>
      {children}
    </Loaded>
  );
}

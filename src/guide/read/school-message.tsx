import { useState } from 'react';
import { readSaved } from '@/cloud/cache';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { PhoneLine } from '@/components/phone-line';
import { Line } from '@/components/notice';
import { open, openTab } from '@/session/routes';
import { useCounty } from '@/session/session';
import { keepThreadDraft } from '@/session/thread-draft';
import { guides } from '@/wording/guides';
import { me } from '@/wording/me';
import { MessageCard } from './message-card';

const childrenAtSchool = () =>
  (readSaved('account.home', {})?.data.children ?? []).filter(({ schoolId }) => schoolId);

/**
 * The words go to the child's thread with the school, where they can be changed first. Without a
 * child at a school they are copied into WeChat, or said on the telephone.
 */
export function SchoolMessage({ message, onContact }: { message: string; onContact: () => void }) {
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <BigAction
        id="step-school"
        icon="school"
        tone="people"
        title={guides.askSchool}
        hint={guides.askSchoolHint}
        onTap={() => {
          onContact();
          const child = childrenAtSchool();
          if (child.length === 0) setShown(true);
          else {
            // Through the device, not the address: the words are about a child.
            keepThreadDraft(message);
            const [only] = child;
            if (only && child.length === 1) open('thread', { id: only.id });
            else openTab('messages');
          }
        }}
      />
    );
  }
  return (
    <MessageCard id="step-school" icon="school" title={guides.askSchool} message={message}>
      <SchoolPhones />
    </MessageCard>
  );
}

/** Asked for only now: opening the guide costs one question. */
function SchoolPhones() {
  const county = useCounty();
  const children = readSaved('account.home', {})?.data.children ?? [];
  const ids = children.flatMap(({ schoolId }) => schoolId ?? []);
  const query = useQuery(
    'directory.listSchools',
    county && ids.length > 0 ? { county, ids } : undefined,
  );
  const schools = query.data?.schools ?? [];
  const lines = children.flatMap((child) => {
    const school = schools.find(({ id }) => id === child.schoolId);
    if (!school?.phone) return [];
    const { name: purpose, phone: number } = school;
    return [{ id: child.id, number, purpose, name: me.schoolOf(child.nickname), urgent: false }];
  });
  if (lines.length === 0) return <Line tone="quiet" icon="info" text={guides.schoolNone} />;
  return (
    <>
      {lines.map((line) => (
        <PhoneLine key={line.id} line={line} />
      ))}
    </>
  );
}

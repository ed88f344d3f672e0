import type { Appointment } from '@contract/appointment';
import type { Child } from '@contract/family';
import { BigAction } from '@/components/big-action';
import { VisitCard } from '@/components/visit-card';
import { WaitingForMe } from '@/components/waiting';
import { childToAgreeFor, waitingPurposes } from '@/session/consents';
import { open } from '@/session/routes';
import { changes } from '@/wording/changes';
import { namesOf } from '@/wording/waits';
import { whenText } from '@/wording/when';

const openVisit = ({ id }: Appointment) => open('appointment', { id });

/** For a parent: visits whose place is kept until they agree, and what else waits for a nod. */
export function ForMe({
  child,
  upcoming,
  now,
}: {
  child: Child;
  upcoming: Appointment[];
  now: number;
}) {
  const awaiting = upcoming.filter((visit) => isForMe(visit, [child]));
  const others = waitingPurposes(child).some((purpose) => purpose !== 'booking');
  return (
    <>
      {awaiting.map((visit) => (
        <BigAction
          key={visit.id}
          id={`awaits-${visit.id}`}
          icon="clipboard-check"
          tone="coming"
          title={changes.awaitsYou}
          hint={changes.awaitsVisit(namesOf(visit), whenText(visit.start, now))}
          onTap={() => openVisit(visit)}
        />
      ))}
      {/* The visit asks the same, and says what for. */}
      {awaiting.length === 0 || others ? <WaitingForMe child={child} /> : null}
    </>
  );
}

interface Props {
  childrenThere: Child[];
  upcoming: Appointment[];
  now: number;
}

/** What is coming, but for what waits for me and stands above already. */
export function Upcoming({ childrenThere, upcoming, now }: Props) {
  return upcoming
    .filter((visit) => !isForMe(visit, childrenThere))
    .map((visit) => (
      <VisitCard
        key={visit.id}
        visit={visit}
        now={now}
        withName={childrenThere.length > 1}
        onTap={() => openVisit(visit)}
      />
    ));
}

function isForMe({ state, childId, sibling }: Appointment, children: Child[]): boolean {
  const ids = sibling ? [childId, sibling.childId] : [childId];
  return state === 'awaitingConsent' && childToAgreeFor(children, ids) !== undefined;
}

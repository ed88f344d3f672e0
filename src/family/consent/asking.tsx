import { useEffect, useState } from 'react';
import type { OutputOf } from '@contract';
import type { Consent } from '@contract/consent';
import type { Purpose } from '@contract/enums';
import { standingOf } from '@rules/circle';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { isPermitted } from '@/session/consents';
import { consent } from '@/wording/consent';
import { useInvitation } from '@/session/use-invitation';
import { Begun, Blocked, SaidNo } from './outcomes';
import { Question } from './question';
import { Standing } from './standing';
import { goOn, type Then } from './then';
import { useChoices } from './use-choices';

interface Props {
  childId: string;
  purposes: Purpose[];
  then: Then | undefined;
}

/** Asks one purpose after another, and then goes on with what waited for the answers. */
export function Asking({ childId, purposes, then }: Props) {
  const query = useQuery('family.showCircle', { childId });
  // Yesterday's answer, from the device, must not decide what is asked.
  const shown = query.loading ? undefined : query.data;
  if (!shown) {
    return (
      <Screen title={consent.title}>
        <Loaded query={query.loading ? { ...query, data: undefined } : query}>{() => null}</Loaded>
      </Screen>
    );
  }
  return <Asked key={childId} shown={shown} purposes={purposes} then={then} />;
}

interface AskedProps {
  shown: OutputOf<'family.showCircle'>;
  purposes: Purpose[];
  then: Then | undefined;
}

function Asked({ shown, purposes, then }: AskedProps) {
  const { child, members } = shown;
  const isGuardian = child.standing === 'guardian';
  const choices = useChoices(child.id);
  const invitation = useInvitation(child.id);
  const [decided, setDecided] = useState<Purpose[]>([]);
  // What there was to ask when the page opened: an answer must not shorten the way.
  const [queue] = useState(() =>
    purposes.filter((one) => isOpen(stateOf(child.consents, one), isGuardian)),
  );
  const consents = choices.consents ?? child.consents;

  const purpose = queue.find((one) => !decided.includes(one));
  const missing = purposes.find((one) => !isPermitted(consents, one));
  const blocked = purposes.find((one) => isBlocked(stateOf(consents, one), isGuardian));
  const begun = decided.some((one) => stateOf(consents, one).state === 'pending');
  const finished = purpose === undefined && missing === undefined && !begun;

  useEffect(() => {
    if (finished && then !== undefined) goOn(then, child.id);
  }, [finished, then, child.id]);

  if (blocked !== undefined && (purpose === undefined || purpose === blocked)) {
    const { by } = stateOf(consents, blocked);
    return <Blocked by={by ?? 'father'} members={members} invitation={invitation} />;
  }
  if (purpose !== undefined) {
    return (
      <Question
        key={purpose}
        nickname={child.nickname}
        isGuardian={isGuardian}
        consent={stateOf(consents, purpose)}
        step={{ done: queue.indexOf(purpose) + 1, total: queue.length }}
        busy={choices.busy}
        failed={choices.failed}
        onDecide={(agree) => {
          void choices.decide(purpose, agree).then((ok) => {
            if (ok) setDecided((before) => [...before, purpose]);
          });
        }}
      />
    );
  }
  if (missing !== undefined && decided.includes(missing)) {
    return (
      <SaidNo
        purpose={missing}
        then={then}
        childId={child.id}
        onThinkAgain={() => setDecided((before) => before.filter((one) => one !== missing))}
      />
    );
  }
  if (then !== undefined) {
    // All agreed to: the page goes on by itself, unless there is something to tell first.
    return begun ? (
      <Begun
        members={members}
        invitation={invitation}
        onGoOn={() => goOn(then, child.id)}
        then={then}
      />
    ) : (
      <Screen title={consent.title} />
    );
  }
  const [only] = purposes;
  return only === undefined ? null : (
    <Standing
      consent={stateOf(consents, only)}
      child={child}
      members={members}
      invitation={invitation}
      choices={choices}
    />
  );
}

function stateOf(consents: readonly Consent[], purpose: Purpose): Consent {
  return consents.find((one) => one.purpose === purpose) ?? { purpose, state: 'none' };
}

/** There is something to ask: a caregiver who has begun has answered, a parent has not. */
function isOpen({ state }: Consent, isGuardian: boolean): boolean {
  return state !== 'given' && (state !== 'pending' || isGuardian);
}

/** A parent has said no, which a caregiver does not overrule. */
function isBlocked({ state, by }: Consent, isGuardian: boolean): boolean {
  const no = state === 'refused' || state === 'withdrawn';
  return no && !isGuardian && by !== undefined && standingOf(by) === 'guardian';
}

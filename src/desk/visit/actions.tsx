import type { AppointmentState } from '@contract/enums';
import type { Visit } from '@contract/day';
import { refusalOf } from '@rules/appointment-states';
import { Button } from '@/components/button';
import { dial } from '@/session/device';
import { open } from '@/session/routes';
import { visitWords } from '@/wording/desk-visit';

interface Props {
  visit: Visit;
  /** ms. */
  start: number;
  now: number;
  arriving: boolean;
  onArrived: () => void;
  onNoShow: () => void;
}

/** What can be done with a visit as it stands (rules/appointment-states): one main thing, under the thumb. */
export function Actions({ visit, start, now, arriving, onArrived, onNoShow }: Props) {
  const { appointmentId: id, phone, state } = visit;
  const may = (to: AppointmentState) =>
    refusalOf({ state, start }, to, { by: 'staff', now }) === undefined;
  const arrived = may('arrived');
  const noShow = may('missed');
  if (state === 'missed') {
    return (
      <>
        <Button
          id="again"
          icon="calendar-plus"
          label={visitWords.another}
          onTap={() => open('followUp', { id })}
        />
        {arrived ? (
          <Button
            id="arrived"
            look="line"
            label={visitWords.arrivedAfterAll}
            busy={arriving}
            onTap={onArrived}
          />
        ) : null}
      </>
    );
  }
  if (arrived || may('done')) {
    return (
      <>
        {arrived ? (
          <Button
            id="arrived"
            icon="user-round-check"
            label={visitWords.arrived}
            busy={arriving}
            onTap={onArrived}
          />
        ) : (
          <Button
            id="complete"
            icon="clipboard-check"
            label={visitWords.complete}
            onTap={() => open('complete', { id })}
          />
        )}
        {noShow ? (
          <Button
            id="no-show"
            look={state === 'arrived' ? 'quiet' : 'line'}
            icon="user-x"
            label={visitWords.noShow}
            onTap={onNoShow}
          />
        ) : null}
      </>
    );
  }
  if (state === 'booked' || state === 'awaitingConsent') {
    return phone ? (
      <Button id="call" icon="phone" label={visitWords.call} onTap={() => void dial(phone)} />
    ) : null;
  }
  return (
    <Button
      id="again"
      icon="calendar-plus"
      label={visitWords.again}
      onTap={() => open('followUp', { id })}
    />
  );
}

import { useState } from 'react';
import { firstHelp } from '@/wording/first-help';
import { Button } from '../button';
import { HelpSheet } from '../help-sheet';
import { Line } from '../notice';

interface Props {
  /** What was recorded goes out as urgent. */
  onUrgent?: (() => void) | undefined;
}

/** Beside every recording: nobody has listened to it, so who is in danger says so with one tap. */
export function UrgentVoice({ onUrgent }: Props) {
  const [state, setState] = useState<'quiet' | 'shown' | 'told'>('quiet');
  return (
    <>
      {state === 'told' && onUrgent ? (
        <Line tone="alarm" icon="bell" text={firstHelp.voiceUrgent} />
      ) : (
        <Line tone="quiet" icon="info" text={firstHelp.voiceHint} />
      )}
      <Button
        id="urgent-voice"
        look="line"
        icon="triangle-alert"
        label={firstHelp.voice}
        onTap={() => {
          setState('shown');
          onUrgent?.();
        }}
      />
      {state === 'shown' ? (
        <HelpSheet size="full">
          <Button
            id="help-close"
            look="line"
            label={firstHelp.known}
            onTap={() => setState('told')}
          />
        </HelpSheet>
      ) : null}
    </>
  );
}

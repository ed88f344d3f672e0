import { View } from '@tarojs/components';
import { useState } from 'react';
import { alertDeeds, type Alert, type AlertDeed } from '@contract/safety';
import { limits } from '@contract/limits';
import { addDays, dayOf, hourMs, startOfDay } from '@rules/dates';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import type { IconName } from '@/components/icon';
import { Line } from '@/components/notice';
import { TextArea } from '@/components/text-area';
import { Tile } from '@/components/tile';
import { open } from '@/session/routes';
import { authorityNames, deedNames, safety } from '@/wording/safety';
import { whenText } from '@/wording/when';

const icons: Record<AlertDeed, IconName> = {
  called: 'phone-call',
  spoke: 'message-circle',
  visited: 'footprints',
  toldSchool: 'school',
  toldFamily: 'users',
  note: 'notebook-pen',
};
const followDays = [1, 3, 7] as const;
/** At nine: when people begin to work. */
const followHour = 9;

interface Props {
  alert: Alert;
  now: number;
  onDone: () => void;
}

/** What was done, and the few things that belong to finishing. */
export function Work({ alert, now, onDone }: Props) {
  if (!alert.may.work) return <Reporting alert={alert} now={now} />;
  return (
    <>
      <Deeds alert={alert} onDone={onDone} />
      <View className="t-heading">{safety.more}</View>
      <Reporting alert={alert} now={now} />
      <FollowUp alert={alert} now={now} onDone={onDone} />
      <Choice
        id="go-hand"
        icon="users"
        title={safety.hand}
        onTap={() => open('alertHand', { id: alert.id })}
      />
    </>
  );
}

/** One tap says what was done; a few words may go along. */
function Deeds({ alert: { id }, onDone }: Omit<Props, 'now'>) {
  const [deed, setDeed] = useState<AlertDeed>();
  const [text, setText] = useState('');
  const [kept, setKept] = useState(false);
  const { busy, failed, write } = useWrite();

  async function keep(step: AlertDeed) {
    const words = text.trim();
    const input = { alertId: id, step, ...(words !== '' && { text: words }) };
    const answer = await write('safety.addAlertStep', input);
    if (!answer.ok) return;
    setDeed(undefined);
    setText('');
    setKept(true);
    onDone();
  }
  return (
    <>
      <View className="t-heading">{safety.deeds}</View>
      <View className="grid-3">
        {alertDeeds.map((one) => (
          <Tile
            key={one}
            id={`deed-${one}`}
            kind="radio"
            icon={icons[one]}
            label={deedNames[one]}
            selected={one === deed}
            onTap={() => {
              setDeed(one === deed ? undefined : one);
              setKept(false);
            }}
          />
        ))}
      </View>
      {deed === undefined ? null : (
        <Card>
          <TextArea
            id="deed-text"
            label={safety.deedText}
            placeholder={safety.deedText}
            value={text}
            maxLength={limits.alertTextCharacters}
            onChange={setText}
          />
          <Button
            id="keep-deed"
            look="soft"
            icon="check"
            label={safety.keep}
            busy={busy}
            disabled={deed === 'note' && text.trim() === ''}
            onTap={() => void keep(deed)}
          />
        </Card>
      )}
      {kept ? <Line icon="check" text={safety.kept} /> : null}
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}

/** Whether the authority was told: what the law asks for, in sight until it is done. */
function Reporting({ alert, now }: Omit<Props, 'onDone'>) {
  const { open: isOpen, reported, notReported } = alert.reporting;
  const said = [
    ...reported.map(({ to, at, receipt }) =>
      safety.reportedTo(authorityNames[to], whenText(at, now), receipt),
    ),
    ...(notReported ? [safety.notReported(notReported.reason)] : []),
  ];
  if (!alert.may.work) {
    return said.length === 0 ? null : <Line icon="clipboard-check" text={said.join('。')} />;
  }
  return (
    <Choice
      id="go-report"
      icon={isOpen ? 'clipboard-list' : 'clipboard-check'}
      title={safety.reporting}
      hint={isOpen ? safety.reportingOpen : said.join('。')}
      onTap={() => open('alertReport', { id: alert.id })}
    />
  );
}

function FollowUp({ alert, now, onDone }: Props) {
  const { busy, failed, write } = useWrite();
  async function set(days: number) {
    const at = startOfDay(addDays(dayOf(now), days)) + followHour * hourMs;
    const answer = await write('safety.setFollowUp', { alertId: alert.id, at });
    if (answer.ok) onDone();
  }
  return (
    <Card>
      <View className="stack">
        <View className="t-strong">
          {alert.followUpAt === undefined
            ? safety.followUp
            : safety.followUpOn(whenText(alert.followUpAt, now))}
        </View>
        <View className="grid-3">
          {followDays.map((days) => (
            <Button
              key={days}
              id={`follow-${days}`}
              look="soft"
              label={safety.followDays[days]}
              busy={busy}
              onTap={() => void set(days)}
            />
          ))}
        </View>
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      </View>
    </Card>
  );
}

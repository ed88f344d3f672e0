import { View } from '@tarojs/components';
import { useServerNow } from '@/cloud/clock';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { dotted } from '@/wording/common';
import { ruleNames, safety, sourceNames, standingText, stepText } from '@/wording/safety';
import { savedText } from '@/wording/when';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { LevelMark } from '../parts/level-mark';
import { useAlert } from '../parts/use-alert';
import { Hold } from './hold';
import { Phones } from './phones';
import { Said } from './said';
import { Work } from './work';

/** One alert: what was said, whom to call, what was done, and what is still to be done. */
export default function AlertPage() {
  const { id, query } = useAlert();
  const now = useServerNow();
  const { busy, failed, write } = useWrite();
  const alert = query.data?.alert;

  async function accept() {
    await write('safety.acceptAlert', { alertId: id });
    // Whoever won: the page says who has it now.
    query.reload();
  }
  return (
    <Screen
      title={safety.title}
      footer={
        alert?.may.accept ? (
          <Button
            id="accept"
            icon="hand"
            label={safety.accept}
            busy={busy}
            onTap={() => void accept()}
          />
        ) : alert?.may.confirm ? (
          <Button
            id="go-confirm"
            icon="eye"
            label={safety.confirm}
            onTap={() => open('alertConfirm', { id })}
          />
        ) : alert?.may.work ? (
          <Button
            id="go-close"
            icon="circle-check"
            label={safety.close}
            onTap={() => open('alertClose', { id })}
          />
        ) : undefined
      }
    >
      <ForStaff query={query} skeleton={4}>
        {({ alert: one }) => (
          <>
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            {one.chainOk ? null : (
              <Line tone="alarm" icon="triangle-alert" text={safety.chainBroken} />
            )}
            <Card tone={one.overdue ? 'alarm' : 'plain'}>
              <View className="stack stack--tight">
                <View className="row row--between row--wrap">
                  <View className="t-title">{one.nickname || sourceNames[one.source]}</View>
                  <LevelMark level={one.level} />
                </View>
                <View className="t-quiet">{dotted(one.placeName, savedText(one.at, now))}</View>
                <View className={one.overdue ? 't-strong t-alarm' : 't-strong'}>
                  {standingText(one, now)}
                </View>
              </View>
            </Card>
            {(['follows', 'next'] as const).map((which) => {
              const other = one[which];
              return other === undefined ? null : (
                <Button
                  key={which}
                  id={`go-${which}`}
                  look="soft"
                  label={safety[which]}
                  onTap={() => open('alert', { id: other })}
                />
              );
            })}
            <Said alert={one} now={now} />
            <Phones phones={one.phones} />
            <Work alert={one} now={now} onDone={query.reload} />
            <View className="t-heading">{safety.history}</View>
            <Card>
              <View className="stack" id="history">
                {one.history.map((step) => (
                  <View key={step.n}>
                    <View>{stepText(step, now)}</View>
                    <View className="t-small t-quiet">
                      {dotted(savedText(step.at, now), step.by?.name)}
                    </View>
                  </View>
                ))}
              </View>
            </Card>
            {one.rules.length > 0 ? (
              <Line tone="quiet" icon="info" text={`${safety.why}：${ruleNames(one.rules)}`} />
            ) : null}
            {one.kept ? <Hold alert={one} onDone={query.reload} /> : null}
            {one.may.export ? (
              <Button
                id="go-export"
                look="quiet"
                icon="file-text"
                label={safety.export}
                onTap={() => open('alertExport', { id })}
              />
            ) : null}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}

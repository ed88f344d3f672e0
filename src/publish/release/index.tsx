import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { publishAheadDays } from '@contract/publishing';
import { addDays, dayOf, minuteMs, startOfDay } from '@rules/dates';
import { wholeCountry } from '@rules/guide-regions';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { PickedTextSchema, PickerCard } from '@/components/picker-card';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { back } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { publishing } from '@/wording/publishing';
import { dayLine, whenText } from '@/wording/when';
import '../brings';
import { ForDesk } from '../parts/for-desk';
import { Pills } from '@/components/pills';
import { useVersion } from '../parts/version-of';

type Where = keyof typeof publishing.where;
const wheres: Where[] = ['country', 'county', 'townships'];
const firstClock = '08:00';

/** To whom and when: the last step, by somebody who did not write it. */
export default function ReleasePage() {
  const version = useVersion();
  const query = useQuery('guides.showDraft', version ?? null);
  const county = usePerson().person.posts?.find(
    ({ role, schoolId }) => role === 'admin' && !schoolId,
  )?.county;
  const regions = useQuery('directory.listRegions', {});
  const townships = (regions.data?.townships ?? []).filter(({ code }) =>
    code.startsWith(county ?? '-'),
  );
  const now = useServerNow();
  const today = dayOf(now);
  const [where, setWhere] = useState<Where>('county');
  const [picked, setPicked] = useState<string[]>([]);
  const [later, setLater] = useState(false);
  const [day, setDay] = useState(addDays(today, 1));
  const [clock, setClock] = useState(firstClock);
  const [done, setDone] = useState('');
  const { busy, failed, write } = useWrite();

  const targets = { country: [wholeCountry], county: [county ?? ''], townships: picked }[where];
  const at = later ? momentOf(day, clock) : undefined;

  async function release() {
    if (!version) return;
    const input = { ...version, regions: targets, ...(at === undefined ? {} : { at }) };
    const answer = await write('guides.publish', input);
    if (!answer.ok) return;
    const { publishAt } = answer.data;
    setDone(
      publishAt === undefined
        ? publishing.released
        : publishing.releasedLater(whenText(publishAt, now)),
    );
  }

  if (done) {
    return (
      <Screen
        title={publishing.releaseTitle}
        footer={<Button id="end" label={publishing.guideTitle} onTap={back} />}
      >
        <Notice icon="check" title={done} />
      </Screen>
    );
  }
  return (
    <Screen
      title={publishing.releaseTitle}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          {targets.length === 0 ? (
            <Line tone="quiet" icon="info" text={publishing.noRegions} />
          ) : null}
          <Button
            id="do-release"
            icon="send"
            label={later ? publishing.releaseLater : publishing.releaseNow}
            busy={busy}
            disabled={targets.length === 0 || !query.data?.guide.may.publish}
            onTap={() => void release()}
          />
        </>
      }
    >
      <ForDesk query={query}>
        <Loaded query={query}>
          {({ guide }) => (
            <>
              <Heading title={publishing.releaseHeading} hint={`《${guide.text.title}》`} />
              <View className="t-strong">{publishing.whereLabel}</View>
              <Pills
                id="where"
                label={publishing.whereLabel}
                choices={wheres.map((value) => ({ value, text: publishing.where[value] }))}
                chosen={[where]}
                onTap={setWhere}
              />
              {where === 'townships' ? (
                <>
                  <View className="t-strong">{publishing.pickTownships}</View>
                  <Pills
                    id="township"
                    label={publishing.pickTownships}
                    several
                    choices={townships.map(({ code, name }) => ({ value: code, text: name }))}
                    chosen={picked}
                    onTap={(code) =>
                      setPicked(
                        picked.includes(code)
                          ? picked.filter((one) => one !== code)
                          : [...picked, code],
                      )
                    }
                  />
                </>
              ) : null}
              <View className="t-strong">{publishing.whenLabel}</View>
              <Segments
                id="when"
                label={publishing.whenLabel}
                choices={[
                  { value: 'now', text: publishing.now },
                  { value: 'later', text: publishing.later },
                ]}
                value={later ? 'later' : 'now'}
                onChange={(value) => setLater(value === 'later')}
              />
              {later ? (
                <>
                  <Wheel
                    mode="date"
                    title={publishing.day}
                    value={day}
                    shown={dayLine(day, today)}
                    start={today}
                    end={addDays(today, publishAheadDays - 1)}
                    onChange={setDay}
                  />
                  <Wheel
                    mode="time"
                    title={publishing.clock}
                    value={clock}
                    shown={clock}
                    onChange={setClock}
                  />
                </>
              ) : null}
              <Line tone="quiet" icon="info" text={publishing.releaseEffect} />
              {where === 'country' ? null : (
                <Line tone="quiet" icon="info" text={publishing.narrower} />
              )}
            </>
          )}
        </Loaded>
      </ForDesk>
    </Screen>
  );
}

interface WheelProps {
  mode: 'date' | 'time';
  title: string;
  value: string;
  shown: string;
  start?: string;
  end?: string;
  onChange: (value: string) => void;
}

function Wheel({ mode, title, value, shown, start, end, onChange }: WheelProps) {
  const pick = (event: { detail: unknown }) => {
    const chosen = v.safeParse(PickedTextSchema, event.detail);
    if (chosen.success) onChange(chosen.output.value);
  };
  const name = { id: `release-${mode}`, ariaRole: 'button', ariaLabel: `${title}，${shown}` };
  const card = <PickerCard title={title} value={shown} />;
  return mode === 'date' ? (
    <Picker {...name} mode="date" value={value} start={start ?? ''} end={end ?? ''} onChange={pick}>
      {card}
    </Picker>
  ) : (
    <Picker {...name} mode="time" value={value} onChange={pick}>
      {card}
    </Picker>
  );
}

function momentOf(day: string, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return startOfDay(day) + (hours * 60 + minutes) * minuteMs;
}

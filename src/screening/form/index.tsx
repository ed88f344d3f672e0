import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { OfficialFormSchema, respondents, scales } from '@contract/screening';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { toTop } from '@/session/routes';
import { screening } from '@/wording/screening';
import '../brings';
import { chooseFile } from './choose-file';

const words = screening.form;
type Form = v.InferOutput<typeof OfficialFormSchema>;

/** An administrator puts the official form in place: chosen, checked, read through, then loaded. */
export default function FormPage() {
  const query = useQuery('guides.showForm', {});
  const writing = useWrite();
  const [chosen, setChosen] = useState<Form>();
  const [problem, setProblem] = useState<string>();
  const [loaded, setLoaded] = useState(false);

  async function choose() {
    const text = await chooseFile();
    setLoaded(false);
    const found = text === undefined ? words.cancelled : readForm(text);
    setChosen(typeof found === 'string' ? undefined : found);
    setProblem(typeof found === 'string' ? found : undefined);
    toTop();
  }
  async function load(form: Form) {
    const answer = await writing.write('guides.loadForm', { form });
    if (!answer.ok) return;
    setChosen(undefined);
    setLoaded(true);
    query.reload();
  }

  if (query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN') {
    return (
      <Screen title={words.title}>
        <Notice icon="lock" title={words.notAdmin} hint={words.notAdminHint} />
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      footer={
        <>
          {writing.failed ? <Line tone="alarm" icon="circle-alert" text={writing.failed} /> : null}
          {chosen ? (
            <Button
              id="load"
              label={words.load}
              busy={writing.busy}
              onTap={() => void load(chosen)}
            />
          ) : null}
          <Button
            id="choose"
            look={chosen ? 'quiet' : 'main'}
            icon="file-text"
            label={words.choose}
            onTap={() => void choose()}
          />
        </>
      }
    >
      <Heading title={words.heading} hint={words.hint} />
      {problem ? <Line tone="alarm" icon="circle-alert" text={problem} /> : null}
      {loaded ? <Line icon="check" text={words.loaded} /> : null}
      {chosen ? (
        <Checked form={chosen} />
      ) : (
        <Loaded query={query}>
          {({ form, offered }) => (
            <Card>
              <View className="stack stack--tight">
                <View className="t-small t-quiet">{words.current}</View>
                <View className="t-strong">{form?.name ?? words.none}</View>
                {form ? <View className="t-small">{words.loadedAt(form.loadedAt)}</View> : null}
                {form ? <View className="t-small t-quiet">{form.source}</View> : null}
                {form?.placeholder ? <Line icon="info" text={screening.placeholder} /> : null}
                {form && !offered ? <Line icon="info" text={words.off} /> : null}
              </View>
            </Card>
          )}
        </Loaded>
      )}
      <View className="t-small t-quiet">{words.chooseHint}</View>
    </Screen>
  );
}

/** The form of a file, or a sentence on what is wrong with it. */
function readForm(text: string): Form | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return words.unreadable;
  }
  const parsed = v.safeParse(OfficialFormSchema, raw);
  return parsed.success ? parsed.output : words.wrong(v.getDotPath(parsed.issues[0]) ?? '');
}

/** Everything that families and counsellors will read, before it is loaded. */
function Checked({ form }: { form: Form }) {
  return (
    <>
      <View className="t-heading">{words.check}</View>
      <Card>
        <View className="stack stack--tight">
          <View className="t-strong">
            {form.name} · {form.version} · {words.items(form.items.length)}
          </View>
          <View className="t-small">{form.instruction}</View>
          {form.items.map((item, index) => (
            <View key={item}>
              {index + 1}. {item}
            </View>
          ))}
          <View className="t-small t-quiet">{form.notice}</View>
          <View className="t-small t-quiet">{form.source}</View>
        </View>
      </Card>
      {respondents.map((respondent) => (
        <Card key={respondent}>
          <View className="stack stack--tight">
            <View className="t-strong">
              {screening.figures.who[respondent]} · {words.cutoffs}
            </View>
            <View>
              {scales
                .map(
                  (scale) =>
                    `${screening.figures.scales[scale]} ${form.cutoffs[respondent][scale]}`,
                )
                .join('，')}
            </View>
            <View className="t-small t-quiet">{form.cutoffs[respondent].source}</View>
            <View className="t-small t-quiet">{form.cutoffs[respondent].validatedFor}</View>
          </View>
        </Card>
      ))}
    </>
  );
}

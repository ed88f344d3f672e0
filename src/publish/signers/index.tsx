import { useState } from 'react';
import type { StaffPost } from '@contract/invitation';
import { codesOfPost } from '@rules/guide-states';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { View } from '@tarojs/components';
import { roleNames } from '@/wording/names';
import { publishing, signerNames } from '@/wording/publishing';
import '../brings';
import { ForDesk } from '../parts/for-desk';
import { Pills } from '@/components/pills';

type Signs = NonNullable<StaffPost['signs']>;
const nothing: Signs = { codes: [], title: '', organisation: '' };

/** Whom an administrator trusts with which signature. */
export default function SignersPage() {
  const query = useQuery('account.listStaff', {});
  const first = query.data && { rows: query.data.posts, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('account.listStaff', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.posts, next: answer.data.next } };
  });
  const [chosen, setChosen] = useState<StaffPost>();
  const others = more.rows.filter(({ mine }) => !mine);

  if (chosen) {
    return (
      <Trust
        post={chosen}
        onEnd={() => {
          setChosen(undefined);
          query.reload();
        }}
      />
    );
  }
  return (
    <Screen title={publishing.signersTitle}>
      <ForDesk query={query}>
        <Heading title={publishing.signersHeading} hint={publishing.signersHint} />
        <Loaded query={query} skeleton={4}>
          {() =>
            others.length === 0 ? (
              <Notice
                icon="users"
                title={publishing.signersNone}
                hint={publishing.signersNoneHint}
              />
            ) : (
              <>
                {others.map((post) => (
                  <Choice
                    key={post.id}
                    id={`post-${post.id}`}
                    icon={post.signs ? 'badge-check' : 'user'}
                    title={`${post.name} · ${roleNames[post.role]}`}
                    hint={post.signs ? publishing.canSign(post.signs.codes) : publishing.cannot}
                    onTap={() => setChosen(post)}
                  />
                ))}
                <MoreButton more={more} />
              </>
            )
          }
        </Loaded>
      </ForDesk>
    </Screen>
  );
}

function Trust({ post, onEnd }: { post: StaffPost; onEnd: () => void }) {
  const [signs, setSigns] = useState<Signs>(post.signs ?? nothing);
  const { busy, failed, write } = useWrite();
  const { codes, title, organisation } = signs;
  const whole = codes.length > 0 && title.trim() !== '' && organisation.trim() !== '';

  async function keep(wanted: Signs | null) {
    const answer = await write('guides.setReviewer', { postId: post.id, signs: wanted });
    if (answer.ok) onEnd();
  }
  return (
    <Screen
      title={publishing.signersTitle}
      onBack={onEnd}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button
            id="keep-signer"
            icon="save"
            label={publishing.keepSigner}
            busy={busy}
            disabled={!whole}
            onTap={() => void keep(signs)}
          />
          {post.signs ? (
            <Button
              id="drop-signer"
              look="line"
              label={publishing.dropSigner}
              disabled={busy}
              onTap={() => void keep(null)}
            />
          ) : null}
        </>
      }
    >
      <Heading title={post.name} hint={publishing.signersHint} />
      <Pills
        id="code"
        label={publishing.signersHeading}
        several
        choices={codesOfPost[post.role].map((value) => ({ value, text: signerNames[value] }))}
        chosen={codes}
        onTap={(code) =>
          setSigns({
            ...signs,
            codes: codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code],
          })
        }
      />
      <Card>
        <View className="t-strong">{publishing.signTitle}</View>
        <Field
          id="sign-title"
          label={publishing.signTitle}
          value={title}
          placeholder={publishing.signTitleExample}
          maxLength={20}
          onChange={(text) => setSigns({ ...signs, title: text })}
        />
      </Card>
      <Card>
        <View className="t-strong">{publishing.signPlace}</View>
        <Field
          id="sign-place"
          label={publishing.signPlace}
          value={organisation}
          placeholder={publishing.signPlaceExample}
          maxLength={40}
          onChange={(text) => setSigns({ ...signs, organisation: text })}
        />
      </Card>
    </Screen>
  );
}

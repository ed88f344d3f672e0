import { View } from '@tarojs/components';
import { useState } from 'react';
import { ageAt } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { dotted } from '@/wording/common';
import { phoneIn } from '@/wording/desk-phone-in';
import { visitWords } from '@/wording/desk-visit';

/** More children than this are searched rather than read. */
const searchFrom = 10;

interface Row {
  id: string;
  nickname: string;
  age: number;
  schoolName?: string | undefined;
}

interface Props {
  /** Teachers and directors have a roster; a counsellor has those who telephoned before. */
  hasRoster: boolean;
  onChild: (child: { id: string; nickname: string }) => void;
  onNew: () => void;
}

/** Whom it is for: somebody who is known here, or a new family. */
export function Who({ hasRoster, onChild, onNew }: Props) {
  return (
    <>
      <Heading
        title={phoneIn.whoHeading}
        hint={hasRoster ? phoneIn.whoHint : phoneIn.whoHintKnown}
      />
      <BigAction
        id="new-family"
        icon="user-plus"
        title={phoneIn.newFamily}
        hint={phoneIn.newFamilyHint}
        onTap={onNew}
      />
      {hasRoster ? <Roster onChild={onChild} /> : <Known onChild={onChild} />}
    </>
  );
}

function Roster({ onChild }: Pick<Props, 'onChild'>) {
  const query = useQuery('family.listRoster', {});
  const first = query.data && { rows: query.data.children, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('family.listRoster', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.children, next: answer.data.next } };
  });
  return (
    <Loaded query={query}>
      {() => (
        <>
          <Rows rows={more.rows} isWhole={more.next === undefined} onChild={onChild} />
          <MoreButton more={more} />
        </>
      )}
    </Loaded>
  );
}

function Known({ onChild }: Pick<Props, 'onChild'>) {
  const query = useQuery('family.listChildren', {});
  const now = useServerNow();
  return (
    <Loaded query={query} skeleton={1}>
      {({ children }) => {
        const rows = children.map(({ birthYear, birthMonth, ...child }) => ({
          ...child,
          age: ageAt(now, birthYear, birthMonth),
        }));
        return rows.length === 0 ? null : <Rows rows={rows} isWhole onChild={onChild} />;
      }}
    </Loaded>
  );
}

interface RowsProps extends Pick<Props, 'onChild'> {
  rows: Row[];
  isWhole: boolean;
}

function Rows({ rows, isWhole, onChild }: RowsProps) {
  const [sought, setSought] = useState('');
  const shown = rows.filter(({ nickname, schoolName }) =>
    `${nickname} ${schoolName ?? ''}`.includes(sought.trim()),
  );
  return (
    <>
      {rows.length >= searchFrom ? (
        <Field
          id="search"
          label={phoneIn.search}
          value={sought}
          placeholder={phoneIn.search}
          maxLength={20}
          onChange={setSought}
        />
      ) : null}
      {shown.map(({ id, nickname, age, schoolName }) => (
        <Choice
          key={id}
          id={`child-${id}`}
          icon="user"
          title={nickname}
          hint={dotted(visitWords.age(age), schoolName)}
          onTap={() => onChild({ id, nickname })}
        />
      ))}
      {shown.length === 0 && isWhole ? (
        <View className="t-quiet">{rows.length === 0 ? phoneIn.noRoster : phoneIn.notFound}</View>
      ) : null}
    </>
  );
}

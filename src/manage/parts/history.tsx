import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import type { RecordKind } from '@contract/manage';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { Card } from '@/components/card';
import { MoreButton } from '@/components/more';
import { Line } from '@/components/notice';
import { manage } from '@/wording/manage';
import { savedText } from '@/wording/when';
import { changeLines, fieldName } from './record-words';
import { useTownships } from './use-townships';

interface Props {
  kind: RecordKind;
  id: string;
  record: OutputOf<'directory.showRecord'>;
  savedAt: number | undefined;
}

/** Who did what, the newest first: each field as it was and as it is since. */
export function History({ kind, id, record, savedAt }: Props) {
  const { nameOf } = useTownships();
  const first = { rows: record.history.entries, next: record.history.next };
  const more = useMore(first, savedAt, async (before: number) => {
    const answer = await call('directory.listChanges', { kind, id, before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.entries, next: answer.data.next } };
  });
  return (
    <>
      <View id="history" className="t-heading">
        {manage.history}
      </View>
      {more.rows.length === 0 ? <Line tone="quiet" icon="info" text={manage.historyNone} /> : null}
      {more.rows.map((entry) => (
        <Card key={`${entry.at}-${entry.what}`}>
          <View className="stack stack--tight">
            <View className="t-strong">
              {entry.name ?? manage.somebody} · {manage.steps[entry.what]}
            </View>
            <View className="t-small t-quiet">{savedText(entry.at, record.now)}</View>
            {entry.changes.map((change) => {
              const lines = changeLines(change, nameOf);
              return (
                <View key={change.field} className="t-small">
                  <View className="t-strong">{fieldName(change.field)}</View>
                  <View className="t-quiet">{lines.old}</View>
                  <View>{lines.new}</View>
                </View>
              );
            })}
          </View>
        </Card>
      ))}
      <MoreButton more={more} />
    </>
  );
}

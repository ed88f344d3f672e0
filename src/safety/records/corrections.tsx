import { View } from '@tarojs/components';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import {
  correctionNames,
  judgedLevelNames,
  reasonNames,
  ruleNames,
  safety,
} from '@/wording/safety';
import { ForStaff } from '../parts/for-staff';
import { CopyRows } from './copy-rows';

/** What people judged right, wrong or missed, without whose it was: for whoever improves the rules. */
export function Corrections() {
  const query = useQuery('safety.exportCorrections', {});
  const first = query.data && { rows: query.data.rows, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: string) => {
    const answer = await call('safety.exportCorrections', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.rows, next: answer.data.next } };
  });
  return (
    <>
      <Heading title={safety.correctionsHeading} hint={safety.correctionsHint} />
      <ForStaff query={query} skeleton={4}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="inbox" title={safety.correctionsNone} hint={safety.correctionsNoneHint} />
          ) : (
            <>
              <CopyRows lines={more.rows.map((row) => JSON.stringify(row))} />
              {more.rows.map(
                ({ month, reason, given, judgement, levelShouldBe, rules, text }, number) => (
                  // Rows carry no id on purpose: nobody should be found by one.
                  <Card key={number}>
                    <View className="stack stack--tight">
                      <View className="t-strong">{correctionNames[judgement]}</View>
                      <View>{text ?? safety.noText}</View>
                      <View className="t-small t-quiet">
                        {[
                          month,
                          judgedLevelNames[given],
                          levelShouldBe ? safety.shouldBe(judgedLevelNames[levelShouldBe]) : '',
                          rules.length > 0 ? ruleNames(rules) : reason ? reasonNames[reason] : '',
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </View>
                    </View>
                  </Card>
                ),
              )}
              <MoreButton more={more} />
            </>
          )
        }
      </ForStaff>
    </>
  );
}

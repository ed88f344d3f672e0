import { differencesOf } from '@rules/guide-difference';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { publishing } from '@/wording/publishing';
import '../brings';
import { chosenNames } from '../parts/chosen-names';
import { ForDesk } from '../parts/for-desk';
import { Marked } from '../parts/marked';
import { useVersion } from '../parts/version-of';

/** A version and the one before it: only where they differ, part by part. */
export default function ComparePage() {
  const newer = useVersion();
  const older = newer && { ...newer, version: Math.max(newer.version - 1, 1) };
  const query = useQuery('guides.showDraft', newer ?? null);
  const before = useQuery('guides.showDraft', older);
  return (
    <Screen title={publishing.compareTitle}>
      <ForDesk query={query}>
        <Loaded query={before}>
          {(old) => (
            <Loaded query={query}>
              {(fresh) => {
                const list = differencesOf(old.guide.text, fresh.guide.text, chosenNames);
                if (list.length === 0) {
                  return (
                    <Notice
                      icon="check"
                      title={publishing.nothingChanged}
                      hint={publishing.nothingChangedHint}
                    />
                  );
                }
                const { version } = fresh.guide;
                return (
                  <>
                    <Heading
                      title={publishing.compareHeading(version - 1, version)}
                      hint={publishing.compareHint}
                    />
                    <Line tone="quiet" icon="list" text={publishing.differences(list.length)} />
                    {list.map((difference) => (
                      <Marked key={difference.part} difference={difference} />
                    ))}
                  </>
                );
              }}
            </Loaded>
          )}
        </Loaded>
      </ForDesk>
    </Screen>
  );
}

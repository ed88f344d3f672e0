import { Heading } from '@/components/heading';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { common } from '@/wording/common';
import { me } from '@/wording/me';

/** Guides appear here once named reviewers have signed them; until then, people to ask. */
export default function GuidesPage() {
  return (
    <Screen title={common.tabs.guides} tab="guides">
      <Heading title={me.guidesHeading} />
      <Notice icon="headphones" title={me.guidesEmpty} hint={me.guidesEmptyHint} />
      <DirectoryWay />
      <PhonesWay />
    </Screen>
  );
}

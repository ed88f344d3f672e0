import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Screen } from '@/components/screen';
import { backTo } from '@/session/routes';
import { childrenBlocks, privacy } from '@/wording/privacy';
import '../brings';
import { Blocks } from '../parts/blocks';
import { Complaints } from '../parts/complaints';

const icons: Record<string, IconName> = {
  guardian: 'users',
  'child-kept': 'file-text',
  'child-not-kept': 'x',
  'child-seen-by': 'eye',
  'child-silence': 'shield-check',
  'child-back': 'refresh-cw',
};

/** What holds for children (儿童个人信息网络保护规定), in a page of its own. */
export default function ChildrenPolicyPage() {
  return (
    <Screen title={privacy.childrenTitle}>
      <Heading title={privacy.childrenHeading} hint={privacy.childrenHint} />
      <Blocks blocks={childrenBlocks} icons={icons} />
      <Choice
        id="go-policy"
        icon="shield-check"
        title={privacy.childrenMore}
        onTap={() => backTo('policy')}
      />
      <Complaints />
    </Screen>
  );
}

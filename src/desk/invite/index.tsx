import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function InvitePage() {
  return <Screen title={common.product} />;
}

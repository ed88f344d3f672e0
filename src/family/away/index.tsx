import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function AwayPage() {
  return <Screen title={common.product} />;
}

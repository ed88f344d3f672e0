import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function LeavePage() {
  return <Screen title={common.product} />;
}

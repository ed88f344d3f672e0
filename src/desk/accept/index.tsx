import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function AcceptPage() {
  return <Screen title={common.product} />;
}

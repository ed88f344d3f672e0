import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function PolicyPage() {
  return <Screen title={common.product} />;
}

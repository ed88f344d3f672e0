import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function StaffPage() {
  return <Screen title={common.product} />;
}

import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function RosterPage() {
  return <Screen title={common.product} />;
}

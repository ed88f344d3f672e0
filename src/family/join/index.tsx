import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function JoinPage() {
  return <Screen title={common.product} />;
}

import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function CirclePage() {
  return <Screen title={common.product} />;
}

import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function LooksPage() {
  return <Screen title={common.product} />;
}

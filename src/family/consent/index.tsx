import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function ConsentPage() {
  return <Screen title={common.product} />;
}

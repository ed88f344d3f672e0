import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function ClaimPage() {
  return <Screen title={common.product} />;
}

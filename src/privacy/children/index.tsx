import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function ChildrenPolicyPage() {
  return <Screen title={common.product} />;
}

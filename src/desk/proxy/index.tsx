import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function ProxyChildPage() {
  return <Screen title={common.product} />;
}

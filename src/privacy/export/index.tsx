import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function ExportDataPage() {
  return <Screen title={common.product} />;
}

import { Screen } from '@/components/screen';
import { common } from '@/wording/common';

export default function PosterPage() {
  return <Screen title={common.product} />;
}

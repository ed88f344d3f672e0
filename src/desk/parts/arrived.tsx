import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { openTab } from '@/session/routes';
import { staff } from '@/wording/staff';

interface Props {
  title: string;
  name: string;
  role: string;
}

/** Somebody has a post now; the way to it. */
export function Arrived({ title, name, role }: Props) {
  const begin = () => openTab('home');
  return (
    <Screen
      title={title}
      onBack={begin}
      footer={<Button id="begin" icon="house" label={staff.begin} onTap={begin} />}
    >
      <Notice icon="check" title={staff.accepted} hint={staff.acceptedHint(name, role)} />
    </Screen>
  );
}

import type { More } from '@/cloud/use-more';
import { common } from '@/wording/common';
import { Button } from '../button';

/** The button under a list that goes on; nothing when it is all there. */
export function MoreButton<Row, Cursor>({ more }: { more: More<Row, Cursor> }) {
  if (more.next === undefined) return null;
  return (
    <Button
      id="more"
      look="soft"
      busy={more.state === 'busy'}
      label={more.state === 'failed' ? common.retry : common.more}
      onTap={more.read}
    />
  );
}

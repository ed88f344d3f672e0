import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { safety } from '@/wording/safety';

/** Takes what is shown along, a line each. */
export function CopyRows({ lines }: { lines: readonly string[] }) {
  const [copied, setCopied] = useState<number>();
  const [failed, setFailed] = useState(false);
  async function copy() {
    const done = await Taro.setClipboardData({ data: lines.join('\n') }).then(
      () => true,
      () => false,
    );
    setFailed(!done);
    setCopied(done ? lines.length : undefined);
  }
  const isCopied = copied === lines.length;
  return (
    <>
      <Button
        id="copy-rows"
        look="soft"
        icon="copy"
        label={isCopied ? safety.exportCopied : safety.copyShown(lines.length)}
        onTap={() => void copy()}
      />
      {failed ? <Line tone="alarm" icon="circle-alert" text={safety.copyFailed} /> : null}
    </>
  );
}

import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { manage } from '@/wording/manage';
import { fieldName } from './record-words';

interface Props {
  isNew: boolean;
  /** Something typed before and not saved is what is shown. */
  keptBefore: boolean;
  /** Fields that are not right yet. */
  faults: readonly string[];
  busy: boolean;
  failed: string | undefined;
  onSave: () => void;
  onDrop: () => void;
  children: ReactNode;
}

/** The frame of a form of the directory: what is kept, what is still missing, and saving. */
export function DraftScreen(props: Props) {
  const { isNew, keptBefore, faults, busy, failed, onSave, onDrop, children } = props;
  return (
    <Screen
      title={isNew ? manage.newTitle : manage.editTitle}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          {faults.length > 0 ? (
            <Line icon="pencil" text={manage.missing(faults.map(fieldName).join('、'))} />
          ) : null}
          <Button
            id="save"
            icon="save"
            label={manage.save}
            busy={busy}
            disabled={faults.length > 0}
            onTap={onSave}
          />
        </>
      }
    >
      <Line tone="quiet" icon="info" text={keptBefore ? manage.keptFrom : manage.keptHere} />
      {keptBefore ? (
        <Button id="drop-kept" look="quiet" label={manage.dropKept} onTap={onDrop} />
      ) : null}
      {children}
    </Screen>
  );
}

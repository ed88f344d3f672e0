import { Canvas, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { openSheet, type Sheet } from '@/session/canvas';
import { openPermissions } from '@/session/device';
import { poster } from '@/wording/poster';
import { paper } from './draw';
import './paper-sheet.scss';

const canvasId = 'paper';
/** A canvas is there a moment after its page. */
const triesAtMost = 10;
const pauseMs = 100;

type State = 'drawing' | 'drawn' | 'broken' | 'saving' | 'saved' | 'denied' | 'failed';

interface Props {
  label: string;
  fileName: string;
  draw: (sheet: Sheet) => Promise<void>;
}

/** A sheet of paper on the screen; `usePaper` draws it and puts it into the album. */
export function usePaper({ label, fileName, draw }: Props) {
  const [state, setState] = useState<State>('drawing');
  const sheet = useRef<Sheet>();
  useEffect(() => {
    let gone = false;
    setUp(draw).then(
      (drawn) => {
        if (gone) return;
        sheet.current = drawn;
        setState(drawn ? 'drawn' : 'broken');
      },
      () => setState('broken'),
    );
    return () => {
      gone = true;
    };
  }, [draw]);

  async function save() {
    if (!sheet.current) return;
    setState('saving');
    const result = await sheet.current.save(fileName);
    setState(result === 'cancelled' ? 'drawn' : result);
  }

  return {
    canvas: (
      <View className="paper-sheet" ariaRole="img" ariaLabel={label}>
        <Canvas
          id={canvasId}
          canvasId={canvasId}
          type="2d"
          className="paper-sheet__canvas"
          style={{ aspectRatio: `${paper.width} / ${paper.height}` }}
        />
      </View>
    ),
    footer: <Footer state={state} onSave={() => void save()} />,
  };
}

async function setUp(draw: Props['draw']): Promise<Sheet | undefined> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const sheet = await openSheet(canvasId, paper.width, paper.height);
    if (sheet) {
      await draw(sheet);
      return sheet;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}

function Footer({ state, onSave }: { state: State; onSave: () => void }) {
  const ready = state !== 'drawing' && state !== 'broken';
  return (
    <>
      {state === 'drawing' ? <Line icon="clock" text={poster.drawing} /> : null}
      {state === 'broken' ? (
        <Line tone="alarm" icon="circle-alert" text={poster.pictureBroken} />
      ) : null}
      {state === 'saved' ? <Line icon="check" text={poster.saved} /> : null}
      {state === 'failed' ? <Line tone="alarm" icon="circle-alert" text={poster.notSaved} /> : null}
      {state === 'denied' ? (
        <>
          <Line tone="alarm" icon="circle-alert" text={poster.denied} />
          <Button
            id="permissions"
            look="soft"
            icon="settings"
            label={poster.permissions}
            onTap={openPermissions}
          />
        </>
      ) : null}
      <Button
        id="save"
        icon="download"
        label={poster.save}
        busy={state === 'saving'}
        disabled={!ready}
        onTap={onSave}
      />
    </>
  );
}

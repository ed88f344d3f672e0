import { Canvas, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { openSheet, type Sheet } from '@/session/canvas';
import { openPermissions } from '@/session/device';
import { poster } from '@/wording/poster';
import type { Paper } from './pen';
import './index.scss';

const canvasId = 'paper';
/** A canvas is there a moment after its page. */
const triesAtMost = 10;
const pauseMs = 100;

type State = 'drawing' | 'drawn' | 'broken' | 'saving' | 'saved' | 'denied' | 'failed';
type Draw = (sheet: Sheet) => Promise<void>;

interface Props {
  paper: Paper;
  label: string;
  fileName: string;
  /** Undefined while there is nothing to draw yet. */
  draw: Draw | undefined;
  /** Told when it is drawn, for whoever needs the picture as well. */
  onDrawn?: (sheet: Sheet) => void;
}

/** A sheet of paper on the screen; `usePaper` draws it and puts it into the album. */
export function usePaper({ paper, label, fileName, draw, onDrawn }: Props) {
  // What is known of another drawing says nothing of this one.
  const [known, setKnown] = useState<{ of: Draw; state: State }>();
  const state = known && known.of === draw ? known.state : 'drawing';
  const sheet = useRef<Sheet>();
  const { width, height } = paper;
  useEffect(() => {
    if (!draw) return undefined;
    let gone = false;
    setUp(draw, { width, height }).then(
      (drawn) => {
        if (gone) return;
        sheet.current = drawn;
        setKnown({ of: draw, state: drawn ? 'drawn' : 'broken' });
        if (drawn) onDrawn?.(drawn);
      },
      () => {
        if (!gone) setKnown({ of: draw, state: 'broken' });
      },
    );
    return () => {
      gone = true;
    };
  }, [draw, width, height, onDrawn]);

  async function save() {
    if (!sheet.current || !draw) return;
    setKnown({ of: draw, state: 'saving' });
    const result = await sheet.current.save(fileName);
    setKnown({ of: draw, state: result === 'cancelled' ? 'drawn' : result });
  }

  return {
    canvas: (
      <View className="paper-sheet" ariaRole="img" ariaLabel={label}>
        <Canvas
          id={canvasId}
          canvasId={canvasId}
          type="2d"
          className="paper-sheet__canvas"
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      </View>
    ),
    footer: <Footer state={state} onSave={() => void save()} />,
  };
}

async function setUp(draw: Draw, { width, height }: Paper): Promise<Sheet | undefined> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const sheet = await openSheet(canvasId, width, height);
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

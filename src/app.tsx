import type { PropsWithChildren } from 'react';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { transport } from './cloud/transport';
import { noteArrival, startArrival } from './session/arrival';
import { prepareSound } from './session/device';
import { dropLooseFiles } from './session/loose-files';
import { preparePrivacy } from './session/privacy';
import { startReading } from './session/reading';
import { startQueue } from './session/queue';
import './theme/base.scss';

/** The root of the mini program: starts the cloud, then renders whichever page is open. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    transport.start();
    prepareSound();
    preparePrivacy();
    startReading();
    startQueue();
    startArrival();
    dropLooseFiles(Date.now());
  });
  // Also when it was open already and a code or a card has brought it back.
  useDidShow((options) => noteArrival(options?.query));
  return children;
}

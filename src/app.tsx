import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { startOutbox } from './cloud/outbox';
import { transport } from './cloud/transport';
import { prepareSound } from './session/device';
import { preparePrivacy } from './session/privacy';
import { startReading } from './session/reading';
import './theme/base.scss';

/** The root of the mini program: starts the cloud, then renders whichever page is open. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    transport.start();
    prepareSound();
    preparePrivacy();
    startOutbox();
    startReading();
  });
  return children;
}

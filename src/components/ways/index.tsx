import { open } from '@/session/routes';
import { home } from '@/wording/home';
import { BigAction } from '../big-action';

/** Two ways that stand on several first screens: who can help nearby, and the telephone. */
export function DirectoryWay() {
  return (
    <BigAction
      id="go-directory"
      icon="map-pin"
      tone="people"
      title={home.directory}
      hint={home.directoryHint}
      onTap={() => open('directory')}
    />
  );
}

export function PhonesWay() {
  return (
    <BigAction
      id="go-phones"
      icon="phone"
      tone="coming"
      title={home.phones}
      hint={home.phonesHint}
      onTap={() => open('phones')}
    />
  );
}

import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { open } from '@/session/routes';
import { home } from '@/wording/home';

/** Nothing is asked before something is given: everything here can be read without signing in. */
export function StrangerHome() {
  return (
    <>
      <Heading title={home.welcome} hint={home.welcomeHint} />
      <DirectoryWay />
      <BigAction
        id="go-book"
        icon="hand-heart"
        tone="main"
        title={home.book}
        hint={home.bookHint}
        onTap={() => open('who', { then: 'book' })}
      />
      <PhonesWay />
    </>
  );
}

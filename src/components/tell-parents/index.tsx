import type { CircleMember } from '@contract/family';
import { Button } from '../button';
import { ShareButton } from '../share-button';
import { circle } from '@/wording/circle';
import { asked } from '@/wording/asked';
import type { Invitation } from '@/session/use-invitation';

interface Props {
  members: CircleMember[];
  invitation: Invitation;
  look: 'main' | 'soft';
}

export function parentsAmong(members: CircleMember[]): CircleMember[] {
  return members.filter(({ standing, me }) => standing === 'guardian' && !me);
}

/** A parent who is in gets a reminder; one who is not gets a card to come in with. */
export function TellParents({ members, invitation, look }: Props) {
  const { code, busy, path, prepare } = invitation;
  if (parentsAmong(members).length > 0) {
    return <ShareButton id="remind" icon="send" look={look} label={asked.remind} path={path} />;
  }
  if (code !== undefined) {
    return <ShareButton id="send" icon="send" look={look} label={circle.send} path={path} />;
  }
  return (
    <Button
      id="prepare"
      icon="send"
      look={look}
      label={asked.tellParents}
      busy={busy}
      onTap={prepare}
    />
  );
}

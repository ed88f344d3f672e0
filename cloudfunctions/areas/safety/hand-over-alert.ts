import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { posts } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { mayTake, postName } from './colleagues';
import { isHolder } from './desk';
import { sealHolder } from './rows';
import { workOnAlert } from './work';

/** By whoever has it, or by an administrator when that person cannot. */
export const handOverAlert = defineAction('safety.handOverAlert', {
  allow: staff,
  async handle(context, { alertId, toPostId }) {
    const { database } = context;
    const post = await database.get(posts, toPostId);
    return workOnAlert(context, alertId, (alert, desk, transaction) => {
      const mayHand = desk.admin || isHolder(desk, alert);
      if (alert.state !== 'accepted' || !mayHand) throw new ActionError('CANNOT_FOLLOW');
      const known = post?.until === null && post.county === alert.county;
      if (!known || !mayTake(alert, desk, post)) throw new ActionError('NOT_FOUND');
      const { _id: postId, openid, role } = post;
      const name = postName(post);
      transaction.tell({ to: [openid], kind: 'dutyAlert' });
      return {
        change: { acceptedBy: { openid, postId, role }, holder: sealHolder(alertId, name) },
        step: { step: 'handedOver', to: { name, role } },
      };
    });
  },
});

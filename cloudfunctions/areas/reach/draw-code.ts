import { sceneOf } from '@rules/campaign';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { ActionError } from '../../platform/errors';
import { miniProgramCode } from '../../platform/sdk';

/** Everybody comes in by the front door: it works from what the phone kept, also on a poor network. */
export const frontDoor = 'pages/home/index';

export const drawCode = defineAction('reach.drawCode', {
  allow: countyAdministrators,
  mostPerHour: 120,
  async handle({ caller }, source) {
    if (countyOf(source.place) !== countyAdministered(caller)) throw new ActionError('NOT_FOUND');
    const picture = await miniProgramCode(frontDoor, sceneOf(source));
    return { image: picture.toString('base64') };
  },
});

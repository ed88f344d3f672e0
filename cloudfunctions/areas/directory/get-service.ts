import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { services } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { viewService } from './service-view';

export const getService = defineAction('directory.getService', {
  allow: anyone,
  async handle({ database }, { id, from }) {
    const service = await database.get(services, id);
    if (!service) throw new ActionError('NOT_FOUND');
    return viewService(service, from);
  },
});

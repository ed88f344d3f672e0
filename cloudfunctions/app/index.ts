import { actions } from '../areas';
import { tellNow } from '../areas/notify/tell-now';
import { serve } from '../platform/serve';

export const main = serve(actions, tellNow);

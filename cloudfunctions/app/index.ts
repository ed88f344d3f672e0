import { actions } from '../areas';
import { serve } from '../platform/serve';

export const main = serve(actions);

import { consent } from '@contract/consent';
import { invitation } from '@contract/invitation';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...consent, ...invitation });

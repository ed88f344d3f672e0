import { booking } from '@contract/booking';
import { director } from '@contract/director';
import { hours } from '@contract/hours';
import { invitation } from '@contract/invitation';
import { visits } from '@contract/visits';
import { waitlist } from '@contract/waitlist';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...booking, ...director, ...hours, ...invitation, ...visits, ...waitlist });

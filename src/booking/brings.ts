import { booking } from '@contract/booking';
import { invitation } from '@contract/invitation';
import { push } from '@contract/push';
import { waitlist } from '@contract/waitlist';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...booking, ...invitation, ...push, ...waitlist });

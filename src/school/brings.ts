import { announcements } from '@contract/announcements';
import { push } from '@contract/push';
import { schoolDesk } from '@contract/school-desk';
import { weekly } from '@contract/weekly';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...announcements, ...push, ...schoolDesk, ...weekly });

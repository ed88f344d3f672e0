import { manage } from '@contract/manage';
import { reports } from '@contract/reports';
import { checkedLines } from '@contract/safety/lines';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...manage, ...reports, ...checkedLines });

import { invitation } from '@contract/invitation';
import { publishing } from '@contract/publishing';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...invitation, ...publishing });

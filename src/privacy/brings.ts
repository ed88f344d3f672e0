import { announcements } from '@contract/announcements';
import { courses } from '@contract/courses';
import { rights } from '@contract/rights';
import { weekly } from '@contract/weekly';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...announcements, ...courses, ...rights, ...weekly });

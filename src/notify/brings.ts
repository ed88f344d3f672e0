import { courses } from '@contract/courses';
import { push } from '@contract/push';
import { learn } from '@/cloud/contracts';
import './icons.scss';

/** What only the pages of this subpackage ask and show. Each of them imports it. */
learn({ ...courses, ...push });

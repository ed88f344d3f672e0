/** What only the pages of this subpackage show. Each of them imports it. */
import './icons.scss';

/** What this subpackage brings along. Each of its pages imports it. */
import './icons.scss';

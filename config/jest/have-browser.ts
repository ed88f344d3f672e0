import { findBrowser } from '../browser/find';

/** Before the workers start: two that both find no browser would both install one, and meet at apt's lock. */
export default function haveBrowser(): void {
  findBrowser();
}

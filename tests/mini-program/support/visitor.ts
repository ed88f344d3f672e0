import type { MiniProgram } from './mini-program';
import type { Target } from './page';
import type { ExparserNode } from './simulate';
import { waitFor } from './time';

/** How long a tap that leads somewhere may seem to do nothing, ms. */
const missedMs = 12_000;

/** Somebody with the mini program in hand: taps what can be tapped, and counts the taps. */
export class Visitor {
  taps = 0;

  constructor(readonly app: MiniProgram) {}

  /** Waits until it is there and may be tapped, and taps it once. */
  async tap(target: Target): Promise<void> {
    const { page } = this.app;
    const name = typeof target === 'string' ? target : page.text(target);
    if (typeof target === 'string') await page.waitFor(target);
    await waitFor(
      () => page.attribute(target, 'aria-disabled') !== 'true',
      () => `${name} on ${page.route} to be enabled; the page says: ${page.text()}`,
    );
    this.taps += 1;
    await page.tap(target);
  }

  /** Taps what leads to another page, and goes there. */
  async go(target: Target, route: string): Promise<void> {
    await this.tap(target);
    // A card that is drawn anew in that moment misses a tap; a person taps once more.
    for (let again = 0; again < 4 && !(await this.app.isLeaving(missedMs)); again += 1) {
      if (this.app.page.attribute(target, 'aria-disabled') !== 'true') {
        await this.app.page.tap(target);
      }
    }
    const page = await this.app.follow();
    if (page.route !== route) throw new Error(`led to ${page.route}, not to ${route}`);
  }

  /** Follows the mini program, which goes on by itself, until it is there. */
  async arrives(route: string): Promise<void> {
    while ((await this.app.follow()).route !== route);
  }

  /** What can be tapped and says this. */
  button(text: string): Promise<ExparserNode> {
    return this.withRole('button', text);
  }

  /** What can be chosen among others and says this. */
  choice(text: string): Promise<ExparserNode> {
    return this.withRole('radio', text);
  }

  private withRole(role: string, text: string): Promise<ExparserNode> {
    const { page } = this.app;
    return waitFor(
      () =>
        page
          .findAll('.card, .button, .day-board__fresh')
          .find((node) => page.attribute(node, 'aria-role') === role && says(node, text)),
      () => `a ${role} that says ${text}; the page says: ${page.text()}`,
    );
  }

  /** Waits until the page says this. */
  sees(text: string | RegExp): Promise<void> {
    return this.app.page.waitForText(text);
  }

  text(): string {
    return this.app.page.text();
  }
}

function says(node: ExparserNode, text: string): boolean {
  return node.$$?.textContent?.includes(text) ?? false;
}

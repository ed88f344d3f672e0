import type { Phone } from '../../../config/browser/phone';
import { seen } from './look';

/** Taps "more" until there is no more, and gives the ids of all lines in their order. */
export async function readToTheEnd(phone: Phone, line: string): Promise<string[]> {
  const lines = seen(phone, line);
  const more = seen(phone, '#more:not(.button--inactive)');
  await lines.first().waitFor();
  for (let count = await lines.count(); await more.isVisible(); count = await lines.count()) {
    await more.click();
    await lines.nth(count).waitFor({ timeout: 10_000 });
    await seen(phone, '.button--inactive').waitFor({ state: 'hidden' });
  }
  return lines.evaluateAll((nodes) => nodes.map((node) => node.id));
}

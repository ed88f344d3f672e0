/** Each package has the icons that its pages show: without its stylesheet an icon is an empty square. */
import fs from 'node:fs';
import { iconNames, iconsByPackage, stylesheetOf } from '../../config/icons';

test('the stylesheets hold the icons of their package; otherwise run `npm run icons`', async () => {
  for (const [name, icons] of await iconsByPackage(await iconNames())) {
    const styles = fs.readFileSync(stylesheetOf(name), 'utf8');
    const written = [...styles.matchAll(/^\.icon-([\w-]+) \{/gm)].map(([, icon]) => icon);
    expect([name, written]).toEqual([name, icons]);
  }
});

/**
 * Runs inside the browser, so it can use nothing from outside itself. Looks at every text and every
 * target of the page that is open, and names what breaks a rule of design.md ("Look and feel").
 */
export function findViolations(size: 'standard' | 'large'): string[] {
  const limits =
    size === 'large'
      ? { target: 60, smallText: 18, mainText: 22 }
      : { target: 44, smallText: 13, mainText: 17 };
  const found = new Set<string>();
  const screen = [...document.querySelectorAll<HTMLElement>('.screen')].find(
    (node) => node.getClientRects().length > 0,
  );
  if (!screen) return ['no screen is drawn'];
  const name = (node: Element) =>
    `${node.id ? `#${node.id}` : ''}.${node.getAttribute('class')?.trim().split(/\s+/).join('.') ?? ''} "${(node.textContent ?? '').trim().slice(0, 16)}"`;
  const seen = (node: Element) =>
    node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible';
  const inStrip = (node: Element) => node.closest('.day-strip') !== null;

  function texts(): { parent: HTMLElement; box: DOMRect }[] {
    const walker = document.createTreeWalker(screen as Node, NodeFilter.SHOW_TEXT);
    const list: { parent: HTMLElement; box: DOMRect }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || !seen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      list.push({ parent, box: range.getBoundingClientRect() });
    }
    return list;
  }

  type Colour = [number, number, number, number];
  function parse(text: string): Colour {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  }
  function over([r, g, b, a]: Colour, [br, bg, bb]: Colour): Colour {
    return [r * a + br * (1 - a), g * a + bg * (1 - a), b * a + bb * (1 - a), 1];
  }
  function groundOf(node: Element | null): Colour {
    if (!node) return [255, 255, 255, 1];
    const own = parse(getComputedStyle(node).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(node.parentElement));
  }
  function luminance(colour: Colour): number {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(node: HTMLElement): number {
    const ground = groundOf(node);
    const letters = over(parse(getComputedStyle(node).color), ground);
    const [light = 0, dark = 0] = [luminance(letters), luminance(ground)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  // Signs, remarks and what is coloured on purpose; all the rest is what the page is about.
  const remarks =
    '.t-small, .t-quiet, .t-alarm, .chip, .line, .listen, .tile__hint, .help-button, .tab-bar, .screen__title';
  const coloured = `${remarks}, [role=button], [role=tab], [role=radio], [role=checkbox], .recorder`;
  for (const { parent, box } of texts()) {
    const fontSize = parseFloat(getComputedStyle(parent).fontSize);
    if (fontSize < limits.smallText) found.add(`letters of ${fontSize}px: ${name(parent)}`);
    else if (fontSize < limits.mainText && !parent.closest(remarks))
      found.add(`main text of ${fontSize}px: ${name(parent)}`);
    const ratio = contrast(parent);
    const least = fontSize >= limits.mainText && !parent.closest(coloured) ? 7 : 4.5;
    if (ratio < least) found.add(`contrast ${ratio.toFixed(2)} < ${least}: ${name(parent)}`);
    if (inStrip(parent) || parent.closest('.screen__title')) continue;
    const holder = parent.closest('[role=button], .card, .tile, .chip, .notice, .line') ?? screen;
    const room = holder.getBoundingClientRect();
    if (box.right > Math.min(room.right, innerWidth) + 1 || box.left < Math.max(room.left, 0) - 1)
      found.add(`text runs out of its box: ${name(parent)}`);
  }

  for (const node of screen.querySelectorAll<HTMLElement>('*')) {
    if (!seen(node) || node.closest('.screen__title')) continue;
    const { overflowX } = getComputedStyle(node);
    if (overflowX === 'hidden' && node.scrollWidth > node.clientWidth + 1)
      found.add(`cut off: ${name(node)}`);
    if (!node.matches('[role=button], [role=tab], [role=radio], [role=checkbox], .field')) continue;
    const { width, height } = node.getBoundingClientRect();
    if (Math.min(width, height) < limits.target - 0.5)
      found.add(`target of ${Math.round(width)}×${Math.round(height)}: ${name(node)}`);
  }

  if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
  const last = screen.querySelector('.screen__body')?.lastElementChild?.getBoundingClientRect();
  const below = screen.querySelector('.screen__footer, .tab-bar')?.getBoundingClientRect();
  const room = last ? screen.getBoundingClientRect().bottom - last.bottom : 0;
  if (below && room < below.height - 1)
    found.add(`the end of the page lies ${Math.round(below.height - room)}px under the footer`);
  return [...found];
}

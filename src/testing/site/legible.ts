import type { Page } from 'playwright-core';

/**
 * What a reader could not read of a page as it is shown now: what reaches beyond the side of the screen, words that
 * are broken within themselves, and texts that stand on top of one another. A line for each; none when all is well.
 */
export function illegible(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    if (beyond > 0) found.push(`${beyond} pixels wider than the screen`);
    const hidden = new Map<Element, boolean>();
    /** Kept for those who hear a page, and cut off for those who see it. */
    const isCutOff = (element: Element | null): boolean => {
      if (element === null) return false;
      const known = hidden.get(element);
      if (known !== undefined) return known;
      const cut = getComputedStyle(element).clipPath !== 'none' || isCutOff(element.parentElement);
      hidden.set(element, cut);
      return cut;
    };
    const boxes: { readonly box: DOMRect; readonly text: string; readonly element: Element }[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (element === null || text.trim() === '' || element.closest('svg,script,style') !== null) continue;
      if (!element.checkVisibility() || isCutOff(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width > 1) boxes.push({ box, text: text.trim(), element });
      // What has no words in it, such as a hash, may break anywhere.
      if (getComputedStyle(element).overflowWrap === 'anywhere') continue;
      for (const { 0: word, index } of text.matchAll(/\p{L}{2,}/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(`"${word}" stands on ${lines.size} lines`);
      }
    }
    // The letters of a line are lower than the line itself.
    const sorted = boxes
      .map(({ box: { left, right, top, bottom, height }, ...rest }) => ({
        ...rest,
        left,
        right,
        top: top + height * 0.25,
        bottom: bottom - height * 0.25,
      }))
      .toSorted((a, b) => a.top - b.top);
    for (const [index, one] of sorted.entries())
      for (const other of sorted.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        if (one.element === other.element && one.text === other.text) continue;
        if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2)
          found.push(`"${one.text.slice(0, 40)}" and "${other.text.slice(0, 40)}" overlap`);
      }
    return found;
  });
}

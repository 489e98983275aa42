import type { Page } from "@playwright/test";

/** Texts that stand over one another, that are cut off, or that no scrolling reaches. */
export function misplaced(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Else the bar that stays at the top stands over what has been scrolled beneath it.
    scrollTo(0, 0);
    interface Box {
      readonly text: string;
      readonly element: Element;
      readonly rect: DOMRect;
    }
    // For ears alone, always or where there is no room.
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === "inset(50%)" || isClipped(element.parentElement));
    /** Where what is left of a text ends in "…". */
    const endOf = (element: Element | null, right: number): number => {
      if (element === null) return right;
      const isShortened = getComputedStyle(element).textOverflow === "ellipsis";
      const end = isShortened ? Math.min(right, element.getBoundingClientRect().right) : right;
      return endOf(element.parentElement, end);
    };
    const boxes: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? "";
      if (!element || text === "" || element.closest("textarea, math") || isClipped(element)) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const rect of range.getClientRects())
        if (rect.width > 1 && rect.height > 1) boxes.push({ text, element, rect });
    }
    const problems: string[] = [];
    for (const { text, element, rect } of boxes)
      for (let outer: Element | null = element; outer; outer = outer.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(outer);
        if (/auto|scroll/.test(overflowX)) break;
        const edge = outer.getBoundingClientRect();
        if (/hidden|clip/.test(overflowX) && textOverflow !== "ellipsis" && rect.right > edge.right + 1.5)
          problems.push(`“${text}” is cut off`);
      }
    boxes.sort((a, b) => a.rect.top - b.rect.top);
    for (const [i, one] of boxes.entries())
      for (let j = i + 1; j < boxes.length && boxes[j].rect.top < one.rect.bottom - 3; j++) {
        const { element, rect, text } = boxes[j];
        if (element === one.element) continue;
        const ends = [endOf(one.element, one.rect.right), endOf(element, rect.right)];
        const width = Math.min(...ends) - Math.max(one.rect.left, rect.left);
        const height = Math.min(one.rect.bottom, rect.bottom) - rect.top;
        if (width > 3 && height > 3) problems.push(`“${one.text}” and “${text}” stand over one another`);
      }
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [...problems, `the page is ${scrollWidth} px wide`] : problems;
  });
}

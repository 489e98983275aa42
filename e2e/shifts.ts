/** What moves on a page by itself, of which Cumulative Layout Shift is the sum. */
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** What has moved by itself since the page was opened. */
    readonly shifts: { readonly score: number; readonly moved: readonly string[] }[];
  }
}

/** Runs in the page before anything else. */
export function recordShifts(): void {
  const shifts: Window["shifts"] = [];
  const nameOf = (source: unknown) => {
    const { node } = source as { readonly node: Node | null };
    return node instanceof Element ? node.className : (node?.nodeName ?? "gone");
  };
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ("value" in entry && "sources" in entry && "hadRecentInput" in entry && !entry.hadRecentInput)
        shifts.push({ score: Number(entry.value), moved: (entry.sources as unknown[]).map(nameOf) });
  }).observe({ type: "layout-shift", buffered: true });
}

/** Their sum, and the largest of them in words. */
export async function shiftsOf(page: Page): Promise<{ readonly score: number; readonly most: string }> {
  const shifts = await page.evaluate(() => window.shifts);
  return {
    score: shifts.reduce((sum, shift) => sum + shift.score, 0),
    most: JSON.stringify(shifts.filter((shift) => shift.score > 0.001)),
  };
}

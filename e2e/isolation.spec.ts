import { anyEngine, expect, test } from "./playground";

test("the page is cross-origin isolated, so that threads of the CPU engine can share memory", {
  tag: anyEngine,
}, async ({ page }) => {
  await page.goto("./");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

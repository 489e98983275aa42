/**
 * A browser's first visit, in which the kernels of its GPU are timed. All other tests are later visits: they begin with what
 * this one leaves, as a user's do.
 */
import { expect, keptByFirstVisit, test } from "./playground";

test("a first visit times the GPU's kernels, and keeps what it has found", async ({ page, playground }) => {
  await playground.open();
  const { origins } = await page.context().storageState({ indexedDB: true, path: keptByFirstVisit });
  expect(JSON.stringify(origins)).toMatch(/"calibration of [^"]*swiftshader".*"choice":.*"elapsedMs":\d/i);
});

/** The faults: how each is brought about. */
import type { Page } from "@playwright/test";
import { engineWorkers } from "./pageControls";

export const faultKinds = ["gpu", "crashes", "silences"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Its answer may be lost with it: the page ends what has stopped, and one that is blocked is there until it is dead. */
async function inEngineWorkers(page: Page, act: () => void): Promise<void> {
  for (const worker of engineWorkers(page))
    await worker.evaluate(act).catch((error: unknown) => {
      if (page.workers().includes(worker)) throw error;
    });
}

export const faults: Readonly<Record<FaultKind, (page: Page) => Promise<void>>> = {
  async gpu(page) {
    const browser = page.context().browser();
    if (!browser) throw new Error("The page has no browser.");
    const session = await browser.newBrowserCDPSession();
    // Its answer is lost with the process.
    await session.send("Browser.crashGpuProcess").catch(() => undefined);
    await session.detach().catch(() => undefined);
  },
  crashes: (page) =>
    inEngineWorkers(page, () => {
      setTimeout(() => {
        throw new Error("it was made to crash");
      });
    }),
  silences: (page) =>
    inEngineWorkers(page, () => {
      // Its thread is never free again.
      setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    }),
};

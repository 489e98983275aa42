/** What the page's engine says, for scripts and stories that follow it from the beginning. */
import type { Page } from "@playwright/test";

/** Runs in the page: makes events of the window of what each worker of the engine says; workers are counted from 0. */
function tellOfEngine(): void {
  const Own = window.Worker;
  let workers = 0;
  window.Worker = class extends Own {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== "gru-engine") return;
      const worker = workers++;
      this.addEventListener("message", ({ data }) =>
        window.dispatchEvent(new CustomEvent("engine", { detail: { data, worker } })),
      );
    }
  };
}

/** @param record runs in the page before anything else, and listens to the window's events `engine` */
export async function hearEngine(page: Page, record: () => void): Promise<void> {
  await page.addInitScript(tellOfEngine);
  await page.addInitScript(record);
}

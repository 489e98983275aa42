import { type Browser, chromium } from "@playwright/test";
import { bareWindow, requireChromium, softwareGpu } from "./environment.mjs";

/**
 * A headless Chromium, as the browser tests have it.
 *
 * @param gpu the arguments that say which GPU it has
 * @param more further ones
 */
export function launchBrowser(
  gpu: readonly string[] = softwareGpu,
  more: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath: requireChromium(),
    args: ["--no-sandbox", bareWindow, ...gpu, ...more],
  });
}

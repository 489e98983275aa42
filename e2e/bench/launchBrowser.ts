import { type Browser, chromium } from "@playwright/test";
import { bareWindow, requireChromium, softwareGpu } from "../../scripts/environment.mjs";

/** A headless Chromium, as the browser tests have it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireChromium(),
    args: ["--no-sandbox", bareWindow, ...softwareGpu],
  });
}

/**
 * Browser tests on the built page, each on three kinds of engines:
 *
 * - `webgpu`: WebGPU on Chromium's software adapter; without the tests of what the page does whatever the engine is;
 * - `cpu`: a browser that finds no adapter for WebGPU, so that the CPU computes without being chosen. Those tests to which it matters that
 *   there is another engine are in `cpu-beside-gpu`, which has the adapter, and choose the CPU in the page: to open, check and measure an
 *   adapter takes longer than most tests. Those that are told in Chinese are in `chinese`;
 * - `no-webgpu`: a page without `navigator.gpu`. No switch of Chromium's removes it any more, but the specification
 *   offers it in secure contexts only (https://www.w3.org/TR/webgpu/#navigatorgpu), and plain http from an address
 *   other than localhost is none. 192.0.2.1 is reserved for examples, and is mapped to this machine. What the page
 *   does with the CPU engine is seen in `cpu`; here it is seen to open, to train and to say why.
 *
 * Before those with an adapter comes `first-visit`, which leaves them what a browser keeps of the page.
 */
import { defineConfig } from "@playwright/test";
import { keptByFirstVisit } from "./e2e/playground";
import { bareWindow, noGpu, requireChromium, softwareGpu } from "./scripts/environment.mjs";

const port = Number(process.env.PORT ?? 4319);
const executablePath = requireChromium();

function browser(host: string, args: readonly string[]) {
  return {
    baseURL: `http://${host}:${port}/`,
    launchOptions: { executablePath, args: ["--no-sandbox", bareWindow, ...args] },
  };
}

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  // As many as there are cores, of which the page's own threads take what is left.
  fullyParallel: true,
  workers: "100%",
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: "list",
  // What moves by itself after the engine rests could be met on its way; that it arrives is a test of its own (story 22).
  use: {
    browserName: "chromium",
    headless: true,
    trace: "off",
    // As high as shows all rows of 64 units (`lanes/useLaneRoom.ts`).
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
  },
  projects: [
    { name: "first-visit", testMatch: "firstVisit.setup.ts", use: browser("127.0.0.1", softwareGpu) },
    {
      name: "webgpu",
      dependencies: ["first-visit"],
      grepInvert: /@any-engine/,
      use: { ...browser("127.0.0.1", softwareGpu), storageState: keptByFirstVisit },
    },
    {
      name: "cpu",
      grepInvert: /@beside-gpu|@in-chinese/,
      use: browser("127.0.0.1", noGpu),
    },
    { name: "chinese", grep: /@in-chinese/, use: { ...browser("127.0.0.1", noGpu), locale: "zh-CN" } },
    {
      name: "cpu-beside-gpu",
      dependencies: ["first-visit"],
      grep: /@beside-gpu/,
      use: { ...browser("127.0.0.1", softwareGpu), storageState: keptByFirstVisit },
    },
    {
      name: "no-webgpu",
      grep: /@without-webgpu/,
      use: browser("192.0.2.1", ["--host-resolver-rules=MAP 192.0.2.1 127.0.0.1"]),
    },
  ],
  webServer: {
    command: `npm exec -- vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});

/**
 * The README's pictures, of the built page on the CPU: a still one, and the frames of a moving one, in which a training is played. Says how
 * to join those, for which it needs libwebp's `img2webp`:
 *
 *     npm run build && node scripts/run.mjs scripts/readmePictures.ts DIR
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { preview } from "vite";
import { noGpu } from "./environment.mjs";
import { controls, rest, stepAbove } from "./faults/pageControls";
import { launchBrowser } from "./launchBrowser";

const viewport = { width: 1440, height: 900 };
/** Of the frames of the moving picture, in CSS pixels. */
const frameWidth = 960;

interface Frame {
  /** JPEG. */
  readonly image: Buffer;
  readonly atMs: number;
}

/** What the browser draws meanwhile, as it draws it. */
async function film(page: Page, act: () => Promise<void>): Promise<readonly Frame[]> {
  const session = await page.context().newCDPSession(page);
  const frames: Frame[] = [];
  session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    frames.push({ image: Buffer.from(data, "base64"), atMs: 1000 * (metadata.timestamp ?? 0) });
    void session.send("Page.screencastFrameAck", { sessionId });
  });
  await session.send("Page.startScreencast", { format: "jpeg", quality: 95, maxWidth: frameWidth });
  await act();
  await session.send("Page.stopScreencast");
  await session.detach();
  return frames;
}

const press = (page: Page, name: string): Promise<void> =>
  controls(page).getByRole("button", { name, exact: true }).click();

async function trainBeyond(page: Page, step: number): Promise<void> {
  await rest(page);
  await press(page, "Train");
  await stepAbove(page, step);
  await press(page, "Pause");
  await rest(page);
  await page.locator("[data-notices] > *").first().waitFor({ state: "detached" });
}

/** From its first step to the present. */
async function play(page: Page): Promise<void> {
  const slider = controls(page).getByRole("slider", { name: "History of training" });
  await controls(page).getByRole("button", { name: "Play the training, in ten seconds" }).click();
  const isNow = (text: string) => slider.and(page.locator(`[aria-valuetext^="${text}"]`));
  await isNow("Step 0").waitFor();
  await isNow("Now").waitFor();
  // No event tells when the last of what was drawn has reached the film; the picture also rests there before it begins again.
  await page.waitForTimeout(1500);
}

/** @returns what joins them, each shown as long as it was */
async function write(dir: string, frames: readonly Frame[]): Promise<string> {
  const names = await Promise.all(
    frames.map(async ({ image }, i) => {
      const name = `${String(i).padStart(4, "0")}.jpg`;
      await writeFile(path.join(dir, name), image);
      return name;
    }),
  );
  const shown = names.flatMap((name, i) => {
    const ms = Math.round((frames[i + 1]?.atMs ?? frames[i].atMs + 1500) - frames[i].atMs);
    return ["-d", String(Math.max(1, ms)), name];
  });
  const script = `img2webp -loop 0 -lossy -q 45 -m 6 ${shown.join(" ")} -o training.webp\n`;
  await writeFile(path.join(dir, "join.sh"), script);
  return `cd ${dir} && sh join.sh`;
}

export async function main([dir]: string[]): Promise<number> {
  if (!dir) {
    console.error("Which folder are they to be written to?");
    return 2;
  }
  await mkdir(dir, { recursive: true });
  const server = await preview({ logLevel: "warn", preview: { host: "127.0.0.1", port: 4324 } });
  const browser = await launchBrowser(noGpu);
  try {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(180_000);
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.getByRole("button", { name: /^New state h/ }).waitFor();
    // The network that the page comes with, and the same from fresh weights on.
    await trainBeyond(page, 8500);
    await page.screenshot({ path: path.join(dir, "screenshot.png") });
    await press(page, "Reset");
    await trainBeyond(page, 1500);
    console.log(await write(dir, await film(page, () => play(page))));
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

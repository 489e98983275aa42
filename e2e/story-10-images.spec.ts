/** Story 10: pictures of one's own from a zip and from a dropped folder; and drawings, which the network reads while they are made. */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { png, zip } from "./folders";
import { anyEngine, expect, test, textOf } from "./playground";

const size = 24;
/** Lines across or down, each at a place of its own and dimmer than the one before, so that no two are alike. */
function stripes(across: boolean, i: number): Uint8Array {
  return png(size, size, (x, y) => (((across ? y : x) + i) % 5 < 2 ? 255 - i : 0));
}
const numbers = Array.from({ length: 30 }, (_, i) => i);
const stripesZip = zip("stripes.zip", {
  ...Object.fromEntries(numbers.map((i) => [`stripes/across/${i}.png`, stripes(true, i)])),
  ...Object.fromEntries(numbers.map((i) => [`stripes/down/${i}.png`, stripes(false, i)])),
  "stripes/down/copy.png": stripes(false, 3),
  "stripes/down/broken.png": "no picture at all",
  "stripes/readme.txt": "Stripes.",
});

/** Follows points of the pad, from 0 to 1 across and down, with the button pressed. */
async function draw(page: Page, ...points: readonly (readonly [number, number])[]): Promise<void> {
  const pad = page.getByRole("img", { name: "Drawing pad" });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("The pad is not to be seen.");
  for (const [i, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 6 });
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

const seen = (page: Page) => page.getByRole("list", { name: "What the network sees in the drawing" });

test("pictures of one's own, from a zip to what the network is worth", async ({ page, playground }) => {
  await playground.open();
  await playground.openZip("openPictures", stripesZip);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("62 pictures in 2 folders, whose names are the labels.")).toBeVisible();
  await expect(dialog.getByText("across (30), down (32).")).toBeVisible();
  await expect(dialog.getByRole("list", { name: /^Some of the pictures/ }).getByRole("listitem")).toHaveCount(
    24,
  );

  await dialog.getByRole("button", { name: /Pixels/ }).click();
  await page.getByRole("option", { name: "16 × 16" }).click();
  await dialog.getByText("Columns", { exact: true }).click();
  await expect(
    dialog.getByText("The network reads 16 columns from left to right, 16 numbers each."),
  ).toBeVisible();
  await dialog.getByRole("button", { name: "Use these pictures" }).click();
  await expect(dialog).toBeHidden();

  await expect(playground.data.getByRole("heading", { name: "stripes.zip", exact: true })).toBeVisible();
  // A fifth of each label, copies and what cannot be read left out.
  await expect(playground.fact("held out")).toHaveText("12");
  await expect(playground.fact("steps each")).toHaveText("16");
  await playground.data.getByRole("button", { name: "Data preparation" }).click();
  await expect(
    playground.data.getByText(
      /^Left\sout:\s1\spicture\sthat\scould\snot\sbe\sread\.\s“down\/broken\.png”\sis\sdamaged,\sor\snot\sa\spicture/,
    ),
  ).toBeVisible();
  await expect(
    playground.data.getByText(/^Left\sout:\s1\spicture\sthat\sis\sa\scopy\sof\sanother/),
  ).toBeVisible();
  await expect(
    page.getByRole("img", { name: "The picture’s 16 columns of 16 pixels, one a time step" }),
  ).toBeVisible();

  await playground.neverStop();
  await playground.startTraining();
  await expect(page.getByText(/100\.0\s%\sare\sright/).first()).toBeVisible();
});

test(
  "pictures come as a zip, dropped or chosen, or as a folder, and what cannot be used is explained",
  {
    tag: anyEngine,
  },
  async ({ page, playground }, testInfo) => {
    for (const label of ["across", "down"]) {
      mkdirSync(testInfo.outputPath("stripes", label), { recursive: true });
      for (const i of numbers.slice(0, 4))
        writeFileSync(testInfo.outputPath("stripes", label, `${i}.png`), stripes(label === "across", i));
    }
    await playground.open();
    const dialog = page.getByRole("dialog");
    await test.step("a zip that cannot be used is explained, and everything stays", async () => {
      await playground.openZip(
        "openPictures",
        zip("loose.zip", { "1.png": stripes(true, 1), "2.png": stripes(true, 2) }),
      );
      await expect(dialog.getByRole("alert")).toHaveText(/^The pictures of “loose\.zip” are in no folder\./);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(playground.data.getByRole("heading", { name: "Sample text" })).toBeVisible();
    });
    await test.step("a zip of pictures that is dropped on the page is opened as pictures", async () => {
      const transfer = await page.evaluateHandle((bytes) => {
        const dragged = new DataTransfer();
        dragged.items.add(new File([Uint8Array.from(bytes)], "stripes.zip", { type: "application/zip" }));
        return dragged;
      }, Array.from(stripesZip.buffer));
      await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
      await expect(page.getByRole("dialog", { name: "Pictures from stripes.zip" })).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    });
    await test.step("a folder of pictures is chosen", async () => {
      await playground.data.getByRole("button", { name: "Open pictures" }).click();
      const folder = testInfo.outputPath("stripes");
      await playground.giveFile(dialog.getByRole("button", { name: "Choose a folder" }), folder);
      await expect(page.getByRole("dialog", { name: "Pictures from stripes" })).toContainText(
        "across (4), down (4).",
      );
      await page.getByRole("button", { name: "Use these pictures" }).click();
      await expect(playground.fact("held out")).toHaveText("2");
    });
  },
);

test("the sample of pictures: a drawn one is recognised", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.useSample("Small pictures");
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(400);
  await draw(page, [0.25, 0.25], [0.75, 0.75]);
  await draw(page, [0.75, 0.25], [0.25, 0.75]);
  await expect(seen(page).getByRole("listitem").first()).toHaveText(/^cross\s*\d+\s%$/);
  await expect(page.getByText("Your drawing").first()).toBeVisible();
});

test("the sample of strokes: the network answers while the pen moves", async ({ page, playground }) => {
  await playground.open();
  await playground.useSample("Pen strokes");
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(20);
  await playground.stopTraining();
  await draw(page, [0.2, 0.5], [0.8, 0.5]);
  await expect(seen(page).getByRole("listitem")).toHaveCount(5);
  // The pen comes through the air, and ten movements follow.
  await expect(playground.heatmap("z")).toHaveAccessibleName(/ by 11 steps$/);
  await playground.expectStepOnShow("z", 10);
  const line = await textOf(seen(page));
  await draw(page, [0.2, 0.2], [0.8, 0.2], [0.8, 0.8], [0.2, 0.8], [0.2, 0.2]);
  await expect(seen(page)).not.toHaveText(line);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.getByText("Draw here")).toBeVisible();
  // Without a pen, an example.
  await page.getByRole("button", { name: "Next example" }).click();
  await expect(page.getByText("the network is never trained on it")).toBeVisible();
});

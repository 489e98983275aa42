/** Story 21: a small screen shows one part at a time, and what a setting means is one sign away. */
import { anyEngine, expect, test } from "./playground";
import { recordShifts, shiftsOf } from "./shifts";

test("a phone shows the stage first, and every other part by the bar below", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await page.addInitScript(recordShifts);
  await test.step("on the narrowest nothing moves as the page opens", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await playground.open();
    await playground.rest();
    const { score, most } = await shiftsOf(page);
    expect(score, most).toBeLessThan(0.02);
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open();
  const loss = page.getByRole("region", { name: "Loss and accuracy" });
  // Three gates, whole above the bar; time is scrolled sideways.
  await expect(playground.heatmap("z")).toBeInViewport();
  const bar = await page.getByRole("navigation", { name: "Parts of the page" }).boundingBox();
  for (const lane of ["z", "r", "n"] as const) {
    const box = await playground.heatmap(lane).boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  const facts = playground.controls.getByRole("term");
  await expect(facts).toHaveText(["Step", /^Loss/]);
  await playground.controls.getByRole("button", { name: "More about this run" }).click();
  await expect(facts).toHaveText(["Step", "Epoch", /^Loss/, "Steps/s", "Characters/s"]);
  await expect(page.getByText("History of training")).toBeInViewport();
  await playground.controls.getByRole("button", { name: "More about this run" }).click();
  await playground.goTo("settings");
  await playground.neverStop();
  await playground.startTraining();
  await playground.goTo("stage");
  await playground.trainFor(1);
  await playground.stopTraining();
  await playground.rest();
  const { score, most } = await shiftsOf(page);
  expect(score, most).toBeLessThan(0.02);
  await expect(playground.data).toBeHidden();
  await playground.goTo("data");
  await expect(playground.heatmap("z")).toBeHidden();
  await expect(playground.data.getByRole("button", { name: "Open a text file" })).toBeInViewport();
  await playground.goTo("settings");
  await expect(playground.data).toBeHidden();
  await playground.setNumber("Hidden units", 16);
  await playground.expectNotice("hidden units 64 → 16");
  await test.step("a notice covers no setting at the end of the page", async () => {
    await page.locator("[data-notices]").getByText("hidden units 64 → 16").hover();
    const { top, lowest } = await page.evaluate(() => {
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      const controls = [...document.querySelectorAll<HTMLElement>("main :is(button, input)")];
      const seen = controls.filter((one) => one.checkVisibility() && !one.closest("nav"));
      const notice = document.querySelector("[data-notices] > *");
      return {
        top: notice?.getBoundingClientRect().top ?? 0,
        lowest: Math.max(...seen.map((one) => one.getBoundingClientRect().bottom)),
      };
    });
    expect(lowest).toBeGreaterThan(0);
    expect(lowest).toBeLessThanOrEqual(top);
  });
  await playground.goTo("results");
  await expect(loss).toBeInViewport();
  await expect(playground.train).toBeInViewport();
  await playground.goTo("stage");
  // What was not in sight when the network changed is drawn now.
  await expect(playground.heatmap("z")).toHaveAccessibleName(/16 units/);
  const targets = page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button");
  const sizes = await targets.evaluateAll((all) =>
    all.map((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height)),
  );
  expect(sizes).toHaveLength(4);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  await test.step("in a window as high as a screen at 400 %, most of it is what is read", async () => {
    await page.setViewportSize({ width: 360, height: 225 });
    const places = await page.getByRole("navigation", { name: "Parts of the page" }).boundingBox();
    expect(places?.height ?? Number.NaN).toBeLessThan(60);
    await playground.heatmap("z").scrollIntoViewIfNeeded();
    await expect(playground.train).not.toBeInViewport();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(playground.train).toBeInViewport();
  });
  await test.step("a file that cannot be used brings its reason in sight", async () => {
    await page.mouse.wheel(0, 600);
    const transfer = await page.evaluateHandle(() => {
      const dragged = new DataTransfer();
      const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
      dragged.items.add(new File([bytes], "picture.txt", { type: "text/plain" }));
      return dragged;
    });
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    await expect(playground.data.getByRole("alert")).toBeInViewport();
  });
});

test("a tablet slides the settings in beside the stage, and Escape takes them away", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await playground.open();
  for (const row of ["z", "r", "n", "h"] as const) await expect(playground.heatmap(row)).toBeVisible();
  await expect(page.getByRole("region", { name: "Loss and accuracy" })).toBeInViewport();
  const field = playground.field("Hidden units");
  await expect(field).toBeHidden();
  await playground.goTo("settings");
  await expect(field).toBeInViewport();
  await field.press("Escape");
  await expect(field).toBeHidden();
  await expect(page.getByRole("button", { name: "Settings", exact: true })).toBeFocused();
  await playground.goTo("settings");
  await expect(field).toBeVisible();
  await playground.goTo("settings");
  await expect(field).toBeHidden();

  // Numbers as long as they become, in the readouts and in the table beside the stage.
  await playground.step.click();
  await playground.rest();
  for (const width of [1199, 1024, 960, 900, 800, 720]) {
    await page.setViewportSize({ width, height: 768 });
    await expect
      .poll(() => page.evaluate(tooWide, "header, [data-engine], main table"), { message: `${width} px` })
      .toEqual([]);
  }
});

/** What of these is wider than the place it has: text that lies over its neighbour's, and tables beyond their panel. */
function tooWide(parts: string): string[] {
  return Array.from(document.querySelectorAll(parts)).flatMap((part) => {
    const panel = (part.matches("table") && part.closest("section")) || part;
    const right = panel.getBoundingClientRect().right;
    return [part, ...part.querySelectorAll("*")]
      .filter((element) => {
        const { overflow, clipPath, display } = getComputedStyle(element);
        if (!element.textContent.trim()) return false;
        if (clipPath !== "none" || overflow !== "visible" || display === "inline") return false;
        return (
          element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > right + 1
        );
      })
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
  });
}

test("what a setting means opens at its sign, and what was changed goes back by itself", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  const sign = page.getByRole("button", { name: "About “Hidden units”" });
  const bubble = page.getByRole("tooltip");
  const about = /^H: size of a layer’s hidden state\./;
  await test.step("by pointer, keyboard and press", async () => {
    await playground.field("Hidden units").hover();
    await sign.hover();
    await expect(bubble).toHaveText(about);
    await playground.field("Hidden units").hover();
    await expect(bubble).toBeHidden();
    await playground.field("Hidden units").focus();
    await page.keyboard.press("Tab");
    await expect(sign).toBeFocused();
    await expect(bubble).toHaveText(about);
    await expect(sign).toHaveAccessibleDescription(about);
    await page.keyboard.press("Escape");
    await expect(bubble).toBeHidden();
  });
  await test.step("pressed, it stays while the page scrolls and the pointer leaves", async () => {
    await sign.click();
    await expect(bubble).toHaveText(about);
    await page.evaluate(async () => {
      const scrolled = new Promise((resolve) => window.addEventListener("scroll", resolve, { once: true }));
      window.scrollBy(0, 30);
      await scrolled;
    });
    await playground.field("Hidden units").hover();
    await expect(bubble).toHaveText(about);
    await expect(sign).toHaveAccessibleDescription(about);
    // It is beneath its line, wherever that is now.
    const gap = async () => {
      const [above, below] = [await sign.locator("../..").boundingBox(), await bubble.boundingBox()];
      return above && below ? Math.abs(below.y - (above.y + above.height) - 4) : Number.NaN;
    };
    await expect.poll(gap).toBeLessThan(1);
    await page.keyboard.press("Escape");
    await expect(bubble).toBeHidden();
    await sign.click();
    await playground.field("Batch size").click();
    await expect(bubble).toBeHidden();
  });
  await test.step("what is wrong with a value stays in sight, until there is another run", async () => {
    const field = playground.field("Hidden units");
    const { controls } = playground.words;
    const problem = page.getByText(controls.numberWanted({ integer: true, min: 8, max: 512 }));
    await field.fill("7");
    await page.keyboard.press("Tab");
    await expect(sign).toBeFocused();
    await expect(bubble).toHaveText(about);
    const boxes = await Promise.all([bubble, problem].map((one) => one.boundingBox()));
    const [first, second] = boxes.map((box) => box ?? { y: 0, height: 0 }).sort((a, b) => a.y - b.y);
    expect(first.y + first.height).toBeLessThanOrEqual(second.y);
    await page.keyboard.press("Escape");
    await playground.reset.click();
    await expect(problem).toBeHidden();
    await expect(field).toHaveValue("64");
  });
  const back = page.getByRole("button", { name: /^Back to hidden units/ });
  await expect(back).toBeHidden();
  await playground.setNumber("Hidden units", 16);
  await playground.expectNotice("hidden units 64 → 16");
  await playground.setNumber("Batch size", 8);
  await playground.expectNotice("batch size 32 → 8");
  await expect(page.getByRole("button", { name: "Back to batch size 32" })).toBeVisible();
  await back.click();
  await expect(playground.field("Hidden units")).toBeFocused();
  await playground.expectNotice("hidden units 16 → 64");
  await expect(playground.field("Hidden units")).toHaveValue("64");
  await expect(back).toBeHidden();
  // The other change stays.
  await expect(playground.field("Batch size")).toHaveValue("8");
});

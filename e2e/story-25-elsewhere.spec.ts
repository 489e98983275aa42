/** Story 25: the network is taken to other programs, and comes back from them. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { unzipSync, zipSync } from "fflate";
import { hearEngine } from "../scripts/faults/hearEngine";
import { decodeCheckpoint } from "../src/engine/train/decodeCheckpoint";
import { networkOf, type TravellingNetwork } from "../src/exchange/network";
import { fromOnnx } from "../src/exchange/onnx/fromOnnx";
import { readSafetensors } from "../src/exchange/safetensors/readSafetensors";
import { pickleLines } from "../src/ui/elsewhere/pickleLines";
import { identityOf } from "../src/words/message";
import { anyEngine, expect, type Playground, test } from "./playground";

/** Runs in the page: keeps the last state that the engine has told. */
function recordState(): void {
  addEventListener("engine", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { data } = event.detail;
    if (data?.type === "saved") Object.assign(window, { savedState: data.checkpoint.bytes });
  });
}

async function networkIn(page: Page): Promise<TravellingNetwork> {
  const bytes = await page.evaluate(async () => {
    const blob: Blob = Reflect.get(window, "savedState");
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  return networkOf(decodeCheckpoint(Uint8Array.from(bytes)));
}

type Format = keyof Playground["words"]["elsewhere"]["names"];

const dialogOf = ({ page, words }: Playground) => page.getByRole("dialog", { name: words.elsewhere.title });

async function openDialog({ page, words }: Playground): Promise<void> {
  await page.getByRole("button", { name: words.elsewhere.open }).click();
}

/** The files in the zip. */
async function downloaded(playground: Playground, format: Format): Promise<Record<string, Uint8Array>> {
  const { page, words } = playground;
  const { names, downloadAs } = words.elsewhere;
  const button = dialogOf(playground).getByRole("button", {
    name: downloadAs({ format: names[format] }),
    exact: true,
  });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(` - ${format} - \\d+\\.zip$`));
  return unzipSync(readFileSync(await download.path()));
}

test("the network is taken along with the weights that it has", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await hearEngine(page, recordState);
  await playground.openSmall();
  await playground.step.click();
  await playground.step.click();
  await playground.rest();
  await openDialog(playground);

  const taken = await downloaded(playground, "safetensors");
  expect(Object.keys(taken)).toEqual(["model.safetensors", "model.py", "check.json", "model_card.md"]);
  const { weights } = await networkIn(page);
  const safe = readSafetensors(taken["model.safetensors"]);
  if (!safe.ok) throw new Error(identityOf(safe.problem));
  const { tensors } = safe.value;
  expect(tensors.get("rnn.weight_hh_l0")).toEqual(weights.get("weight_hh_l0"));
  expect(tensors.get("head.weight")).toEqual(weights.get("head.weight"));
  expect(new TextDecoder().decode(taken["model_card.md"])).toContain("2 training steps");

  const { "model.onnx": onnxFile } = await downloaded(playground, "onnx");
  const onnx = fromOnnx(onnxFile);
  if (!onnx.ok) throw new Error(identityOf(onnx.problem));
  expect(networkOf(onnx.value.checkpoint).weights).toEqual(weights);

  // Its library is WebAssembly, which the page's policy has to let run.
  const { "model.keras": kerasFile } = await downloaded(playground, "keras");
  const keras = unzipSync(kerasFile);
  expect(new TextDecoder("latin1").decode(keras["model.weights.h5"].subarray(1, 4))).toBe("HDF");
  await page.keyboard.press("Escape");

  await test.step("both are recognised when they come back", async () => {
    const { openTitle, fits } = playground.words.elsewhere;
    for (const [name, bytes] of [
      ["mine.onnx", onnxFile],
      ["mine.keras", kerasFile],
      ["mine.zip", zipSync({ "model.onnx": onnxFile, "model_card.md": taken["model_card.md"] })],
    ] as const) {
      await drop(page, name, bytes);
      const dialog = page.getByRole("dialog", { name: openTitle({ name }) });
      await expect(dialog.getByText(fits)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    }
  });
});

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], fileName));
      return data;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

test("a network that was taken along comes back by drop, answers the same, and trains further", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const { words } = playground;
  await playground.openSmall();
  await playground.step.click();
  await playground.rest();
  const shown = async () => [
    await playground.node("h").getAttribute("aria-label"),
    await playground.nodeValue(words.cellNotes.nodes.updateGate.name),
  ];
  const before = await shown();
  await openDialog(playground);
  const { "model.safetensors": bytes } = await downloaded(playground, "safetensors");
  await page.keyboard.press("Escape");
  await expect(dialogOf(playground)).toBeHidden();
  await expect(page.getByRole("button", { name: words.elsewhere.open })).toBeFocused();
  for (let step = 0; step < 3; step++) await playground.step.click();
  await playground.rest();
  expect(await shown()).not.toEqual(before);

  await drop(page, "mine.safetensors", bytes);
  const dialog = page.getByRole("dialog", { name: words.elsewhere.openTitle({ name: "mine.safetensors" }) });
  await expect(dialog.getByText(words.elsewhere.fits)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await playground.expectNotice(words.run.brought({ name: "mine.safetensors" }));
  await playground.rest();
  expect(await shown()).toEqual(before);
  await playground.expectStep(0);
  await expect(playground.controls.getByText(words.transport.brought)).toBeVisible();
  await playground.step.click();
  await playground.expectStep(1);

  await test.step("a pickle is refused, with the lines that convert it", async () => {
    // A double click opens a dialog as a click does; it makes way for what is dropped.
    await page.getByRole("button", { name: words.kept.title, exact: true }).dblclick();
    await expect(page.getByRole("dialog", { name: words.kept.title })).toBeVisible();
    await drop(page, "model.pt", Uint8Array.from([0x80, 2, 0x7d, 0x71]));
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText(words.exchange.pickle);
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText(pickleLines);
  });
});

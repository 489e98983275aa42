/** Story 19: files that are not what they should be. */
import { strToU8, zipSync } from "fflate";
import { zip } from "./folders";
import { anyEngine, expect, test } from "./playground";

const names = [
  "toString",
  "constructor",
  "__proto__",
  "<img src=x onerror=document.title='run'>",
  "👩‍👩‍👧‍👦",
  "مرحبا",
  "x".repeat(3000),
];
const many = Array.from({ length: 6 }, (_, i) => i);

test("folders and words with any names are learned and shown, and what an archive withholds is said", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const texts = names.flatMap((name, k) =>
    many.map((i) => [`x/${name}/${i}.txt`, `${name.slice(0, 40)} valueOf hasOwnProperty ${i} ${k}`]),
  );
  const strange = zip("strange.zip", {
    ...Object.fromEntries(texts),
    "../../outside.txt": "outside",
    "x/toString/more.zip": zipSync({ "1.txt": strToU8("one") }),
  });
  await playground.open();
  const title = await page.title();
  await playground.openZip("openFolder", strange);
  await expect(playground.data.getByRole("heading", { name: "strange.zip" })).toBeVisible();
  await playground.data.getByRole("button", { name: "Data preparation" }).click();
  await expect(
    playground.data.getByText("“../../outside.txt” belongs outside the archive’s own folder"),
  ).toBeVisible();
  await expect(
    playground.data.getByText("“x/toString/more.zip” is an archive within the archive"),
  ).toBeVisible();
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(3);
  await playground.stopTraining();
  await expect(page.getByRole("columnheader", { name: "toString" }).first()).toBeVisible();
  await expect(page.getByText("stopped working")).toHaveCount(0);
  expect(await page.title()).toBe(title);
});

test("labels in the names of files, or in a list beside them, are asked for once, and can be trained on; a zip can be stopped", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  await test.step("each line of a text is an example of its name", async () => {
    const lines = (word: string) => many.map((i) => `${word} ${i}`).join("\n");
    await playground.openZip(
      "openFolder",
      zip("names.zip", { "n/Arabic.txt": lines("amin"), "n/Czech.txt": lines("novak") }),
    );
    await expect(page.getByText("Arabic.txt → Arabic")).toBeVisible();
    await page.getByRole("button", { name: "Use these labels" }).click();
    await expect(playground.data.getByRole("heading", { name: "names.zip" })).toBeVisible();
  });
  await test.step("tables are sequences, whose classes another table has", async () => {
    const sequences = many.map((i) => [
      `data/walk_${i + 1}.csv`,
      `a,b\n${many.map((t) => `${t * (i % 2)},${t}`).join("\n")}\n`,
    ]);
    const classes = `id,kind\n${many.map((i) => `${i + 1},${["slow", "fast"][i % 2]}`).join("\n")}\n`;
    await playground.openZip(
      "openFolder",
      zip("walks.zip", { ...Object.fromEntries(sequences), "classes.csv": classes }),
    );
    await expect(page.getByText("walk_2.csv → fast")).toBeVisible();
    await page.getByRole("button", { name: "Use these labels" }).click();
    await page.getByRole("button", { name: "Use this data" }).click();
    await expect(playground.data.getByRole("heading", { name: "walks.csv" })).toBeVisible();
  });
  await test.step("a zip that is being unpacked can be stopped, and the next one is read", async () => {
    const long = new Uint8Array(45 * 2 ** 20);
    const files = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`${"ab"[i % 2]}/${i}.txt`, long]));
    const bomb = { name: "bomb.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync(files)) };
    const letters = zip(
      "letters.zip",
      Object.fromEntries(
        many.flatMap((i) => [
          [`kind/${i}.txt`, `Thank you, ${i}`],
          [`harsh/${i}.txt`, `Go away, ${i}`],
        ]),
      ),
    );
    await playground.openZip("openFolder", bomb);
    const dialog = page.getByRole("dialog");
    await playground.inTheMoment(() => {
      const shown = document.querySelector("[role=dialog]");
      const stop = Array.from(shown?.querySelectorAll("button") ?? []).find(
        ({ textContent }) => textContent === "Stop",
      );
      if (!stop || !/4\stexts in 2\sfolders, whose names are the labels\./.test(shown?.textContent ?? ""))
        return false;
      stop.click();
      return true;
    });
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeVisible();
    // All of it would have been refused: there is no text in it.
    await expect(dialog.getByRole("alert")).toHaveCount(0);
    await playground.pickZip(letters);
    await expect(playground.data.getByRole("heading", { name: "letters.zip" })).toBeVisible();
  });
});

/**
 * A user teaches the network to tell sounds apart, lets it hear one from the microphone, and tells texts apart by their words.
 */
import { imaWav, wavFile } from "../src/data/sound/testing";
import { glide, wav, zip } from "./folders";
import { anyEngine, expect, type Playground, test } from "./playground";

// Chromium plays a beep into a microphone that does not exist, and asks nobody.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
      ],
    }),
});

const many = Array.from({ length: 30 }, (_, i) => i);
const birds = zip("birds.zip", {
  ...Object.fromEntries(many.map((i) => [`birds/up/${i}.wav`, wav(0.4, glide(400 + 20 * i, 1600, 0.4))])),
  ...Object.fromEntries(many.map((i) => [`birds/down/${i}.wav`, wav(0.4, glide(1600, 400 + 20 * i, 0.4))])),
  "birds/up/broken.wav": "no sound at all",
  "birds/README.md": "Two birds.",
});
const letters = zip(
  "letters.zip",
  Object.fromEntries(
    many.flatMap((i) => [
      [`kind/${i}.txt`, `Thank you so much for letter number ${i}, dear friend.`],
      [`harsh/${i}.txt`, `Do not ever write number ${i} to me again.`],
    ]),
  ),
);

async function trainTo(playground: Playground, words: RegExp) {
  await playground.neverStop();
  await playground.startTraining();
  await expect(playground.page.getByText(words).first()).toBeVisible();
  await playground.stopTraining();
}

test("sounds of one's own: opened, shown as a spectrogram, learned, and told apart", {
  tag: anyEngine,
}, async ({ playground, page }) => {
  await playground.open();
  await playground.openZip("openFolder", birds);
  await expect(playground.data.getByRole("heading", { name: "birds.zip" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await playground.data.getByRole("button", { name: "Data preparation" }).click();
  await expect(
    playground.data.getByText(/1\srecording\scould\snot\sbe\sused\s.*\s“up\/broken\.wav”/),
  ).toBeVisible();
  await expect(playground.fact("held out")).toHaveText("12");
  await expect(
    page.getByRole("img", { name: /^Spectrogram of 32 frequency bands over 19 frames/ }),
  ).toBeVisible();
  await trainTo(playground, /100\.0\s% are right/);
});

test("the sample of sounds: a recording is heard, and shown", { tag: anyEngine }, async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.useSample("Sounds");
  const recorder = page.getByRole("region", { name: "Record one" });
  await recorder.getByRole("button", { name: "Record" }).click();
  await recorder.getByRole("button", { name: "Stop" }).click({ delay: 1500 });
  await expect(recorder.getByRole("list", { name: "What the network hears in the sound" })).toBeVisible();
  await expect(recorder.getByRole("button", { name: "Play it" })).toBeVisible();
  await expect(page.getByText("Your recording").first()).toBeVisible();
});

test("a sound file is heard; a silent one, a folder without labels and a microphone that may not be used are explained", {
  tag: anyEngine,
}, async ({ playground, page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
    Object.defineProperty(navigator.mediaDevices, "getUserMedia", { value: refuse });
  });
  await playground.open();
  await test.step("what a folder lacks is said where it was chosen, and nothing is lost", async () => {
    await playground.openZip("openFolder", zip("one.zip", { "a/text.txt": "one" }));
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("alert")).toContainText("All texts of “one.zip” are in one folder");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(playground.data.getByRole("heading", { name: "Sample text" })).toBeVisible();
  });
  await playground.useSample("Sounds");
  const recorder = page.getByRole("region", { name: "Record one" });
  await recorder.getByRole("button", { name: "Record" }).click();
  await expect(recorder.getByRole("alert")).toContainText("does not let this page use the microphone");
  await expect(recorder.getByRole("button", { name: "Record" })).toBeEnabled();
  const open = (name: string, sound: Uint8Array) =>
    playground.giveFile(recorder.getByRole("button", { name: "Open a sound" }), {
      name,
      mimeType: "audio/wav",
      buffer: Buffer.from(sound),
    });
  await open(
    "silence.wav",
    wav(0.5, () => 0),
  );
  await expect(recorder.getByRole("alert")).toContainText("“silence.wav” is silent from beginning to end.");
  // No browser decodes telephone speech; ADPCM is converted.
  await open("call.wav", wavFile({ tag: 0x31, blockBytes: 65, bits: 0, data: new Uint8Array(650) }));
  await expect(recorder.getByRole("alert")).toContainText("Its format is GSM 6.10 in a WAV file");
  await open(
    "packed.wav",
    imaWav(
      256,
      Uint8Array.from({ length: 4096 }, (_, i) => (i * i) & 255),
    ),
  );
  await expect(recorder.getByRole("alert")).toBeHidden();
  await expect(page.getByText("packed.wav").first()).toBeVisible();
  await open("glide.wav", wav(0.8, glide(400, 1600, 0.8)));
  await expect(recorder.getByRole("alert")).toBeHidden();
  await expect(page.getByText("glide.wav").first()).toBeVisible();
  await expect(page.getByRole("img", { name: /^Spectrogram .* over 39 frames/ })).toBeVisible();
});

test("texts with labels, by words and by characters", async ({ playground, page }) => {
  await playground.open();
  await playground.openZip("openFolder", letters);
  await expect(playground.data.getByRole("heading", { name: "letters.zip" })).toBeVisible();
  await expect(playground.data.getByText(/The\snetwork\sreads\swords\./)).toBeVisible();
  await trainTo(playground, /100\.0\s% are right/);
  await playground.field("Probe text").fill("Thank you, friend");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(playground.symbols()).toHaveText(["Thank", "you", ",", "friend"]);
  await playground.data.getByText("Characters", { exact: true }).click();
  await expect(playground.data.getByText(/The\snetwork\sreads\scharacters\./)).toBeVisible();
});

test("a text read word by word is learned and written on", { tag: anyEngine }, async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.pasteText("The cat sat on the mat, and the dog sat too.\n".repeat(60));
  await playground.data.getByText("Words", { exact: true }).click();
  await expect(playground.fact("words")).toHaveText("840");
  await playground.startTraining();
  await playground.expectStepAbove(150);
  await playground.stopTraining();
  await page.getByRole("textbox", { name: "Prompt" }).fill("The cat sat");
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(page.getByRole("region", { name: "Generated text" })).toContainText(
    "The cat sat on the mat, and the dog sat too.",
  );
});

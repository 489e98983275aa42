/** Story 18: what a person opens stays on the computer, whatever the page does with it. */
import { createServer } from "node:http";
import { glide, png, smallTable, wav, zip } from "./folders";
import { anyEngine, expect, type Playground, test } from "./playground";
import { listening } from "./staticHost";

const many = Array.from({ length: 12 }, (_, i) => i);
const labelled = (ending: string, content: (label: number, i: number) => Uint8Array) =>
  Object.fromEntries(
    many.flatMap((i) => ["one", "two"].map((label, k) => [`${label}/${i}.${ending}`, content(k, i)])),
  );
const pictures = zip(
  "pictures.zip",
  labelled("png", (label, i) => png(12, 12, (x, y) => (((label ? x : y) + i) % 4) * 60 + i)),
);
const sounds = zip(
  "sounds.zip",
  labelled("wav", (label, i) =>
    wav(0.2, glide(label ? 400 + 20 * i : 1600, label ? 1600 : 400 + 20 * i, 0.2)),
  ),
);
/** Everything that a person does with the page, once. */
async function wholeSession(playground: Playground): Promise<void> {
  const { page } = playground;
  await playground.openSmall();
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(5);
  await playground.stopTraining();
  const writing = page.getByRole("region", { name: "Generate" });
  await writing.getByRole("button", { name: "Generate", exact: true }).click();
  await expect(writing.getByText(/^\d+\scharacters\swritten\sby\s.*\.$/)).toBeVisible();
  await page.getByRole("button", { name: "All equations of this cell" }).click();
  await expect(page.locator("math").first()).toBeVisible();
  await playground.lookAt("cost");
  const profile = page.getByRole("region", { name: "Profile" });
  await profile.getByRole("button", { name: "Measure" }).click();
  await expect(profile.getByRole("button", { name: "Measure again" })).toBeEnabled();

  await playground.pickTable(smallTable);
  await page.getByRole("dialog").getByRole("button", { name: "Use this data" }).click();
  await playground.expectData("wave.csv");
  await playground.openZip("openPictures", pictures);
  await page.getByRole("dialog").getByRole("button", { name: "Use these pictures" }).click();
  await playground.expectData("pictures.zip");
  await playground.openZip("openFolder", sounds);
  await playground.expectData("sounds.zip");
  await playground.step.click();
  await playground.rest();

  await page.getByRole("link", { name: "Benchmark" }).click();
  const benchmark = page.getByRole("region", { name: "Benchmark" });
  await benchmark.getByRole("button", { name: "Run", exact: true }).click();
  await expect(
    benchmark
      .getByRole("cell")
      .filter({ hasText: /\d\sms\s\(/ })
      .first(),
  ).toBeVisible();
  await benchmark.getByRole("button", { name: "Stop" }).click();
  await expect(benchmark.getByRole("button", { name: "Run again" })).toBeVisible();
}

test("in a whole session the page asks its own host alone, and refuses nothing of its own", {
  tag: anyEngine,
}, async ({ page, playground, baseURL }) => {
  const asked = new Set<string>();
  page.context().on("request", (request) => asked.add(request.url()));
  // Where there is one the browser says so in the console as well, which fails any test.
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      refused.push(`${violatedDirective}: ${blockedURI}`);
    });
  });
  await wholeSession(playground);
  expect(await page.evaluate(() => Reflect.get(window, "refused"))).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  const addresses = [...asked].filter((address) => !/^(blob|data):/.test(address));
  const ofOthers = addresses.filter((address) => !address.startsWith(String(baseURL)));
  expect(ofOthers).toEqual([]);
  // The log sees the page, its late parts, its workers, their threads, and what those ask for.
  for (const one of [
    "/TableDialog-",
    "/BenchmarkPage-",
    "/tableWorker-",
    "/pictureWorker-",
    "/folderWorker-",
    "/thread-",
    "/sample.txt",
  ])
    expect(
      addresses.filter((address) => address.includes(one)),
      one,
    ).not.toEqual([]);
});

test("what would carry something away is refused, on the page and in its worker", { tag: anyEngine }, async ({
  page,
  playground,
  errors,
}) => {
  errors.expect(/^console: .*Content Security Policy/);
  // The browser tells of a picture that it was to ask for, and then does not ask.
  errors.expect(/^request: .*\/picture$/);
  const reached: string[] = [];
  const elsewhere = createServer(({ url }, response) => {
    reached.push(String(url));
    response.setHeader("Access-Control-Allow-Origin", "*").end("thank you");
  });
  const address = await listening(elsewhere);
  try {
    await playground.open();
    const leak = (to: string) =>
      fetch(to, { method: "POST", body: "what I opened", mode: "no-cors" }).then(
        () => "sent",
        () => "refused",
      );
    expect(await page.evaluate(leak, `${address}page`)).toBe("refused");
    const engine = page.workers().find((worker) => worker.url().includes("/worker-"));
    expect(await engine?.evaluate(leak, `${address}worker`)).toBe("refused");
    const picture = (to: string) =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve("loaded");
        image.onerror = () => resolve("refused");
        image.src = to;
      });
    expect(await page.evaluate(picture, `${address}picture`)).toBe("refused");
    // Not at once: what the debugger itself asks for may read programs.
    const runsText = () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(Reflect.construct(Function, ["return true"])());
          } catch {
            resolve(false);
          }
        });
      });
    expect(await page.evaluate(runsText)).toBe(false);
    expect(reached).toEqual([]);
  } finally {
    elsewhere.close();
  }
});

test("the host sends the policy with the page and its workers, and the page has it by itself", {
  tag: anyEngine,
}, async ({ request }) => {
  const page = await request.get("./");
  const header = page.headers()["content-security-policy"];
  const html = await page.text();
  const [, own] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  expect(header).toBe(`${own.replaceAll("&#39;", "'")}; frame-ancestors 'self'`);
  const [, script] = /src="\.\/(assets\/[^"]+)"/.exec(html) ?? [];
  expect((await request.get(script)).headers()["content-security-policy"]).toBe(header);
});

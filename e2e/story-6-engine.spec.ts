/** Story 6: which engine runs, why, and the switch between the two. */
import { besideGpu, expect, test, withoutWebgpu } from "./playground";

test("says which engine runs and why, and both show the same numbers", {
  tag: [besideGpu, withoutWebgpu],
}, async ({ page, playground }) => {
  await page.goto("./");
  await playground.waitForGates();
  const hasGpu = playground.project !== "no-webgpu";
  expect(await page.evaluate(() => navigator.gpu !== undefined)).toBe(hasGpu);
  await expect(playground.engineControl).toHaveAccessibleName(/ automatic Engine$/);
  await playground.engineControl.click();
  const option = (name: string) => page.getByRole("option", { name, exact: true });
  await expect(option("Automatic")).toHaveAttribute("aria-selected", "true");
  if (hasGpu) {
    await expect(option("GPU (WebGPU)")).toBeEnabled();
    await expect(
      page.getByText(
        /^The\s(GPU|CPU)\sis\sfaster\swith\sthis\snetwork:\sa\sstep\stakes\sit\s[\d.]+\sms,\sand\sthe\s(CPU|GPU)\s[\d.]+\sms,\sas\smeasured\sjust\snow\.$/,
      ),
    ).toBeVisible();
    await expect(option("GPU (WebGPU)")).toHaveAccessibleDescription(/SwiftShader/i);
  } else {
    await expect(option("GPU (WebGPU)")).toBeDisabled();
    await expect(option("GPU (WebGPU)")).toHaveAccessibleDescription(/^Not available: .*WebGPU/);
    await expect(page.getByText(/^WebGPU\sis\snot\sused:\s.*does\snot\soffer\sWebGPU/)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await playground.takeProjectEngine();
  const reasons = {
    webgpu: /^You chose the GPU\./,
    cpu: /^You chose the CPU\./,
    "no-webgpu": /^WebGPU is not used: /,
  } as const;
  await playground.expectReason(reasons[playground.project]);

  const onFirst = await Promise.all(["New state h", "Candidate n"].map((name) => playground.nodeValue(name)));
  if (playground.project === "webgpu") {
    await playground.chooseEngine("CPU");
    await playground.expectCpu();
  } else if (playground.project === "cpu") {
    await playground.chooseEngine("GPU (WebGPU)");
    await playground.expectGpu();
  }
  await playground.timeSlider.press("ArrowRight");
  await playground.timeSlider.press("ArrowLeft");
  for (const [i, name] of ["New state h", "Candidate n"].entries()) {
    await expect
      .poll(async () => Math.abs((await playground.nodeValue(name)) - onFirst[i]), { message: name })
      .toBeLessThanOrEqual(0.001);
  }
});

test("the engine is switched while training, the run goes on, and the choice stays over a new text and new settings", {
  tag: [besideGpu, withoutWebgpu],
}, async ({ playground }) => {
  await playground.openSmall();
  await playground.setNumber("Learning rate", "0.02");
  await playground.startTraining();
  await playground.trainFor(3);
  const steps = await playground.recordSteps();
  if (playground.project === "no-webgpu") {
    await playground.chooseEngine("CPU");
    await playground.trainFor(3);
    await playground.chooseEngine("Automatic");
    await playground.expectCpu();
  } else {
    const engines =
      playground.project === "webgpu"
        ? (["CPU", "GPU (WebGPU)"] as const)
        : (["GPU (WebGPU)", "CPU"] as const);
    for (const engine of engines) {
      await playground.chooseEngine(engine);
      await (engine === "CPU" ? playground.expectCpu() : playground.expectGpu());
      await playground.trainFor(3);
    }
  }
  await playground.trainFor(3);
  await expect(playground.pause).toBeVisible();
  const seen = await steps();
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  await playground.stopTraining();

  const expectSame = () =>
    playground.project === "webgpu" ? playground.expectGpu() : playground.expectCpu();
  await playground.pasteText("one text or another\n".repeat(50));
  await playground.expectNotice("New data, fresh weights: Train starts from the beginning.");
  await expectSame();
  await playground.setNumber("Hidden units", 11);
  await playground.expectNotice("Started again: hidden units 16 → 11.");
  await expectSame();
  await playground.reset.click();
  await playground.expectNotice("Started again from fresh weights.");
  await expectSame();
  await playground.startTraining();
  await playground.expectStepAbove(3);
  await expectSame();
});

import { expect, it, vi } from "vitest";
import { fetchAhead } from "./fetchAhead";
import { type LateProgram, lateProgram, latePrograms } from "./lateProgram";
import { PartNotLoaded } from "./PartNotLoaded";

it("fetches what is not there, one after the other and each in idle time; a failure stops nothing", async () => {
  const said: string[] = [];
  const named = (name: string, load: () => Promise<string>) => {
    const program = lateProgram(async () => {
      said.push(name);
      return load();
    });
    expect(latePrograms.has(program)).toBe(true);
    return program;
  };
  const late: LateProgram<string>[] = [];
  const there = named("there", async () => "there");
  await there.get();
  const gone = named("gone", async () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const bringsAnother = named("bringsAnother", async () => {
    late.push(named("another", async () => "another"));
    programs.add(late[0]);
    return "bringsAnother";
  });
  const programs = new Set<LateProgram<unknown>>([there, gone, bringsAnother]);
  said.length = 0;
  await fetchAhead(programs, async () => void said.push("idle"));
  expect(said).toEqual(["idle", "gone", "idle", "bringsAnother", "idle", "another"]);
  expect([there, gone, bringsAnother, late[0]].map(({ part }) => part)).toEqual([
    "there",
    null,
    "bringsAnother",
    "another",
  ]);
});

it("whoever waits shares the attempts, and can ask again", async () => {
  vi.useFakeTimers();
  let attempts = 0;
  const defect = new Error("a defect");
  const program = lateProgram(async () => {
    attempts++;
    if (attempts <= 2) throw defect;
    return attempts;
  });
  const [first, second] = [program.get(), program.get()];
  const outcomes = Promise.allSettled([first, second]);
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(await outcomes).toEqual([
    { status: "rejected", reason: defect },
    { status: "rejected", reason: defect },
  ]);
  expect(attempts).toBe(2);
  expect(await program.get()).toBe(3);
  expect(program.part).toBe(3);
});

it("whoever asks again is answered sooner", async () => {
  vi.useFakeTimers();
  const attempts: number[] = [];
  const program = lateProgram(async () => {
    attempts.push(Date.now());
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const failed = async () => {
    const outcome = program.get().catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await outcome).toBeInstanceOf(PartNotLoaded);
    return attempts.splice(0).map((at, _, [first]) => at - first);
  };
  expect(await failed()).toEqual([0, 500, 2_000, 6_000]);
  expect(await failed()).toEqual([0, 500]);
  vi.useRealTimers();
});

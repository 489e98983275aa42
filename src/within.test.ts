import { expect, it, vi } from "vitest";
import { within } from "./within";

it("gives what comes in time, value or reason", async () => {
  expect(await within(1000, Promise.resolve(7))).toBe(7);
  await expect(within(1000, Promise.reject(new Error("forbidden")))).rejects.toThrow("forbidden");
});

it("waits no longer than it says", async () => {
  vi.useFakeTimers();
  const late = within(3000, new Promise<number>(() => {}));
  const rejected = expect(late).rejects.toThrow("There was no answer within 3 s.");
  await vi.advanceTimersByTimeAsync(3000);
  await rejected;
  vi.useRealTimers();
});

import "fake-indexeddb/auto";
import { afterAll, expect, it } from "vitest";
import { lateKeeper } from "./lateKeeper";
import { openTestPage, TestLocks } from "./testPage";

const page = openTestPage({ locks: new TestLocks(), channel: "late" });
afterAll(() => page.close());

it("that does not come is said to, and comes with the next need", async () => {
  const said: string[] = [];
  let starts = 0;
  const keeper = lateKeeper(
    async () => {
      starts++;
      if (starts === 1) throw new Error("It is not there.");
      return page.keeper;
    },
    ({ key }) => said.push(key),
  );
  // Two that need it at once wait for the same.
  const both = await Promise.allSettled([keeper(), keeper()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect([starts, said]).toEqual([1, ["faults.nothingKept"]]);
  expect(await keeper()).toBe(page.keeper);
  expect(await keeper()).toBe(page.keeper);
  expect([starts, said.length]).toEqual([2, 1]);
});

import { expect, it, vi } from "vitest";
import { taskOfItsOwn } from "./taskOfItsOwn";

it("gives everything that waits a task of its own, in the order in which it has asked", async () => {
  const tasks: (() => void)[] = [];
  const microtasks = () => new Promise((resolve) => setImmediate(resolve));
  vi.stubGlobal("setTimeout", (task: () => void) => tasks.push(task));
  const said: string[] = [];
  for (const name of ["first", "second", "third"]) void taskOfItsOwn().then(() => said.push(name));
  const byTask: string[][] = [];
  await microtasks();
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    task();
    await microtasks();
    byTask.push(said.splice(0));
  }
  vi.unstubAllGlobals();
  expect(byTask).toEqual([["first"], ["second"], ["third"]]);
});

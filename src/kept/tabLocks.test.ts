import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TestLocks } from "../store/keeping/testPage";
import { TabLocks } from "./tabLocks";

const nobody = { onChange: () => undefined, onWanted: () => undefined, onTaken: () => undefined };
let name: string;
let channels: BroadcastChannel[];

beforeEach(() => {
  // Messages come as they come.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  name = `locks ${Math.random()}`;
  channels = [];
});
afterEach(() => {
  for (const channel of channels) channel.close();
  vi.useRealTimers();
});

function channel(): BroadcastChannel {
  const opened = new BroadcastChannel(name);
  channels.push(opened);
  return opened;
}

/** Resolves when a tab beside them has heard a message of this kind. */
const heard = (type: string) =>
  new Promise<void>((resolve) => {
    channel().onmessage = ({ data }) => {
      if (data.type === type) setImmediate(resolve);
    };
  });

it("leaves a tab that answers the time to let go", async () => {
  const { manager } = new TestLocks();
  const wanted: string[] = [];
  const one = new TabLocks(manager, channel(), { ...nobody, onWanted: (id) => wanted.push(id) });
  const two = new TabLocks(manager, channel(), nobody);
  expect(await one.hold("a")).toBe(true);
  const isLeaving = heard("leaving");
  const taken = two.take("a");
  await isLeaving;
  expect(wanted).toEqual(["a"]);
  vi.advanceTimersByTime(20_000);
  expect([one.holds("a"), two.holds("a")]).toEqual([true, false]);
  one.release("a");
  expect(await taken).toBe(true);
  expect(two.holds("a")).toBe(true);
});

it("takes a run from a tab that does not answer, and from one that does not let go", async () => {
  for (const isSilent of [true, false]) {
    const { manager } = new TestLocks();
    const lost: string[] = [];
    const ofOne = channel();
    const one = new TabLocks(manager, ofOne, { ...nobody, onTaken: (id) => lost.push(id) });
    const two = new TabLocks(manager, channel(), nobody);
    await one.hold("a");
    if (isSilent) ofOne.close();
    const isAsked = heard(isSilent ? "wanted" : "leaving");
    const taken = two.take("a");
    await isAsked;
    vi.advanceTimersByTime(isSilent ? 10_000 : 30_000);
    expect(await taken).toBe(true);
    expect([lost, two.holds("a")]).toEqual([["a"], true]);
  }
});

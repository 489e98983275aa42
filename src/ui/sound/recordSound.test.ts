import { afterEach, expect, it, vi } from "vitest";
import { message } from "../../words/message";
import { recordingProblem, recordSound } from "./recordSound";

it.each([
  ["NotAllowedError", message("sound.notAllowed")],
  ["NotFoundError", message("sound.notFound")],
  ["NotReadableError", message("sound.notReadable")],
  ["SecurityError", message("sound.notSecure")],
  ["NoAnswer", message("sound.noAnswer")],
  ["BrokeOff", message("sound.brokeOff")],
])("says what to do about a %s", (name, said) => {
  expect(recordingProblem(new DOMException("Whatever the browser says.", name))).toEqual(said);
});

it("repeats what it does not know", () => {
  expect(recordingProblem(new Error("It broke."))).toEqual(message("sound.failed", { said: "It broke." }));
});

/** A microphone for which permission is given when `grant` is called. */
function microphone() {
  const stop = vi.fn();
  let grant = () => {};
  const promise = new Promise<unknown>((resolve) => {
    grant = () => resolve({ getTracks: () => [{ stop }] });
  });
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: () => promise } });
  return { stop, grant };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("does not wait for permission for ever, and lets the microphone go that comes too late", async () => {
  vi.useFakeTimers();
  const { stop, grant } = microphone();
  const recording = recordSound({ onBegin: () => undefined, signal: new AbortController().signal });
  const ended = expect(recording).rejects.toMatchObject({ name: "NoAnswer" });
  await vi.advanceTimersByTimeAsync(60_000);
  await ended;
  expect(stop).not.toHaveBeenCalled();
  grant();
  await vi.advanceTimersByTimeAsync(0);
  expect(stop).toHaveBeenCalledOnce();
});

it("can be stopped while it waits for permission, which is no problem to be told", async () => {
  const { stop, grant } = microphone();
  const controller = new AbortController();
  const recording = recordSound({ onBegin: () => undefined, signal: controller.signal });
  controller.abort();
  const cause = await recording.catch((reason: unknown) => reason);
  expect(recordingProblem(cause)).toBeNull();
  grant();
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce(), { timeout: 60_000 });
});

it("says that a recording broke off, and lets the microphone go", async () => {
  const { stop, grant } = microphone();
  class BrokenRecorder {
    onerror = () => {};
    start = () => this.onerror();
  }
  vi.stubGlobal("MediaRecorder", BrokenRecorder);
  grant();
  const recording = recordSound({ onBegin: () => undefined, signal: new AbortController().signal });
  const cause = await recording.catch((reason: unknown) => reason);
  expect(recordingProblem(cause)).toEqual(message("sound.brokeOff"));
  expect(stop).toHaveBeenCalledOnce();
});

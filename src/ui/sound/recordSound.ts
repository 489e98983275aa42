/** A short recording from the microphone. */

import { within } from "../../within";
import { type Message, message } from "../../words/message";

/** Longer ones are hardly ever what a network of short sounds was trained on. */
export const maxRecordingSeconds = 3;

/** In which somebody has seen the browser's question, and answered it. */
const permissionMs = 60_000;
/** A recorder has this long to hand over what it recorded once it is told to stop. */
const endingMs = 5000;

interface RecordingOptions {
  /** The user has allowed it, and the microphone listens. */
  readonly onBegin: () => void;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

/**
 * Asks for the microphone if it has to, and listens for at most `maxRecordingSeconds`. Rejects where there is none, or no permission
 * in time; with an `AbortError` where it was stopped before it began.
 */
export async function recordSound({ onBegin, signal }: RecordingOptions): Promise<Blob> {
  // There is none where the page came over plain http.
  if (!navigator.mediaDevices) throw new DOMException("Not a secure context.", "SecurityError");
  // The network should hear what there is, not what a telephone would make of it.
  const asked = navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  const stream = await within(permissionMs, Promise.race([asked, abortOf(signal)])).catch((cause) => {
    // Where permission comes after all, the microphone is not left on.
    asked.then(release, () => undefined);
    throw cause;
  });
  try {
    const recorder = new MediaRecorder(stream);
    const recorded = recordingOf(recorder);
    const stop = () => recorder.state === "inactive" || recorder.stop();
    signal.addEventListener("abort", stop);
    const timer = setTimeout(stop, 1000 * maxRecordingSeconds);
    onBegin();
    return await within(1000 * maxRecordingSeconds + endingMs, recorded).finally(() => clearTimeout(timer));
  } finally {
    release(stream);
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function recordingOf(recorder: MediaRecorder): Promise<Blob> {
  const parts: Blob[] = [];
  return new Promise((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.onerror = () => reject(new DOMException("The recorder failed.", "BrokeOff"));
    recorder.start();
  });
}

/** Why there is no recording, and what to do; null where that was wanted. The names are those of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia. */
export function recordingProblem(cause: unknown): Message | null {
  const name = cause instanceof Error ? cause.name : "";
  switch (name) {
    case "NotAllowedError":
      return message("sound.notAllowed");
    case "NotFoundError":
      return message("sound.notFound");
    case "NotReadableError":
      return message("sound.notReadable");
    case "AbortError":
      return null;
    case "NoAnswer":
      return message("sound.noAnswer");
    case "BrokeOff":
      return message("sound.brokeOff");
    case "SecurityError":
      return message("sound.notSecure");
    default:
      return message("sound.failed", { said: cause instanceof Error ? cause.message : String(cause) });
  }
}

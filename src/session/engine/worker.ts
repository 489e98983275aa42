/** The engine's worker: a session between the messages of the page. */
import { openDB } from "idb";
import { sampleTexts } from "../../data/samples/sampleTexts";
import { requestWebgpuBackend } from "../../engine/backends/webgpu/webgpu";
import { decodeCheckpoint } from "../../engine/train/decodeCheckpoint";
import type { Command, Ping, Pong, SessionEvent } from "../protocol";
import { EngineSession } from "./engineSession";
import { fetchPublic, loadSample } from "./publicFiles";

const calibrationKey = (adapter: string) => `calibration of ${adapter}`;

/** A database of its own: it outlives the runs that are kept, and does not wait for them. */
const calibrations = () =>
  openDB("gru-calibrations", 1, { upgrade: (database) => void database.createObjectStore("calibrations") });

/** Snapshots are never used again on this side: their arrays move instead of being copied. */
function transfersOf(event: SessionEvent): ArrayBufferLike[] {
  if (event.type !== "snapshot") return [];
  const { layers, answer } = event.snapshot;
  const answers = answer.kind === "class" ? answer.probabilities : answer.values;
  const seen = layers.flatMap(({ gates, hidden, inputPart, hiddenPart }) => [
    gates,
    hidden,
    inputPart,
    hiddenPart,
  ]);
  return [...seen, answers].flatMap((array) => (array ? [array.buffer] : []));
}

const session = new EngineSession({
  emit: (event) =>
    self.postMessage(event, { transfer: transfersOf(event).filter((b) => b instanceof ArrayBuffer) }),
  requestWebgpu: () => requestWebgpuBackend(navigator.gpu),
  calibrations: {
    // Where storage is forbidden, it throws at once instead of rejecting.
    read: async (adapter) => (await calibrations()).get("calibrations", calibrationKey(adapter)),
    write: async (adapter, calibration) =>
      void (await (await calibrations()).put("calibrations", calibration, calibrationKey(adapter))),
  },
  loadSample,
  loadPretrained: async (language) => {
    const file = await fetchPublic(sampleTexts[language].checkpoint);
    return decodeCheckpoint(new Uint8Array(await file.arrayBuffer()));
  },
});

const pong: Pong = { type: "pong" };

self.addEventListener("message", ({ data }: MessageEvent<Command | Ping>) => {
  // Answered between two tasks of the event loop, whatever the session does: it never keeps the loop for long.
  if (data.type === "ping") self.postMessage(pong);
  else session.handle(data);
});

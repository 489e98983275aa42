/** The worker that reads pictures: a reader between the messages of the page, and the browser's own decoder. */
import type { Pixels } from "../../data/images/imageSequence";
import type { PictureCommand, PictureEvent } from "../pictureProtocol";
import type { Heard } from "../readerProtocol";
import { buffersOf, withSpares } from "./buffersOf";
import { PictureReader } from "./pictureReader";

/** Of the longer side, in pixels. What is larger is made smaller as it is drawn, for networks read much smaller ones. */
const maxSide = 512;

/** PNG, JPEG, WebP and whatever else the browser knows, the right way up. */
async function decode(file: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser does not draw in workers.");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function transfersOf(event: PictureEvent): ArrayBuffer[] {
  if (event.type === "second") return buffersOf(event.read.data);
  if (event.type !== "previewed") return [];
  return event.pictures.flatMap(({ values }) => (values ? [values.buffer] : []));
}

const reader = new PictureReader({
  emit: (event) => {
    const { message, transfer } =
      event.type === "prepared" ? withSpares(event) : { message: event, transfer: transfersOf(event) };
    self.postMessage(message, { transfer });
  },
  decode,
});

self.addEventListener("message", ({ data }: MessageEvent<Heard<PictureCommand>>) => reader.handle(data));

/** Drawing what the network reads, and what it answers. */
import { list } from "./phrases";

export const draw = {
  title: "Draw one",
  pad: "Drawing pad",
  invitation: "Draw here",
  clear: "Clear",
  drawing: "Your drawing",
  pictureHint: ({ width, height }: { readonly width: number; readonly height: number }): string =>
    `Read as ${width}\u00a0×\u00a0${height} pixels, where it lies on the pad: draw it large and in the middle. With the keyboard, choose an example above.`,
  strokeHint:
    "Read as movements of the pen while you draw; size, place and speed do not matter. With the keyboard, choose an example above.",
  /** @param labels all classes */
  drawFirst: ({ labels }: { readonly labels: readonly string[] }): string =>
    `The network knows ${list(labels, 12)}. Draw one, and what it sees stands here.`,
  recordFirst: ({ labels }: { readonly labels: readonly string[] }): string =>
    `The network knows ${list(labels, 12)}. Record one, and what it hears stands here.`,
  seen: "What the network sees in the drawing",
  heard: "What the network hears in the sound",
};

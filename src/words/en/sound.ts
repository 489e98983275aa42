/** Recording a sound as the probe. */
import { counted } from "./phrases";

export const sound = {
  title: "Record one",
  record: "Record",
  stop: "Stop",
  open: "Open a sound",
  play: "Play it",
  hint: ({ seconds }: { readonly seconds: number }): string =>
    `At most ${counted(seconds, "second")}. Quiet beginnings and ends are cut off; loudness does not matter. Nothing leaves this computer.`,
  asking: "Waiting for the microphone…",
  listening: "Listening…",
  recording: "Your recording",
  another: "Use another.",
  useAnother: "Use another, or record again.",
  notAllowed:
    "The browser does not let this page use the microphone. Allow it beside the page’s address, and record again.",
  noAnswer:
    "The browser has not answered whether this page may use the microphone, or recorded nothing. Allow it beside the page’s address, and record again.",
  notFound: "No microphone was found. Connect one and record again, or open a sound file.",
  notReadable:
    "The microphone cannot be used now; another program may have it. Close that program, and record again.",
  notSecure:
    "Browsers let a page record only when it comes over https. Open the page by https, or open a sound file.",
  brokeOff: "The recording broke off. Record again, or open a sound file.",
  failed: ({ said }: { readonly said: string }): string =>
    `Recording failed (${said}). Record again, or open a sound file.`,
};

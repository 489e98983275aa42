/** Saves a picture under a name that says what it is of, of which data, and after how many training steps. */
import { useRef } from "react";
import { message } from "../../words/message";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useSay } from "../words/useWords";
import { type ChartPicture, pngOf } from "./chartPicture";
import { fileName, saveFile } from "./saveFile";

export const pictureKinds = ["svg", "png"] as const;
export type PictureKind = (typeof pictureKinds)[number];

/**
 * @param title what it is of
 * @param draw is given the title with the data's name
 * @param step of another moment than that of the run
 */
type Saving = (
  title: string,
  kind: PictureKind,
  draw: (heading: string) => ChartPicture | null,
  step?: number,
) => Promise<void>;

export function useSaving(): Saving {
  const say = useSay();
  const store = usePlaygroundStore();
  const now = useRun((run) => run.step);
  const busy = useRef(false);
  return async (title, kind, draw, step = now) => {
    if (busy.current) return;
    busy.current = true;
    const { data, notify } = store.getState();
    const of = say(data?.name ?? "");
    try {
      const picture = draw(`${title} · ${of}`);
      if (!picture) return;
      const name = fileName(of, title, step, kind);
      saveFile(
        name,
        kind === "svg" ? new Blob([picture.text], { type: "image/svg+xml" }) : await pngOf(picture),
      );
      notify("info", message("takeAlong.pictureSaved", { name }));
    } finally {
      busy.current = false;
    }
  };
}

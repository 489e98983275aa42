/** A chart as a file: an SVG or a PNG, with its title and legend. */
import { ImageDown } from "lucide-react";
import { type RefObject, useRef } from "react";
import { message } from "../../words/message";
import { Action } from "../controls/Action";
import layout from "../styles/layout.module.css";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import { type ChartPicture, chartPicture, pngOf } from "./chartPicture";
import { fileName, saveFile } from "./saveFile";

interface SavePictureProps {
  /** Has a `figure` with the chart, and may have its legend, which is hidden from readers of the screen. */
  readonly of: RefObject<HTMLElement | null>;
  readonly title: string;
}

export function SavePicture({ of, title }: SavePictureProps) {
  const draw = (heading: string) => {
    const figure = of.current?.querySelector("figure");
    const legend = of.current?.querySelector<HTMLElement>("p[aria-hidden]") ?? null;
    return figure ? chartPicture(figure, legend, heading) : null;
  };
  return <SaveDrawn title={title} draw={draw} />;
}

interface SaveDrawnProps {
  readonly title: string;
  /** @param heading what it is of, and of which data */
  readonly draw: (heading: string) => ChartPicture | null;
}

/** A picture that is drawn when it is asked for. */
export function SaveDrawn({ title, draw }: SaveDrawnProps) {
  const { takeAlong: words } = useAllWords();
  const say = useSay();
  const store = usePlaygroundStore();
  const step = useRun((run) => run.step);
  const busy = useRef(false);
  const save = async (kind: "svg" | "png") => {
    if (busy.current) return;
    busy.current = true;
    const { data, notify } = store.getState();
    try {
      const picture = draw(`${title} · ${say(data?.name ?? "")}`);
      if (!picture) return;
      const name = fileName(say(data?.name ?? ""), title, step, kind);
      saveFile(
        name,
        kind === "svg" ? new Blob([picture.text], { type: "image/svg+xml" }) : await pngOf(picture),
      );
      notify("info", message("takeAlong.pictureSaved", { name }));
    } finally {
      busy.current = false;
    }
  };
  return (
    <div className={layout.actions}>
      {(["svg", "png"] as const).map((kind) => (
        <Action
          key={kind}
          weight="quiet"
          aria-label={words.savePicture({ title, kind: kind.toUpperCase() })}
          onPress={() => void save(kind)}
        >
          <ImageDown size={13} aria-hidden="true" />
          {kind.toUpperCase()}
        </Action>
      ))}
    </div>
  );
}

/** A chart as a file: an SVG or a PNG, with its title and legend. */
import { ImageDown } from "lucide-react";
import type { RefObject } from "react";
import { Action } from "../controls/Action";
import layout from "../styles/layout.module.css";
import { useAllWords } from "../words/useWords";
import { type ChartPicture, chartPicture, lineLegend } from "./chartPicture";
import styles from "./SavePicture.module.css";
import { pictureKinds, useSaving } from "./useSaving";

interface SavePictureProps {
  /** Has a `figure` with the chart, and may have its legend, which is hidden from readers of the screen. */
  readonly of: RefObject<HTMLElement | null>;
  readonly title: string;
}

export function SavePicture({ of, title }: SavePictureProps) {
  const draw = (heading: string) => {
    const figure = of.current?.querySelector("figure");
    const legend = of.current?.querySelector<HTMLElement>("p[aria-hidden]") ?? null;
    if (!figure) return null;
    return chartPicture(figure, { title: heading }, (host, width) =>
      legend ? lineLegend(legend, host, width) : null,
    );
  };
  return <SaveDrawn title={title} draw={draw} />;
}

interface SaveDrawnProps {
  /** What it is of, or what that is when the picture is asked for. */
  readonly title: string | (() => string);
  /** What the buttons call it, where that is not the title. */
  readonly label?: string;
  /** Of another moment than that of the run. */
  readonly step?: () => number;
  /** @param heading what it is of, and of which data */
  readonly draw: (heading: string) => ChartPicture | null;
}

/** A picture that is drawn when it is asked for. */
export function SaveDrawn({ title, label, step, draw }: SaveDrawnProps) {
  const { takeAlong: words } = useAllWords();
  const saving = useSaving();
  const titleNow = () => (typeof title === "string" ? title : title());
  return (
    <div className={`${layout.actions} ${styles.kinds}`}>
      {pictureKinds.map((kind) => (
        <Action
          key={kind}
          weight="quiet"
          aria-label={words.savePicture({ title: label ?? titleNow(), kind: kind.toUpperCase() })}
          onPress={() => void saving(titleNow(), kind, draw, step?.())}
        >
          <ImageDown size={13} aria-hidden="true" />
          {kind.toUpperCase()}
        </Action>
      ))}
    </div>
  );
}

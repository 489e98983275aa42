/** The heatmap of a gate that has a number for each input and none for a unit: pointing at one is pointing at its time step. */
import { useCallback } from "react";
import type { CellRow } from "../../cells/cellDescription";
import { PictureCanvas } from "../paint/PictureCanvas";
import { paintPlane } from "../paint/paintPlane";
import type { StageView, StageViewStore } from "../stageView";
import { fittedHeight } from "./laneWindow";
import { picturedRow } from "./rows";

interface InputHeatmapProps {
  readonly view: StageViewStore;
  readonly row: CellRow;
  readonly steps: number;
  /** I */
  readonly rows: number;
  readonly label: string;
}

export function InputHeatmap({ view, row, steps, rows, label }: InputHeatmapProps) {
  const paint = useCallback(
    (image: ImageData, view: StageView) => {
      const { plane, scale } = picturedRow(view, row);
      if (plane) paintPlane(image, plane, scale);
    },
    [row],
  );
  return (
    <PictureCanvas
      view={view}
      label={label}
      steps={steps}
      rows={rows}
      height={fittedHeight(rows)}
      paint={paint}
      live
    />
  );
}

/** All layers and directions as a strip of small pictures of their states, of which one is open: the rows and the cell show it. */

import { useRef } from "react";
import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { newStatePlane } from "../../cells/layerPlanes";
import layout from "../../styles/layout.module.css";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { type LayerShape, layerAbout, layerOption } from "../layerWords";
import { colourScale } from "../paint/colourScale";
import { paintCells } from "../paint/paintCells";
import { range } from "../paint/range";
import { useRedraw } from "../paint/useRedraw";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./LayerLane.module.css";
import { samplesOfAll } from "./laneWindow";
import { StageLane } from "./StageLane";

interface LayerLaneProps {
  readonly view: StageViewStore;
  readonly layers: readonly LayerShape[];
  readonly index: number;
}

export function LayerLane({ view, layers, index }: LayerLaneProps) {
  const store = usePlaygroundStore();
  const words = useWords();
  const choose = (keys: Set<Key>) => {
    const [key] = keys;
    if (key !== undefined) store.getState().selectLayer(Number(key));
  };
  return (
    <StageLane label={<p className={`${text.hint} ${styles.about}`}>{layerAbout(words, layers, index)}</p>}>
      <ToggleButtonGroup
        className={`${layout.inSight} ${styles.strip}`}
        aria-label={words.stage.layer}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(index)]}
        onSelectionChange={choose}
      >
        {range(layers.length).map((i) => (
          <ToggleButton key={i} id={String(i)} className={styles.layer}>
            <LayerPicture view={view} index={i} />
            {layerOption(words, layers, i)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </StageLane>
  );
}

/** CSS pixels. */
const [width, height] = [64, 24];

/** What the layer does, its units as they are stored. */
function LayerPicture({ view, index }: { readonly view: StageViewStore; readonly index: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(null);
  const draw = ({ snapshot, steps, theme }: StageView) => {
    const layer = snapshot?.layers[index];
    const plane = layer && newStatePlane(layer, "h");
    const cells = { steps: samplesOfAll(steps, width), units: samplesOfAll(plane?.width ?? 1, height) };
    paintCells(canvas.current, image, plane, colourScale("state", theme), cells);
  };
  useLive(view, (now, before) => {
    if (now.snapshot !== before?.snapshot || now.theme !== before?.theme) draw(now);
  });
  useRedraw(canvas, () => draw(view.getState()));
  return <canvas ref={canvas} className={styles.picture} style={{ width, height }} />;
}

/** The lanes as a file: a menu of the kinds of picture, beside what zooms them. */
import { ImageDown } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { cellDescriptions } from "../../cells/registry";
import { Action } from "../../controls/Action";
import menu from "../../styles/menu.module.css";
import { type PictureKind, pictureKinds, useSaving } from "../../takeAlong/useSaving";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords } from "../../words/useWords";
import { layerName } from "../layerWords";
import { hasOrder, orderWords } from "../order/orderUnits";
import { range } from "../paint/range";
import type { StageViewStore } from "../stageView";
import { lanesPicture } from "./lanesPicture";
import type { Enlarged, LaneImage } from "./picturePlot";
import { traceColours } from "./traces";

interface SaveLanesProps {
  readonly view: StageViewStore;
  /** Whether under each symbol stands what is expected there. */
  readonly answered: boolean;
}

export function SaveLanes({ view, answered }: SaveLanesProps) {
  const words = useAllWords();
  const { takeAlong } = words;
  const store = usePlaygroundStore();
  const saving = useSaving();
  const save = (kind: PictureKind) => {
    const now = view.getState();
    const { snapshot, layers, layerIndex, cellName, units, changedSince } = now;
    if (!snapshot) return;
    const description = cellDescriptions[cellName];
    const { unitOrder } = store.getState();
    const note = takeAlong.lanesNote({
      step: snapshot.step,
      units,
      since: changedSince?.step ?? null,
      cell: words.choiceNames[`cell:${cellName}`],
      order:
        takeAlong.laneOrders[
          hasOrder(description, unitOrder) ? orderWords(description, unitOrder) : "stored"
        ],
    });
    const layer = layers.length > 1 ? layerName(words, layers, layerIndex) : null;
    const draw = (title: string) =>
      lanesPicture(
        words,
        now,
        description.rows,
        { title, note, answered },
        {
          href: hrefOf,
          traceColours: lightTraceColours(),
        },
      );
    void saving(takeAlong.lanesPicture({ layer }), kind, draw, snapshot.step);
  };
  return (
    <MenuTrigger>
      <Action weight="quiet" aria-label={takeAlong.saveLanes}>
        <ImageDown size={14} aria-hidden="true" />
      </Action>
      <Popover className={menu.popover} placement="bottom end">
        <Menu className={menu.list} aria-label={takeAlong.saveLanes}>
          {pictureKinds.map((kind) => (
            <MenuItem
              key={kind}
              id={kind}
              className={menu.item}
              textValue={takeAlong.saveLanesAs[kind].label}
              onAction={() => save(kind)}
            >
              <Text slot="label" className={menu.name}>
                {takeAlong.saveLanesAs[kind].label}
              </Text>
              <Text slot="description" className={menu.about}>
                {takeAlong.saveLanesAs[kind].about}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function lightTraceColours(): readonly string[] {
  const host = document.createElement("div");
  host.dataset["theme"] = "light";
  document.body.append(host);
  const style = getComputedStyle(host);
  const colours = range(traceColours).map((i) => style.getPropertyValue(`--trace-${i + 1}`).trim());
  host.remove();
  return colours;
}

/** A PNG that the picture bears in itself. */
function hrefOf(image: LaneImage, { across, down }: Enlarged): string {
  const whole = document.createElement("canvas");
  [whole.width, whole.height] = [across * image.width, down * image.height];
  const context = whole.getContext("2d");
  if (!context) return "";
  context.imageSmoothingEnabled = false;
  context.drawImage(canvasOf(image), 0, 0, whole.width, whole.height);
  return whole.toDataURL("image/png");
}

function canvasOf({ width, height, data }: LaneImage): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

/**
 * The layers. Layer l reads x, or what layer l - 1 gives: its states after every step, both directions side by side, with
 * dropout. The tensors of a direction end in its suffix; what a layer gives is `out_l0`, `out_l1`, …, its gradient
 * `dOut_l0`, `dOut_l1`, ….
 */

import type { Section } from "../plan/plan";
import { type Cell, type CellSite, editableValues, rowWidth } from "./cells/cell";
import { type CellName, cells } from "./cells/registry";
import { type Direction, directions, directionsOf, drops } from "./config";
import { columnsOf, copyBlock } from "./copy";
import { type Layout, wantsInputGradient } from "./layout";

export const directionsOfLayer = ({ config }: Layout, layer: number): readonly Direction[] =>
  directions(config).filter((direction) => direction.layer === layer);

export const outputSize = ({ config }: Layout, layer: number): number =>
  directionsOf(config).length * config.hiddenSizes[layer];

/** Salts of the masks of dropout: of a layer's output, and of a direction's state. */
const outputSalt = (layer: number) => layer;
const stateSalt = ({ layer, reverse }: Direction) => 100 + 2 * layer + reverse;

/** A share as a threshold for 32 random bits. */
const threshold = (share: number) => Math.floor(share * 2 ** 32);

const dropsOutputs = ({ config, options }: Layout, layer: number): boolean =>
  config.dropout > 0 && options.mode === "train" && layer < config.hiddenSizes.length - 1;

export function stackForward(layout: Layout): void {
  const { plan, config, options } = layout;
  if (options.mode === "train" && drops(config)) plan.tensor("dropoutSeed", [2], "input", "i32");
  for (let layer = 0; layer < config.hiddenSizes.length; layer++) {
    for (const direction of directionsOfLayer(layout, layer)) directionForward(layout, direction);
    joinOutputs(layout, layer);
  }
}

function directionForward(layout: Layout, direction: Direction): void {
  const { plan, config, options, T, B } = layout;
  const { hiddenSize: H, inputSize: I, reverse, suffix } = direction;
  const cell = cells[config.cell];
  const states = cell.states.length;
  const state = plan.tensor(`state${suffix}`, [states, T + 1, B, H], "activation");
  plan.view(`hBefore${suffix}`, state, reverse * B * H, [T, B, H]);
  plan.view(`hOut${suffix}`, state, (1 - reverse) * B * H, [T, B, H]);
  if (options.editable) plan.tensor(`edits${suffix}`, [2, T, rowWidth(editableValues(cell, I, H))], "input");
  if (drawsStateMask(layout)) {
    const mask = plan.tensor(`stateMask${suffix}`, [B, H], "activation");
    const dims = { length: B * H, threshold: threshold(config.recurrentDropout), salt: stateSalt(direction) };
    plan.step("forward", "dropoutMask", { seed: "dropoutSeed", mask }, dims);
  }
  if (options.stateful) {
    plan.tensor(`carried${suffix}`, [states, B, H], "input");
    carryIn(layout, direction);
  }
  if (options.continued) nameEnds(layout, direction);
  const site = siteOf(layout, direction);
  cell.forward(site);
  if (options.mode === "inspect") inspectCell(config.cell, site);
  if (options.stateful && options.mode !== "train") carryOut(layout, direction, "forward");
}

function inspectCell(name: CellName, site: CellSite): void {
  const cell: Cell = cells[name];
  cell.inspect?.(site);
}

const drawsStateMask = ({ config, options }: Layout): boolean =>
  config.recurrentDropout > 0 && options.mode === "train";

/** All states of a direction where they wait between runs, `carried` [S, B, H], and in the row of one moment. */
function carriedBlocks({ config, T, B }: Layout, { hiddenSize, suffix }: Direction, row: number) {
  const rows = cells[config.cell].states.length;
  const columns = B * hiddenSize;
  const carried = columnsOf(`carried${suffix}`, columns);
  const state = columnsOf(`state${suffix}`, (T + 1) * columns, row * columns);
  return { carried, state, rows, columns };
}

/** `continuedStates`. */
function nameEnds({ plan, config, options, T, B }: Layout, { hiddenSize: H, suffix }: Direction): void {
  for (const s of cells[config.cell].states.keys()) {
    const first = s * (T + 1) * B * H;
    if (options.stateful) plan.view(`begin${suffix}_${s}`, `carried${suffix}`, s * B * H, [B, H]);
    else plan.view(`begin${suffix}_${s}`, `state${suffix}`, first, [B, H]);
    plan.view(`end${suffix}_${s}`, `state${suffix}`, first + T * B * H, [B, H]);
  }
}

function carryIn(layout: Layout, direction: Direction): void {
  const { carried, state, ...size } = carriedBlocks(layout, direction, 0);
  copyBlock(layout.plan, "forward", { from: carried, to: state, ...size });
}

function carryOut(layout: Layout, direction: Direction, section: Section, clip?: string): void {
  const { carried, state, ...size } = carriedBlocks(layout, direction, layout.T);
  copyBlock(layout.plan, section, { from: state, to: carried, ...size, ...(clip && { clip }) });
}

/** After a training step, and only after one that changed the parameters: a step that is not finite can be taken back. */
export function stackUpdate(layout: Layout): void {
  if (!layout.options.stateful) return;
  for (const direction of directions(layout.config)) carryOut(layout, direction, "update", "clip");
}

function joinOutputs(layout: Layout, layer: number): void {
  const { plan, config, T, B, N } = layout;
  const out = `out_l${layer}`;
  const given = dropsOutputs(layout, layer) ? `given_l${layer}` : out;
  const size = outputSize(layout, layer);
  if (config.bidirectional) {
    plan.tensor(given, [T, B, size], "activation");
    for (const { reverse, hiddenSize: H, suffix } of directionsOfLayer(layout, layer)) {
      const place = columnsOf(given, size, reverse * H);
      copyBlock(plan, "forward", { from: columnsOf(`hOut${suffix}`, H), to: place, rows: N, columns: H });
    }
  } else plan.view(given, `hOut_l${layer}`, 0, [T, B, size]);
  if (!dropsOutputs(layout, layer)) return;
  const mask = plan.tensor(`outMask_l${layer}`, [T, B, size], "activation");
  plan.tensor(out, [T, B, size], "activation");
  const length = N * size;
  const drawn = { length, threshold: threshold(config.dropout), salt: outputSalt(layer) };
  plan.step("forward", "dropoutMask", { seed: "dropoutSeed", mask }, drawn);
  plan.step("forward", "applyMask", { x: given, mask, out }, { length, period: length });
}

/** Declares `dH` of every direction of a layer, and `dOut`, in which they lie side by side. */
export function declareOutputGradient(layout: Layout, layer: number): void {
  const { plan, config, T, B } = layout;
  for (const { hiddenSize, suffix } of directionsOfLayer(layout, layer))
    plan.tensor(`dH${suffix}`, [T, B, hiddenSize], "activation");
  if (config.bidirectional) plan.tensor(`dOut_l${layer}`, [T, B, outputSize(layout, layer)], "activation");
  else plan.view(`dOut_l${layer}`, `dH_l${layer}`, 0, [T, B, outputSize(layout, layer)]);
}

/** From `dOut` to `dH` of every direction. */
export function partOutputGradient(layout: Layout, layer: number): void {
  const { plan, config, N } = layout;
  if (!config.bidirectional) return;
  const size = outputSize(layout, layer);
  for (const { reverse, hiddenSize: H, suffix } of directionsOfLayer(layout, layer)) {
    const part = columnsOf(`dOut_l${layer}`, size, reverse * H);
    copyBlock(plan, "backward", { from: part, to: columnsOf(`dH${suffix}`, H), rows: N, columns: H });
  }
}

/** The head leaves `dH` of the last layer's directions. */
export function stackBackward(layout: Layout): void {
  const { plan, config, T, B, N } = layout;
  for (let layer = config.hiddenSizes.length - 1; layer >= 0; layer--) {
    if (layer > 0) declareOutputGradient(layout, layer - 1);
    const sum = inputGradient(layout, layer);
    // The gradient of what the layer below gives is declared already, unless dropout lies between.
    if (sum && (layer === 0 || dropsOutputs(layout, layer - 1)))
      plan.tensor(sum, [T, B, directionsOfLayer(layout, layer)[0].inputSize], "activation");
    for (const direction of directionsOfLayer(layout, layer)) {
      const site = siteOf(layout, direction);
      const dX = site.wanted.x;
      if (direction.reverse && dX) plan.tensor(dX, [T, B, site.I], "activation");
      cells[config.cell].backward(site);
      // Both directions read the same x.
      if (direction.reverse && dX && sum)
        plan.step("backward", "add", { x: dX, out: sum }, { length: N * site.I });
    }
    if (layer > 0) belowBackward(layout, layer - 1);
  }
}

/** The tensor for the gradient of what a layer reads, or null where nobody asks for it. */
function inputGradient(layout: Layout, layer: number): string | null {
  if (layer === 0) return wantsInputGradient(layout) ? "gradient/x" : null;
  const below = layer - 1;
  return dropsOutputs(layout, below) ? `dDropped_l${below}` : `dOut_l${below}`;
}

/** What the layer above has left goes back through dropout, and to both directions. */
function belowBackward(layout: Layout, layer: number): void {
  if (dropsOutputs(layout, layer)) {
    const length = layout.N * outputSize(layout, layer);
    const slots = { x: `dDropped_l${layer}`, mask: `outMask_l${layer}`, out: `dOut_l${layer}` };
    layout.plan.step("backward", "applyMask", slots, { length, period: length });
  }
  partOutputGradient(layout, layer);
}

function siteOf(layout: Layout, direction: Direction): CellSite {
  const { plan, options, T, B } = layout;
  const { layer, reverse, inputSize: I, hiddenSize: H, suffix } = direction;
  const sum = inputGradient(layout, layer);
  return {
    plan,
    T,
    B,
    I,
    H,
    reverse,
    x: layer === 0 ? "x" : `out_l${layer - 1}`,
    named: (name) => `${name}${suffix}`,
    options: {
      ...(options.masked && { lengths: "lengths" }),
      ...(drawsStateMask(layout) && { stateMask: `stateMask${suffix}` }),
      ...(options.editable && { edits: `edits${suffix}` }),
    },
    wanted: { parameters: options.mode === "train", x: sum && reverse ? `dX${suffix}` : sum },
  };
}

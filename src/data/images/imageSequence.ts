/**
 * One picture as a sequence: brought to a size, in grey or colour, its rows or columns the time steps.
 *
 * Symbols: w, h width and height of the picture; W, H of what the network reads; C channels.
 */

/** As a canvas has them: red, green, blue and opacity of each pixel, 0 to 255, row after row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

export interface ImageOptions {
  readonly width: number;
  readonly height: number;
  readonly colour: "grey" | "colour";
  readonly steps: "rows" | "columns";
  /** What becomes of another shape: its edge's mean colour around it, its sides cut off, or the whole stretched. */
  readonly fit: "pad" | "crop" | "stretch";
}

export const channelsOf = ({ colour }: Pick<ImageOptions, "colour">): 1 | 3 => (colour === "grey" ? 1 : 3);

/** Numbers from 0 to 1: [H, W·C] with rows as steps, [W, H·C] with columns. */
export function imageSequence(pixels: Pixels, options: ImageOptions): Float32Array<ArrayBuffer> {
  return asSteps(resample(pixels, options), options);
}

/** From [H, W, C] to the steps that the options ask for. */
export function asSteps(
  values: Float32Array<ArrayBuffer>,
  options: Pick<ImageOptions, "width" | "height" | "colour" | "steps">,
): Float32Array<ArrayBuffer> {
  if (options.steps === "rows") return values;
  const { width: W, height: H } = options;
  const C = channelsOf(options);
  return Float32Array.from(values, (_, i) => {
    const x = Math.floor(i / (H * C));
    const y = Math.floor(i / C) % H;
    return values[(y * W + x) * C + (i % C)];
  });
}

/** [H, W, C]: each pixel is the mean of the area that it covers in the picture. */
export function resample(pixels: Pixels, options: ImageOptions): Float32Array<ArrayBuffer> {
  const { width: w, height: h } = pixels;
  const { width: W, height: H, fit } = options;
  const C = channelsOf(options);
  const [stepX, stepY] = pixelSize(w / W, h / H, fit);
  const columns = spans(w, W, stepX);
  const rows = spans(h, H, stepY);
  const source = channels(pixels, C);
  const background = fit === "pad" ? edgeMean(source, w, h, C) : new Float32Array(C);
  // First along x, [h, W, C], then along y.
  const narrow = new Float32Array(h * W * C);
  for (let y = 0; y < h; y++) {
    for (let X = 0; X < W; X++) {
      const { first, weights } = columns[X];
      for (let c = 0; c < C; c++) {
        let sum = columns[X].outside * background[c];
        for (let k = 0; k < weights.length; k++) sum += weights[k] * source[(y * w + first + k) * C + c];
        narrow[(y * W + X) * C + c] = sum;
      }
    }
  }
  const result = new Float32Array(H * W * C);
  for (let Y = 0; Y < H; Y++) {
    const { first, weights, outside } = rows[Y];
    for (let i = 0; i < W * C; i++) {
      let sum = outside * background[i % C];
      for (let k = 0; k < weights.length; k++) sum += weights[k] * narrow[(first + k) * W * C + i];
      result[Y * W * C + i] = sum;
    }
  }
  return result;
}

/** How many pixels of the picture one of the result covers in x and in y. */
function pixelSize(x: number, y: number, fit: ImageOptions["fit"]): readonly [number, number] {
  if (fit === "stretch") return [x, y];
  const both = fit === "pad" ? Math.max(x, y) : Math.min(x, y);
  return [both, both];
}

/** What one place of the result covers of a row or column: pixels from `first` on, by their shares, and what lies outside. */
interface Span {
  readonly first: number;
  readonly weights: readonly number[];
  readonly outside: number;
}

/** Of each of the result's places, centred; `step` is the width of one in pixels of the picture. */
function spans(size: number, places: number, step: number): readonly Span[] {
  const origin = (size - places * step) / 2;
  return Array.from({ length: places }, (_, i) => {
    const from = origin + i * step;
    const to = from + step;
    const first = Math.min(size - 1, Math.max(0, Math.floor(from)));
    const last = Math.min(size, Math.ceil(to));
    const weights: number[] = [];
    for (let k = first; k < last; k++) {
      weights.push(Math.max(0, Math.min(to, k + 1) - Math.max(from, k)) / step);
    }
    const inside = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, weights, outside: Math.max(0, 1 - inside) };
  });
}

/** [h, w, C] from 0 to 1; what is transparent shows white. */
function channels({ width, height, data }: Pixels, C: 1 | 3): Float32Array<ArrayBuffer> {
  const values = new Float32Array(width * height * C);
  for (let i = 0; i < width * height; i++) {
    const opacity = data[4 * i + 3] / 255;
    const over = (value: number) => (value / 255) * opacity + 1 - opacity;
    const [red, green, blue] = [over(data[4 * i]), over(data[4 * i + 1]), over(data[4 * i + 2])];
    // Brightness as television weighs it (ITU-R BT.601), which is meant for values such as a file has them.
    if (C === 1) values[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
    else values.set([red, green, blue], 3 * i);
  }
  return values;
}

/** The mean colour of the outermost pixels. */
function edgeMean(values: Float32Array, w: number, h: number, C: number): Float32Array {
  const mean = new Float32Array(C);
  let count = 0;
  for (let y = 0; y < h; y++) {
    const inner = y > 0 && y < h - 1;
    for (let x = 0; x < w; x += inner ? Math.max(1, w - 1) : 1) {
      for (let c = 0; c < C; c++) mean[c] += values[(y * w + x) * C + c];
      count++;
    }
  }
  return mean.map((sum) => sum / count);
}

/**
 * A canvas at the screen's own resolution, empty, whose drawing is in CSS pixels; null where there is nothing to draw on.
 * @param left where in its plot the canvas begins; what is drawn on it has the plot's own places.
 */
export function sizedContext(
  canvas: HTMLCanvasElement,
  left: number,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext("2d");
  if (!context || width === 0) return null;
  const ratio = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  canvas.style.left = `${left}px`;
  canvas.style.width = `${width}px`;
  context.setTransform(ratio, 0, 0, ratio, -left * ratio, 0);
  context.clearRect(left, 0, width, height);
  return context;
}

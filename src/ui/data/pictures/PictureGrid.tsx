/** Some of the pictures as the network would read them, upright, with their labels. */
import { useEffect, useEffectEvent, useRef } from "react";
import { asSteps, channelsOf, type ImageOptions } from "../../../data/images/imageSequence";
import type { PreviewedPicture } from "../../../session/pictureProtocol";
import { useRedraw } from "../../stage/paint/useRedraw";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import styles from "./PictureGrid.module.css";

interface PictureGridProps {
  readonly options: ImageOptions;
  readonly pictures: readonly PreviewedPicture[];
}

export function PictureGrid({ options, pictures }: PictureGridProps) {
  const { folders } = useAllWords();
  return (
    <ul className={styles.grid} aria-label={folders.someOfThem}>
      {pictures.map(({ name, label, values }) => (
        <li key={name} className={styles.item} title={name}>
          {values ? (
            <Thumbnail name={name} options={options} values={values} />
          ) : (
            <span className={styles.broken}>{folders.unreadable}</span>
          )}
          <span className={`${text.hint} ${text.line} ${styles.label}`}>{label}</span>
        </li>
      ))}
    </ul>
  );
}

interface ThumbnailProps {
  readonly name: string;
  readonly options: ImageOptions;
  /** [T, I] */
  readonly values: Float32Array;
}

function Thumbnail({ name, options, values }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = () => {
    const context = canvas.current?.getContext("2d");
    if (context) context.putImageData(upright(values, options), 0, 0);
  };
  const redraw = useEffectEvent(draw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what `redraw` draws
  useEffect(() => redraw(), [values, options]);
  useRedraw(canvas, draw);
  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      width={options.width}
      height={options.height}
      role="img"
      aria-label={name}
    />
  );
}

function upright(values: Float32Array, options: ImageOptions): ImageData {
  const { width, height } = options;
  const channels = channelsOf(options);
  // Columns read as rows of the picture on its side: the same turn brings them back.
  const pixels = asSteps(Float32Array.from(values), { ...options, width: height, height: width });
  const image = new ImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      image.data[4 * i + c] = Math.round(255 * pixels[i * channels + (channels === 3 ? c : 0)]);
    }
    image.data[4 * i + 3] = 255;
  }
  return image;
}

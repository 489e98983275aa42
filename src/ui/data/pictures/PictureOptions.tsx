/** How pictures are brought to what the network reads. */
import { channelsOf, type ImageOptions } from "../../../data/images/imageSequence";
import type { AllWords } from "../../../words/catalogue";
import { Choice, type Option } from "../../controls/Choice";
import { SelectField, type SelectOption } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import styles from "./PictureOptions.module.css";

const sizes = [16, 20, 24, 28, 32, 48, 64] as const;
const sizeOptions: readonly SelectOption<string>[] = sizes.map((size) => ({
  value: String(size),
  label: `${size} × ${size}`,
}));
const colourOptions = ({ folders }: AllWords): readonly Option<ImageOptions["colour"]>[] => [
  { value: "grey", label: folders.grey },
  { value: "colour", label: folders.inColour },
];
const stepOptions = ({ folders }: AllWords): readonly Option<ImageOptions["steps"]>[] => [
  { value: "rows", label: folders.rows },
  { value: "columns", label: folders.columns },
];
const fitOptions = ({ folders }: AllWords): readonly SelectOption<ImageOptions["fit"]>[] => [
  { value: "pad", label: folders.pad, about: folders.padAbout },
  { value: "crop", label: folders.crop, about: folders.cropAbout },
  { value: "stretch", label: folders.stretch, about: folders.stretchAbout },
];

interface PictureOptionsProps {
  readonly options: ImageOptions;
  readonly onChange: (change: Partial<ImageOptions>) => void;
}

export function PictureOptions({ options, onChange }: PictureOptionsProps) {
  const words = useAllWords();
  const { folders, files } = words;
  const { width, height, steps } = options;
  const [count, across] = steps === "rows" ? [height, width] : [width, height];
  const numbers = across * channelsOf(options);
  return (
    <div className={styles.options}>
      <div className={styles.fields}>
        <SelectField
          label={folders.pixels}
          value={String(options.width)}
          options={sizeOptions}
          onChange={(size) => onChange({ width: Number(size), height: Number(size) })}
        />
        <SelectField
          label={folders.otherShapes}
          value={options.fit}
          options={fitOptions(words)}
          onChange={(fit) => onChange({ fit })}
        />
        <Choice
          label={folders.colour}
          value={options.colour}
          options={colourOptions(words)}
          onChange={(colour) => onChange({ colour })}
        />
        <Choice
          label={folders.steps}
          value={options.steps}
          options={stepOptions(words)}
          onChange={(steps) => onChange({ steps })}
        />
      </div>
      <p className={text.quiet}>{files.pictureSteps({ steps: count, step: steps, numbers })}</p>
    </div>
  );
}

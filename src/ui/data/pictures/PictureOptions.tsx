/** How pictures are brought to what the network reads. */
import type { ImageOptions } from "../../../data/images/imageSequence";
import { Choice, type Option } from "../../controls/Choice";
import { SelectField, type SelectOption } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import styles from "./PictureOptions.module.css";
import { readingInWords } from "./pictureWords";

const sizes = [16, 20, 24, 28, 32, 48, 64] as const;
const sizeOptions: readonly SelectOption<string>[] = sizes.map((size) => ({
  value: String(size),
  label: `${size} × ${size}`,
}));
const colourOptions: readonly Option<ImageOptions["colour"]>[] = [
  { value: "grey", label: "Grey" },
  { value: "colour", label: "Colour" },
];
const stepOptions: readonly Option<ImageOptions["steps"]>[] = [
  { value: "rows", label: "Rows" },
  { value: "columns", label: "Columns" },
];
const fitOptions: readonly SelectOption<ImageOptions["fit"]>[] = [
  { value: "pad", label: "Kept whole", about: "The mean colour of its edge fills the rest." },
  { value: "crop", label: "Cut to a square", about: "The middle is used." },
  { value: "stretch", label: "Stretched", about: "The whole picture, out of shape." },
];

interface PictureOptionsProps {
  readonly options: ImageOptions;
  readonly onChange: (change: Partial<ImageOptions>) => void;
}

export function PictureOptions({ options, onChange }: PictureOptionsProps) {
  return (
    <div className={styles.options}>
      <div className={styles.fields}>
        <SelectField
          label="Pixels"
          value={String(options.width)}
          options={sizeOptions}
          onChange={(size) => onChange({ width: Number(size), height: Number(size) })}
        />
        <SelectField
          label="Other shapes"
          value={options.fit}
          options={fitOptions}
          onChange={(fit) => onChange({ fit })}
        />
        <Choice
          label="In"
          value={options.colour}
          options={colourOptions}
          onChange={(colour) => onChange({ colour })}
        />
        <Choice
          label="Time steps are"
          value={options.steps}
          options={stepOptions}
          onChange={(steps) => onChange({ steps })}
        />
      </div>
      <p className={text.quiet}>{readingInWords(options)}</p>
    </div>
  );
}

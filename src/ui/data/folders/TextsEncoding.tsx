/** From which encoding the texts of a folder are read. */
import { everyEncoding } from "../../../data/encodings";
import { SelectField } from "../../controls/SelectField";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords } from "../../words/useWords";
import { labelledOptions } from "../table/labelledOptions";

const byBytes = "byBytes";

/** Nothing where no folder of texts is in use. */
export function TextsEncoding() {
  const store = usePlaygroundStore();
  const words = useAllWords();
  const folder = usePlayground((state) => state.usedFolder);
  if (folder?.content !== "texts") return null;
  return (
    <SelectField
      layout="stacked"
      label={words.data.encoding}
      value={folder.options.encoding ?? byBytes}
      options={[
        { value: byBytes, label: words.data.encodingByBytes },
        ...labelledOptions(everyEncoding, words.tableDialog.encodings),
      ]}
      onChange={(encoding) => store.getState().readTextsFrom(encoding === byBytes ? null : encoding)}
    />
  );
}

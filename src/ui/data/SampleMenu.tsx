/** The samples that come with the page, each with what it asks. */

import { BookOpen, ChevronDown } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { generatedSampleNames } from "../../data/samples/sampleNames";
import type { DataSource } from "../../session/protocol";
import type { Language } from "../../words/language";
import { Action } from "../controls/Action";
import menu from "../styles/menu.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./SampleMenu.module.css";

type Sample = "text" | (typeof generatedSampleNames)[number];
const samples: readonly Sample[] = ["text", ...generatedSampleNames];

const sourceOf = (sample: Sample, language: Language): DataSource =>
  sample === "text" ? { kind: "sample", language } : { kind: "generated", sample };

export function SampleMenu() {
  const words = useAllWords();
  const store = usePlaygroundStore();
  return (
    <MenuTrigger>
      <Action>
        <BookOpen size={15} aria-hidden="true" />
        {words.data.samples}
        <ChevronDown size={15} aria-hidden="true" />
      </Action>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom start">
        <Menu
          className={menu.list}
          onAction={(key) => {
            const chosen = samples.find((sample) => sample === key);
            if (chosen) store.getState().loadData(sourceOf(chosen, words.language));
          }}
        >
          {samples.map((sample) => (
            <MenuItem key={sample} id={sample} className={menu.item} textValue={words.samples[sample]}>
              <Text slot="label" className={menu.name}>
                {words.samples[sample]}
              </Text>
              <Text slot="description" className={menu.about}>
                {words.samples.about[sample]}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

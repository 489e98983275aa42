/** The samples that come with the page, each with what it asks. */

import { BookOpen, ChevronDown } from "lucide-react";
import { type Key, Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import type { SampleDescription } from "../../data/samples/sampleNames";
import { generatedSampleNames } from "../../data/samples/sampleNames";
import type { DataSource } from "../../session/protocol";
import { Action } from "../controls/Action";
import menu from "../styles/menu.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import styles from "./SampleMenu.module.css";

const text: SampleDescription = {
  title: "Sample text",
  about: "A short play: which character comes next?",
};
const samples = Object.entries({ text, ...generatedSampleNames });

const isGenerated = (key: Key): key is keyof typeof generatedSampleNames =>
  Object.hasOwn(generatedSampleNames, key);
const sourceOf = (key: Key): DataSource =>
  isGenerated(key) ? { kind: "generated", sample: key } : { kind: "sample" };

export function SampleMenu() {
  const store = usePlaygroundStore();
  return (
    <MenuTrigger>
      <Action>
        <BookOpen size={15} aria-hidden="true" />
        Samples
        <ChevronDown size={15} aria-hidden="true" />
      </Action>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom start">
        <Menu className={menu.list} onAction={(key) => store.getState().loadData(sourceOf(key))}>
          {samples.map(([id, { title, about }]) => (
            <MenuItem key={id} id={id} className={menu.item} textValue={title}>
              <Text slot="label" className={menu.name}>
                {title}
              </Text>
              <Text slot="description" className={menu.about}>
                {about}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What the lanes show: what is, or how it has changed. */

import { Diff } from "lucide-react";
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, Text } from "react-aria-components";
import { laneChanges } from "../../store/state";
import { Action } from "../controls/Action";
import menu from "../styles/menu.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./LaneChangeMenu.module.css";

export function LaneChangeMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const store = usePlaygroundStore();
  const { past } = useAllWords();
  const chosen = usePlayground((state) => state.laneChange);
  const pinnedStep = usePlayground((state) => state.pinned?.step ?? null);
  const choose = (keys: "all" | Set<unknown>) => {
    const change = laneChanges.find((one) => keys !== "all" && keys.has(one));
    if (change) store.getState().showChange(change);
  };
  return (
    <MenuTrigger>
      <Action
        weight="quiet"
        aria-label={past.lanes}
        isDisabled={isDisabled}
        data-on={chosen === "none" ? undefined : ""}
      >
        <Diff size={15} aria-hidden="true" className={chosen === "none" ? undefined : styles.on} />
      </Action>
      <Popover className={menu.popover} placement="bottom end">
        <Menu className={menu.list} aria-label={past.lanes}>
          <MenuSection
            aria-label={past.lanes}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[chosen]}
            onSelectionChange={choose}
          >
            {laneChanges.map((change) => (
              <MenuItem
                key={change}
                id={change}
                className={menu.item}
                textValue={past.changes[change].label}
                isDisabled={change === "pinned" && pinnedStep === null}
              >
                <Text slot="label" className={menu.name}>
                  {past.changes[change].label}
                </Text>
                <Text slot="description" className={menu.about}>
                  {change === "pinned" && pinnedStep !== null
                    ? past.pinned({ step: pinnedStep })
                    : past.changes[change].about}
                </Text>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={styles.line} />
          <MenuItem
            id="pin"
            className={menu.item}
            textValue={past.pin}
            onAction={() => store.getState().pinFrame()}
          >
            <Text slot="label" className={menu.name}>
              {past.pin}
            </Text>
            <Text slot="description" className={menu.about}>
              {past.pinAbout}
            </Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

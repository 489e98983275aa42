/** One thing of a list to choose from, with a sentence about it. */
import { ListBoxItem, Text } from "react-aria-components";
import menu from "../styles/menu.module.css";

interface ListOptionProps {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly isDisabled?: boolean;
}

export function ListOption({ id, name, about, isDisabled = false }: ListOptionProps) {
  return (
    <ListBoxItem className={menu.item} id={id} textValue={name} isDisabled={isDisabled}>
      <Text slot="label" className={menu.name}>
        {name}
      </Text>
      {about && (
        <Text slot="description" className={menu.about}>
          {about}
        </Text>
      )}
    </ListBoxItem>
  );
}

/** A button in one of the page's weights; a link is no more than its words. */
import { Button, type ButtonProps } from "react-aria-components";
import styles from "./Action.module.css";

interface ActionProps extends ButtonProps {
  readonly weight?: "primary" | "plain" | "quiet" | "link";
}

export function Action({ weight = "plain", ...rest }: ActionProps) {
  return <Button {...rest} className={`${styles.action} ${styles[weight]}`} />;
}

/** A button in one of the page's weights; a link is no more than its words. */
import { useLayoutEffect, useRef } from "react";
import { Button, type ButtonProps } from "react-aria-components";
import styles from "./Action.module.css";
import { leaveFocus } from "./focusBefore";

interface ActionProps extends ButtonProps {
  readonly weight?: "primary" | "plain" | "quiet" | "link";
}

export function Action({ weight = "plain", ...rest }: ActionProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { isDisabled = false } = rest;
  useLayoutEffect(() => {
    const { current } = button;
    if (!current) return;
    if (isDisabled) leaveFocus(current);
    return () => leaveFocus(current);
  }, [isDisabled]);
  return <Button {...rest} ref={button} className={`${styles.action} ${styles[weight]}`} />;
}

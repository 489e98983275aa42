/**
 * Where there is no room for all parts of the page side by side: on a phone a bar at the bottom, which shows one of them; on a tablet a
 * rail beside the stage, which slides in what is trained on and how.
 */
import { ChartLine, Database, type LucideIcon, Rows3, SlidersHorizontal } from "lucide-react";
import type { Ref } from "react";
import { ToggleButton } from "react-aria-components";
import type { LessonPart } from "../../kept/linkForm";
import { useWords } from "../words/useWords";
import styles from "./PlaceBar.module.css";
import { arrangement, type Place, places } from "./places";

const icons: Readonly<Record<Place, LucideIcon>> = {
  stage: Rows3,
  data: Database,
  settings: SlidersHorizontal,
  results: ChartLine,
};

interface PlaceBarProps {
  readonly place: Place;
  /** Parts that the link in the address leaves out. */
  readonly hidden: readonly LessonPart[];
  readonly onChange: (place: Place) => void;
  readonly ref: Ref<HTMLElement>;
}

export function PlaceBar({ place, hidden, onChange, ref }: PlaceBarProps) {
  const { page } = useWords();
  const shown = places.filter((name) => !hidden.some((part) => part === name));
  if (shown.length === 1) return null;
  return (
    <nav ref={ref} className={styles.bar} aria-label={page.parts}>
      {shown.map((name) => {
        const Icon = icons[name];
        return (
          <ToggleButton
            key={name}
            className={styles.place}
            data-place={name}
            isSelected={name === place}
            // What slides in goes by the same press; of a bar, one is always in sight.
            onChange={(isSelected) => onChange(isSelected || arrangement() === "bar" ? name : "stage")}
          >
            <Icon size={18} aria-hidden="true" />
            <span className={styles.word}>{page.places[name]}</span>
          </ToggleButton>
        );
      })}
    </nav>
  );
}

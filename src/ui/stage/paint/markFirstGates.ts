import { firstPictureIsThere } from "../../late/firstPicture";

/** By this name the browser's timeline says when gates were first on the screen: `performance.getEntriesByName`. */
const firstGates = "first-gates";

let isMarked = false;

/** Whoever has painted gates says so: what is drawn in this frame is on the screen at its end. */
export function markFirstGates(): void {
  if (isMarked) return;
  isMarked = true;
  requestAnimationFrame(() =>
    setTimeout(() => {
      performance.mark(firstGates);
      firstPictureIsThere();
    }),
  );
}

/**
 * When the first picture is there. Until then the page's thread, the engine's worker and the browser's own have more to do than there are cores,
 * so whatever is not part of that picture waits for it.
 */

/** Where nothing of it comes, be it that the engine does not start, the rest of the page says why, and does not wait for long. */
const longestMs = 2_000;

let arrive: () => void = () => undefined;

export const firstPicture = new Promise<void>((resolve) => {
  arrive = resolve;
});

/** It is there, or none will be. */
export const firstPictureIsThere = (): void => arrive();

/** From now on the page is on its way. */
export function awaitFirstPicture(): void {
  setTimeout(firstPictureIsThere, longestMs);
}

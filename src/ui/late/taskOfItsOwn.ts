/**
 * Parts of the page whose programs have come together are drawn one after the other, each in a task of its own: drawn at once, they
 * would hold the page, and the stage on it, for as long as all of them take.
 */
const aTask = () => new Promise<void>((resolve) => setTimeout(resolve));

let last: Promise<void> = Promise.resolve();

/** Resolves when what asked before has had its task. */
export function taskOfItsOwn(): Promise<void> {
  last = last.then(aTask);
  return last;
}

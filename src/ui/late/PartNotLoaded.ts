/** The program of a part of the page did not come. That is no defect of the part: another attempt may bring it. */
export class PartNotLoaded extends Error {
  override readonly name = "PartNotLoaded";

  /** @param cause what the browser says of the last attempt */
  constructor(cause: unknown) {
    super("The program of a part of the page did not come.", { cause });
  }
}

/** What cannot be done as it was asked, in one line for whoever asked. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message.replace(/\s+/g, " ").trim());
    this.name = "Refusal";
  }
}

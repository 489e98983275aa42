/** The commands that a worker was sent and has not answered, and what of it the page is told. */
import type { Command, Waiting } from "../protocol";

/** What is answered sooner is worth no word. */
const worthSayingMs = 1000;

interface Sent extends Waiting {
  /** Which command of the worker's it is, counted from 1. */
  readonly number: number;
}

/** They are of no use to anybody but the page itself. */
const isSilent = ({ type }: Command) => type === "snapshotTaken" || type === "withdraw";

export class SentCommands {
  readonly #tell: (waiting: readonly Waiting[]) => void;
  #sent: readonly Sent[] = [];
  #told: readonly Waiting[] = [];
  #count = 0;

  constructor(tell: (waiting: readonly Waiting[]) => void) {
    this.#tell = tell;
  }

  /** Those of the worker in use, the silent ones among them. */
  get count(): number {
    return this.#count;
  }

  has(isIt: (command: Command) => boolean): boolean {
    return this.#sent.some(({ command }) => isIt(command));
  }

  add(command: Command, nowMs: number): void {
    const number = ++this.#count;
    if (!isSilent(command))
      this.#sent = [...this.#sent, { number, command, sinceMs: nowMs, isWithdrawn: false }];
  }

  /** The command that was answered, if it is not a silent one. */
  answered(number: number): Command | null {
    const answered = this.#sent.find((one) => one.number === number);
    if (!answered) return null;
    this.#sent = this.#sent.filter((one) => one !== answered);
    if (this.#told.includes(answered)) this.#say(this.#told.filter((one) => one !== answered));
    return answered.command;
  }

  /** The numbers of those that are to be taken back. */
  withdraw(isIt: (command: Command) => boolean): readonly number[] {
    const wanted = this.#sent.filter(({ command, isWithdrawn }) => !isWithdrawn && isIt(command));
    this.#sent = this.#sent.map((one) => (wanted.includes(one) ? { ...one, isWithdrawn: true } : one));
    return wanted.map(({ number }) => number);
  }

  /** Tells what has been waited for too long, where that is not known. */
  look(nowMs: number): void {
    const long = this.#sent.filter(({ sinceMs }) => nowMs - sinceMs >= worthSayingMs);
    const isKnown = long.length === this.#told.length && long.every((one, i) => one === this.#told[i]);
    if (!isKnown) this.#say(long);
  }

  /** The worker is gone: those that it has not answered. */
  forget(): readonly Waiting[] {
    const unanswered = this.#sent;
    this.#sent = [];
    this.#count = 0;
    if (this.#told.length > 0) this.#say([]);
    return unanswered;
  }

  #say(waiting: readonly Waiting[]): void {
    this.#told = waiting;
    this.#tell(waiting);
  }
}

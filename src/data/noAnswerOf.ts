/** What a person is told of a file whose bytes have not come in time. */
import { NoAnswer } from "../within";
import { type Message, message, type Said } from "../words/message";

/** @returns null for any other error */
export function noAnswerOf(error: unknown, name: Said): Message | null {
  return error instanceof NoAnswer ? message("files.noAnswer", { name, seconds: error.seconds }) : null;
}

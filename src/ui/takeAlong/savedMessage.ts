import { message, sentences } from "../../words/message";

export const savedMessage = (name: string, rows: number, harmless: number) =>
  sentences([
    message("takeAlong.saved", { name, rows }),
    ...(harmless > 0 ? [message("takeAlong.harmless", { count: harmless })] : []),
  ]);

/** What was waited for has not come in time. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  readonly seconds: number;

  constructor(milliseconds: number) {
    super(`There was no answer within ${milliseconds / 1000} s.`);
    this.seconds = milliseconds / 1000;
  }
}

/** The value of a promise, or a rejection where it has not come in time: not all that a platform promises is kept. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

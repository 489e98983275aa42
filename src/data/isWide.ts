/** Whether a symbol stands in a script that is about as wide as it is tall (East Asian), or is an emoji. */
export const isWide = (symbol: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u.test(
    symbol,
  );

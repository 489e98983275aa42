/** Digits of other scripts as those of ASCII: Arabic, Persian, Devanagari, Bengali, Thai and the wide ones of East Asia. */

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
const others = /[٠-٩۰-۹०-९০-৯๐-๙０-９]/g;
const anyOther = /[٠-٩۰-۹०-९০-৯๐-๙０-９]/;

export const hasOtherDigits = (text: string): boolean => anyOther.test(text);

/** @param decimal what stands for the Arabic decimal sign; the one between thousands goes */
export function asciiDigits(text: string, decimal: string): string {
  return text
    .replace(others, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
    })
    .replace("\u066b", decimal)
    .replaceAll("\u066c", "");
}

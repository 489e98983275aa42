/** English, for the parts that come after the first picture. */

export const late = {};

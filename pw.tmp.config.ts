import base from "./playwright.config";
export default { ...base, expect: { timeout: 25_000 }, timeout: 120_000 };

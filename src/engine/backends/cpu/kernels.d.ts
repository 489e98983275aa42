/** What the plugin in `scripts/kernels.mjs` makes of the kernels: a binary in base64. */
declare module "virtual:cpu-kernels/*" {
  const base64: string;
  export default base64;
}

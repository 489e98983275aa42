/**
 * For tests that open Dawn. While it has work under way, its binding for Node asks in every turn of the event loop whether
 * that is done, without a pause: on a software adapter, which computes on the same cores, that takes more time than the work.
 * With this it asks once a millisecond.
 */
const immediately = globalThis.setImmediate;

/** Of all callbacks only the binding's is no JavaScript. */
const isNative = (callback: unknown) =>
  typeof callback === "function" && Function.prototype.toString.call(callback).endsWith("{ [native code] }");

globalThis.setImmediate = new Proxy(immediately, {
  apply: (target, self, args: Parameters<typeof setImmediate>) =>
    isNative(args[0]) ? setTimeout(args[0], 0) : Reflect.apply(target, self, args),
});

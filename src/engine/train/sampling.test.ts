import { expect, test } from "vitest";
import { Random } from "../../random";
import { type Sampling, sampleToken } from "./sampling";

const logits = Float32Array.from([0.5, 0.2, 0.3].map(Math.log));

function frequencies(sampling: Sampling): number[] {
  const random = Random.fromSeed(9);
  const counts = [0, 0, 0];
  for (let i = 0; i < 20_000; i++) counts[sampleToken(logits, sampling, random)]++;
  return counts.map((count) => count / 20_000);
}

test("draws by probability", () => {
  const [a, b, c] = frequencies({ greedy: false, temperature: 1, topK: null });
  expect(a).toBeCloseTo(0.5, 1.5);
  expect(b).toBeCloseTo(0.2, 1.5);
  expect(c).toBeCloseTo(0.3, 1.5);
});

test("a temperature of a half squares the odds", () => {
  const [a, b] = frequencies({ greedy: false, temperature: 0.5, topK: null });
  expect(a / b).toBeGreaterThan(5.6);
  expect(a / b).toBeLessThan(7);
});

test("top-k leaves only the k most probable", () => {
  const [a, b, c] = frequencies({ greedy: false, temperature: 1, topK: 2 });
  expect(b).toBe(0);
  expect(a / c).toBeCloseTo(5 / 3, 1);
});

test("greedy takes the first of the largest and draws nothing", () => {
  const random = Random.fromSeed(1);
  const before = random.state();
  const sampling = { greedy: true, temperature: 1, topK: null };
  expect(sampleToken(Float32Array.of(1, 3, 3, 0), sampling, random)).toBe(1);
  expect(random.state()).toEqual(before);
});

test("top-k of one is greedy, and of equal logits the lower ids are kept", () => {
  const random = Random.fromSeed(5);
  const one = { greedy: false, temperature: 2, topK: 1 };
  expect(sampleToken(Float32Array.of(0, 3, 3), one, random)).toBe(1);
  const drawn = new Set<number>();
  const two = { ...one, topK: 2 };
  for (let i = 0; i < 200; i++) drawn.add(sampleToken(Float32Array.of(1, 2, 2, 2), two, random));
  expect([...drawn].sort()).toEqual([1, 2]);
});

test("the same seed draws the same tokens", () => {
  const draw = (seed: number) => {
    const random = Random.fromSeed(seed);
    const sampling = { greedy: false, temperature: 1, topK: null };
    return Array.from({ length: 50 }, () => sampleToken(logits, sampling, random));
  };
  expect(draw(4)).toEqual(draw(4));
  expect(draw(4)).not.toEqual(draw(5));
});

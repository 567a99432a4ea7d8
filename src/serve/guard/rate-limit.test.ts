import { expect, test } from "vitest";
import { TokenBuckets } from "./rate-limit.ts";

test("a full bucket gives its burst, then one token each interval", () => {
  const buckets = new TokenBuckets({ perMinute: 60, burst: 3 });
  expect([1, 2, 3, 4].map(() => buckets.take("a", 0))).toEqual([0, 0, 0, 1]);
  expect(buckets.take("a", 999)).toBe(1);
  expect(buckets.take("a", 1_000)).toBe(0);
  expect(buckets.take("a", 1_000)).toBe(1);
});

test("a bucket never holds more than its burst, however long nobody came", () => {
  const buckets = new TokenBuckets({ perMinute: 60, burst: 2 });
  buckets.take("a", 0);
  expect([1, 2, 3].map(() => buckets.take("a", 1e9))).toEqual([0, 0, 1]);
});

test("clients do not share, and those not seen for long are forgotten before those who are here", () => {
  const buckets = new TokenBuckets({ perMinute: 1, burst: 1 });
  expect(buckets.take("steady", 0)).toBe(0);
  for (let client = 0; client < 9_999; client += 1) buckets.take(`passing ${client}`, 0);
  expect(buckets.take("steady", 0)).toBe(60);
  for (let client = 0; client < 10; client += 1) buckets.take(`new ${client}`, 0);
  expect(buckets.take("steady", 0)).toBe(60);
  expect(buckets.take("passing 0", 0)).toBe(0);
});

import { expect, test } from "vitest";
import { Breaker } from "./model-failure.ts";

function at() {
  let now = 0;
  const breaker = new Breaker(() => now);
  return { breaker, pass: (ms: number) => (now += ms) };
}

test("opens at the third failure in a row, and a success between starts the count anew", () => {
  const { breaker } = at();
  breaker.failed();
  breaker.failed();
  breaker.succeeded();
  expect([breaker.failed(), breaker.failed(), breaker.admits()]).toEqual([false, false, true]);
  expect([breaker.failed(), breaker.admits()]).toEqual([true, false]);
});

test("after a pause one question alone tries again: its failure keeps it open, its success closes it", () => {
  const { breaker, pass } = at();
  for (let failure = 0; failure < 3; failure += 1) breaker.failed();
  pass(30_000);
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  breaker.failed();
  pass(29_999);
  expect(breaker.admits()).toBe(false);
  pass(1);
  expect(breaker.admits()).toBe(true);
  breaker.succeeded();
  expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
});

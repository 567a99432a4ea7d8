import { expect, test } from "vitest";
import { ExpectedWait } from "./expected-wait.ts";

/** One begun each `ms`, with others waiting behind it. */
function after(count: number, ms: number): ExpectedWait {
  const wait = new ExpectedWait();
  for (let at = 0; at < count; at += 1) wait.begun(10, at * ms);
  return wait;
}

test("where one is begun each 100 ms, the twentieth waits two seconds", () => {
  const wait = after(30, 100);
  expect([17, 18, 19, 20].map((waiting) => wait.exceeds(1_850, waiting))).toEqual([false, false, true, true]);
});

test("a few may always wait, however slow the last ones were", () => {
  expect(after(5, 60_000).exceeds(1_800, 7)).toBe(false);
});

test("nothing is expected before anything was begun, and an idle hour is no work", () => {
  expect(new ExpectedWait().exceeds(1_800, 60)).toBe(false);
  const wait = after(5, 10);
  wait.begun(0, 50);
  wait.begun(3, 3_600_000);
  expect(wait.exceeds(1_800, 60)).toBe(false);
});

test("faster ones make up for one that was slow", () => {
  const wait = after(20, 20);
  wait.begun(5, 2_400);
  expect(wait.exceeds(1_800, 20)).toBe(true);
  for (let at = 1; at <= 30; at += 1) wait.begun(5, 2_400 + at * 20);
  expect(wait.exceeds(1_800, 20)).toBe(false);
});

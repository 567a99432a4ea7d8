import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { AnsweringState } from "./answering-state.ts";

const folder = mkdtempSync(join(tmpdir(), "answering-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is in force at a start with these words in the file, and what the operator is told. */
function startedWith(words: string | null) {
  const desk = mkdtempSync(join(folder, "desk-"));
  if (words !== null) writeFileSync(join(desk, "answering.json"), words);
  const told: string[] = [];
  const state = new AnsweringState(desk, (line) => told.push(line));
  return { desk, state, told };
}

describe("a start", () => {
  test("without the file answers, and says nothing", () => {
    const { state, told } = startedWith(null);
    expect([state.current.on, told]).toEqual([true, []]);
  });

  test.each([
    ["cut off", '{"on": fal'],
    ["empty", ""],
    ["of another shape", '{"on": "no"}'],
    ["with a key nobody knows", '{"on": true, "off": true}'],
    ["of zeros, as after a loss of power", "\0".repeat(40)],
  ])("with a file that is %s answers nothing, and tells the file and what to do", (_, words) => {
    const { state, told } = startedWith(words);
    expect(state.current.on).toBe(false);
    expect(told.join("\n")).toMatch(/answering\.json cannot be read, so questions are not answered.*desk/s);
  });

  test("with something in its place that is no file answers nothing", () => {
    const desk = mkdtempSync(join(folder, "desk-"));
    mkdirSync(join(desk, "answering.json"));
    expect(new AnsweringState(desk, () => {}).current.on).toBe(false);
  });
});

test("whoever turns it on at the desk mends the file", async () => {
  const { desk, state } = startedWith("{");
  await state.turn({ on: true, notice: "" });
  expect(new AnsweringState(desk, () => {}).current).toEqual({ on: true, notice: "" });
});

test("what is written into the file, or taken away, while the service runs counts at once", () => {
  const { desk, state, told } = startedWith(null);
  const seen = ['{"on": false, "notice": "系统维护"}', '{"on": true}', "{"].map((words) => {
    writeFileSync(join(desk, "answering.json"), words);
    return state.current;
  });
  expect(seen).toEqual([
    { on: false, notice: "系统维护" },
    { on: true, notice: "" },
    { on: false, notice: "" },
  ]);
  expect(told).toHaveLength(1);
  rmSync(join(desk, "answering.json"));
  expect(state.current.on).toBe(true);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { AuditLog } from "./audit-log.ts";
import { auditFiles } from "./files.ts";
import type { AuditEntry } from "./record.ts";
import { verifyAudit } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "audit-"));
afterAll(() => rmSync(folder, { recursive: true }));
let directory = "";
let count = 0;
beforeEach(() => {
  count += 1;
  directory = join(folder, String(count));
  mkdirSync(directory);
});

const answer = (question: string): AuditEntry => ({
  type: "answer",
  question,
  answerId: "a1",
  status: "answered",
  reason: "value",
  intent: "report",
  evidence: ["jiangbei-2022:1-20"],
  generation: "g1",
  answerDigest: "0".repeat(64),
  writtenBy: "composer",
  model: null,
});
const at = (time: string) => () => new Date(time);
const log = (now = at("2026-11-30T08:00:00Z"), days = 365) => new AuditLog({ directory, days }, now);
const NAME = "audit-2026-11.jsonl";
const bytes = () => readFileSync(join(directory, NAME));

describe("a log that nobody touched", () => {
  test("is whole, also over a restart and a change of month", () => {
    log().keep(answer("一"));
    log().keep(answer("二"));
    log(at("2026-12-01T00:00:00Z")).keep(answer("三"));
    expect(verifyAudit(directory)).toMatchObject({ ok: true, lines: 3, files: 2 });
  });

  test("without a line is whole", () => {
    expect(verifyAudit(directory)).toMatchObject({ ok: true, lines: 0 });
  });

  test("goes on after a process that ended while it wrote", () => {
    log().keep(answer("一"));
    writeFileSync(join(directory, NAME), Buffer.concat([bytes(), Buffer.from('{"number":2,"ti')]));
    expect(verifyAudit(directory).ok).toBe(false);
    log().keep(answer("二"));
    expect(verifyAudit(directory)).toMatchObject({ ok: true, lines: 2 });
  });

  test("shows what it holds: nothing in it acts on a terminal", () => {
    log().keep(answer("a\u001b[31m\r\nb\u202ec\u2028d\u0085"));
    expect(bytes().toString("utf8").trimEnd()).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(bytes().toString("utf8").split("\n")).toHaveLength(2);
  });

  test("loses whole months when their time is over, and is whole after that", () => {
    log(at("2026-01-15T00:00:00Z"), 180).keep(answer("一"));
    log(at("2026-05-15T00:00:00Z"), 180).keep(answer("二"));
    log(at("2026-09-15T00:00:00Z"), 180).keep(answer("三"));
    expect(auditFiles(directory)).toEqual(["audit-2026-05.jsonl", "audit-2026-09.jsonl"]);
    expect(verifyAudit(directory)).toMatchObject({ ok: true, lines: 3 });
  });
});

describe("a log that somebody touched", () => {
  const LINES = 8;
  let original: Buffer;
  beforeEach(() => {
    const open = log();
    for (let line = 0; line < LINES; line++) open.keep(answer(`江北区2022年GDP增速是多少？${line}`));
    original = bytes();
  });
  const isFound = (changed: Uint8Array) => {
    writeFileSync(join(directory, NAME), changed);
    return !verifyAudit(directory).ok;
  };
  const place = () => fc.integer({ min: 0, max: original.length - 1 });
  const lines = () => original.toString("latin1").trimEnd().split("\n");
  const line = () => fc.integer({ min: 0, max: LINES - 1 });
  const joined = (list: readonly string[]) => Buffer.from(list.map((each) => `${each}\n`).join(""), "latin1");

  test("is told by any byte that is another one", () => {
    fc.assert(
      fc.property(place(), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(original);
        changed[at] = (changed[at] ?? 0) ^ change;
        return isFound(changed);
      }),
      { numRuns: 400 },
    );
  });

  test("is told by any byte that is missing", () => {
    fc.assert(
      fc.property(place(), (at) =>
        isFound(Buffer.concat([original.subarray(0, at), original.subarray(at + 1)])),
      ),
      { numRuns: 200 },
    );
  });

  test("is told by any line that is missing, the last one included", () => {
    for (let at = 0; at < LINES; at++) expect(isFound(joined(lines().toSpliced(at, 1)))).toBe(true);
    expect(isFound(Buffer.alloc(0))).toBe(true);
  });

  test("is told by any two lines that have changed places", () => {
    fc.assert(
      fc.property(line(), line(), (one, other) => {
        fc.pre(one !== other);
        const swapped = lines();
        [swapped[one], swapped[other]] = [swapped[other] ?? "", swapped[one] ?? ""];
        return isFound(joined(swapped));
      }),
      { numRuns: 200 },
    );
  });

  test("is told by any two neighbouring bytes that have changed places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: original.length - 2 }), (at) => {
        const swapped = Buffer.from(original);
        const [one = 0, other = 0] = [swapped[at], swapped[at + 1]];
        fc.pre(one !== other);
        swapped[at] = other;
        swapped[at + 1] = one;
        return isFound(swapped);
      }),
      { numRuns: 200 },
    );
  });

  test("is told by a line that was written twice, and by its first month being gone", () => {
    expect(isFound(joined([...lines(), lines().at(-1) ?? ""]))).toBe(true);
    writeFileSync(join(directory, NAME), original);
    log(at("2026-12-01T00:00:00Z")).keep(answer("later"));
    rmSync(join(directory, NAME));
    expect(verifyAudit(directory).ok).toBe(false);
  });

  test("says where", () => {
    const changed = lines();
    changed[4] = changed[4]?.replace("2022", "2023") ?? "";
    writeFileSync(join(directory, NAME), joined(changed));
    expect(verifyAudit(directory)).toEqual({
      ok: false,
      file: NAME,
      line: 5,
      fault: "it or the line before it was changed",
    });
  });
});

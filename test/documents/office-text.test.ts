import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { officeReader, readOffice } from "#ingest/formats/office/read-office.ts";
import { told } from "./made-blocks.ts";

const RTF = new TextEncoder().encode(
  String.raw`{\rtf1\ansi\ansicpg936 {\fonttbl{\f0 SimSun;}}\f0 \u20840?\u24180?\u25910?\u20837?100.5\u20159?\u20803?\par
\trowd\cellx2000\cellx4000 \intbl \u25351?\u26631?\cell 2025\cell\row
\trowd\cellx2000\cellx4000 \intbl GDP\cell 3.7%\cell\row \pard\par}`,
);

const installed = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!installed)("with LibreOffice (skipped where soffice is not installed)", () => {
  test("a text of an older format is read, tables with it", { timeout: 60_000 }, async () => {
    const reading = await readOffice(RTF);
    expect(told(reading)).toEqual(["全年收入100.5亿元", "指标 | 2025", "GDP | 3.7%"]);
  });

  test("what it cannot open is named", { timeout: 60_000 }, async () => {
    const reading = await readOffice(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    expect(reading.blocks).toEqual([]);
    expect(reading.problems.map(({ severity }) => severity)).toEqual(["error"]);
  });
});

test("without LibreOffice the file is named with what to install and what else to do", async () => {
  const reading = await officeReader({ programs: ["/nowhere/soffice"], deadlineMs: 1_000, workMs: 1_000 })(
    RTF,
  );
  expect(reading.blocks).toEqual([]);
  expect(reading.problems).toEqual([
    {
      severity: "error",
      code: "needs_libreoffice",
      message: expect.stringMatching(/libreoffice-writer-nogui.*\.docx/u),
    },
  ]);
});

test("one that does not end is ended with all it started, and leaves no folder", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "office-test-"));
  const program = path.join(folder, "soffice");
  const started = path.join(folder, "pid");
  writeFileSync(program, `#!/bin/sh\nsleep 600 &\necho $! > ${started}\nwait\n`);
  chmodSync(program, 0o755);
  const before = foldersLeft();
  const { problems } = await officeReader({ programs: [program], deadlineMs: 400, workMs: 60_000 })(RTF);
  expect(problems.map(({ code }) => code)).toEqual(["deadline"]);
  expect(foldersLeft()).toEqual(before);
  expect(isRunning(readFileSync(started, "utf8").trim())).toBe(false);
  rmSync(folder, { recursive: true });
});

test.skipIf(process.platform !== "linux")(
  "one that is kept busy is ended by what it works, long before its time is up",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "office-test-"));
    const program = path.join(folder, "soffice");
    writeFileSync(program, "#!/bin/sh\nwhile :; do :; done\n");
    chmodSync(program, 0o755);
    const { problems } = await officeReader({ programs: [program], deadlineMs: 600_000, workMs: 300 })(RTF);
    expect(problems.map(({ code }) => code)).toEqual(["deadline"]);
    rmSync(folder, { recursive: true });
  },
);

function foldersLeft(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("to-docx-"));
}

function isRunning(pid: string): boolean {
  const status = `/proc/${pid}/stat`;
  return existsSync(status) && !/\) Z /u.test(readFileSync(status, "utf8"));
}

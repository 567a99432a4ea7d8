import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { processUsage } from "#ingest/child/process-usage.ts";
import { OFFICE_PROFILE } from "./office-profile.ts";
import { processTree } from "./process-tree.ts";

export type Conversion =
  | { readonly ok: true; readonly docx: Uint8Array }
  | {
      readonly ok: false;
      readonly code: "needs_libreoffice" | "deadline" | "damaged";
      readonly message: string;
    };

export interface OfficeProgram {
  /** Where it may be, tried in order. */
  readonly programs: readonly string[];
  /** By the clock. */
  readonly deadlineMs: number;
  /** Of work of the processor, where the system tells it: a file that keeps the program busy is given up sooner than on a busy machine. */
  readonly workMs: number;
}

/** LibreOffice by the search path, else where its installers put it; less than the minute that a file may take in all. */
export const LIBRE_OFFICE: OfficeProgram = {
  programs: [
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
  ],
  deadlineMs: 50_000,
  workMs: 15_000,
};
const LOOK_MS = 250;

let last: Promise<unknown> = Promise.resolve();

/**
 * A text document of another office format as .docx, by LibreOffice without a window: one at a time, in a folder and with a
 * profile of its own, ended with all it started at the deadline.
 */
export function convertToDocx(
  bytes: Uint8Array,
  ending: "doc" | "rtf" | "odt",
  office: OfficeProgram,
): Promise<Conversion> {
  const conversion = last.then(() => convert(bytes, ending, office));
  last = conversion.catch(() => {});
  return conversion;
}

async function convert(bytes: Uint8Array, ending: string, office: OfficeProgram): Promise<Conversion> {
  const folder = await mkdtemp(path.join(tmpdir(), "to-docx-"));
  try {
    const profile = path.join(folder, "profile");
    await mkdir(path.join(profile, "user"), { recursive: true });
    await writeFile(path.join(profile, "user", "registrymodifications.xcu"), OFFICE_PROFILE);
    const report = `report.${ending}`;
    await writeFile(path.join(folder, report), bytes);
    for (const program of office.programs) {
      const end = await settled(start(program, folder, report), office);
      if (end === "missing") continue;
      if (end === "deadline")
        return failed(
          "deadline",
          `LibreOffice came to no end with it (${office.workMs / 1000} s of work, ${office.deadlineMs / 1000} s by the clock)`,
        );
      return await converted(folder);
    }
    return failed("needs_libreoffice", "LibreOffice is not installed");
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function start(program: string, folder: string, report: string): ChildProcess {
  return spawn(
    program,
    [
      "--headless",
      "--norestore",
      "--nologo",
      "--nolockcheck",
      "--nodefault",
      `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`,
      "--convert-to",
      "docx:MS Word 2007 XML",
      "--outdir",
      path.join(folder, "out"),
      path.join(folder, report),
    ],
    { cwd: folder, stdio: "ignore" },
  );
}

function settled(child: ChildProcess, office: OfficeProgram): Promise<"ended" | "missing" | "deadline"> {
  return new Promise((resolve) => {
    const give = () => {
      for (const pid of processTree(child.pid)) kill(pid);
      settle("deadline");
    };
    const deadline = setTimeout(give, office.deadlineMs);
    const look = setInterval(() => {
      if (workOf(child.pid) > office.workMs) give();
    }, LOOK_MS);
    const settle = (how: "ended" | "missing" | "deadline") => {
      clearTimeout(deadline);
      clearInterval(look);
      resolve(how);
    };
    child.once("error", () => settle("missing"));
    child.once("exit", () => settle("ended"));
  });
}

/** Milliseconds of the processor that a process and all it started have taken. */
const workOf = (root: number | undefined): number =>
  processTree(root).reduce((sum, pid) => sum + (processUsage(pid)?.workMs ?? 0), 0);

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

async function converted(folder: string): Promise<Conversion> {
  const out = path.join(folder, "out");
  const names = await readdir(out).catch(() => []);
  const name = names.find((each) => each.endsWith(".docx"));
  if (name === undefined) return failed("damaged", "LibreOffice cannot open it");
  return { ok: true, docx: new Uint8Array(await readFile(path.join(out, name))) };
}

function failed(code: "needs_libreoffice" | "deadline" | "damaged", message: string): Conversion {
  return { ok: false, code, message };
}

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { syncPath, writeDurably } from "./durable.ts";

/** Name of a version and the SHA-256 of its manifest, which holds those of the other files. */
export interface Pointer {
  readonly version: string;
  readonly manifestDigest: string;
}

const POINTER = /^(?<version>\d{8}T\d{9}Z-[0-9a-f]{8}) (?<digest>[0-9a-f]{64})\n$/;

/** How many versions stay: the current one, and the one a reader may just be opening. */
const KEPT = 2;

export function versionsDirectory(directory: string): string {
  return join(directory, "versions");
}

export function versionDirectory(directory: string, version: string): string {
  return join(versionsDirectory(directory), version);
}

/** Which pointer: to the version that is current, or to the one that was before it. */
export type PointerName = "current" | "previous";

/** A pointer to a version: null when nothing was published, "damaged" when it cannot be read. */
export function readPointer(directory: string, name: PointerName = "current"): Pointer | "damaged" | null {
  const path = join(directory, name);
  if (!existsSync(path)) return null;
  const match = POINTER.exec(readFileSync(path, "utf8"));
  const { version, digest } = match?.groups ?? {};
  if (version === undefined || digest === undefined) return "damaged";
  return { version, manifestDigest: digest };
}

/**
 * Makes a version the current one: after a crash either the old pointer stands or the new. The one before it is kept in
 * `previous`, with the digest of its manifest, so that it can be opened where the current one turns out to be damaged.
 */
export function switchPointer(directory: string, pointer: Pointer): void {
  const before = readPointer(directory);
  if (before !== null && before !== "damaged") writePointer(directory, "previous", before);
  writePointer(directory, "current", pointer);
  syncPath(directory);
}

function writePointer(directory: string, name: PointerName, { version, manifestDigest }: Pointer): void {
  const staged = join(directory, `${name}.${process.pid}`);
  writeDurably(staged, `${version} ${manifestDigest}\n`);
  renameSync(staged, join(directory, name));
}

/** Says that this process reads a version; the returned function takes it back. */
export function registerReader(directory: string, version: string): () => void {
  const readers = join(directory, "readers");
  const mark = join(readers, `${version}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  try {
    mkdirSync(readers, { recursive: true });
    writeFileSync(mark, "");
  } catch {
    // A read-only disk: nothing is published there either, so nothing is pruned.
    return () => {};
  }
  return () => rmSync(mark, { force: true });
}

/** Removes versions that are neither recent nor read, and what builds that died left behind. */
export function pruneVersions(directory: string): void {
  const current = readPointer(directory);
  if (current === null || current === "damaged") return;
  const names = readdirSync(versionsDirectory(directory)).sort().reverse();
  const read = versionsInUse(directory);
  const published = names.filter((name) => !name.startsWith("building-"));
  const kept = new Set([current.version, ...published.slice(0, KEPT), ...read]);
  for (const name of names) {
    const builder = /^building-(\d+)-/.exec(name)?.[1];
    const abandoned = builder === undefined ? !kept.has(name) : !isAlive(Number(builder));
    if (abandoned) rmSync(versionDirectory(directory, name), { recursive: true, force: true });
  }
}

function versionsInUse(directory: string): string[] {
  const readers = join(directory, "readers");
  if (!existsSync(readers)) return [];
  return readdirSync(readers).flatMap((mark) => {
    const [version, reader] = mark.split(".");
    if (version !== undefined && isAlive(Number(reader))) return [version];
    rmSync(join(readers, mark), { force: true });
    return [];
  });
}

/** True while a process of this id runs. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Someone else's process may not be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

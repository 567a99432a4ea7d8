import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DiskFullError } from "#domain/errors.ts";

/** Bytes that a process may still write on the disk of a folder. */
export type FreeBytes = (folder: string) => number;

const freeBytes: FreeBytes = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/**
 * Asks before a large file is written whether it has room.
 * @throws DiskFullError
 */
export function requireSpace(path: string, wanted: number, free: FreeBytes = freeBytes): void {
  const left = free(dirname(path));
  if (left < wanted) throw new DiskFullError({ path, wanted, left });
}

/**
 * Asks after a library wrote a file, since some report no failed write, whether it is as large as it must be.
 * @throws DiskFullError
 */
export function requireWritten(path: string, least: number, free: FreeBytes = freeBytes): void {
  if (statSync(path).size < least)
    throw new DiskFullError({ path, wanted: least, left: free(dirname(path)) });
}

/** Runs what writes a file; a disk that fills up meanwhile is told with the file's path and size. */
export function tellingFullDisk<Result>(path: string, wanted: number, write: () => Result): Result {
  try {
    return write();
  } catch (cause) {
    const isFull =
      cause instanceof Error && "code" in cause && /^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(String(cause.code));
    if (!isFull) throw cause;
    throw new DiskFullError({ path, wanted, left: freeBytes(dirname(path)) }, { cause });
  }
}

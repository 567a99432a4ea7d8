import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { WenzhengError } from "#domain/errors.ts";
import { isSource, ownModule } from "#domain/own-module.ts";

/** A build in a process of its own did not come to its end. */
export class BuildFailedError extends WenzhengError {
  readonly code = "build_failed";
  readonly audience = "operator";
  constructor(facts: { how: string }) {
    super(`The index could not be built (${facts.how}); the lines above say why.`);
  }
}

/** The copy of the index that the database holds could not be brought up to date. */
export class FetchFailedError extends WenzhengError {
  readonly code = "fetch_failed";
  readonly audience = "operator";
  constructor(facts: { how: string }) {
    super(`The index could not be fetched from the database (${facts.how}); the lines above say why.`);
  }
}

/**
 * `npm run build` in a process of its own, so that what it takes in memory is given back and what it meets ends nothing
 * else. Its output goes to standard error.
 * @param gently lets answers that are given meanwhile go first
 * @throws BuildFailedError
 */
export async function buildApart({ gently = false } = {}): Promise<void> {
  const how = await endOf("build", gently);
  if (how !== null) throw new BuildFailedError({ how });
}

/** `npm run fetch` in a process of its own; answers go first unless it is told otherwise. @throws FetchFailedError */
export async function fetchApart({ gently = true } = {}): Promise<void> {
  const how = await endOf("fetch", gently);
  if (how !== null) throw new FetchFailedError({ how });
}

/** Runs a command to its end; how it failed, null where it did not. */
async function endOf(command: "build" | "fetch", gently: boolean): Promise<string | null> {
  const cli = fileURLToPath(ownModule("../../cli", import.meta.url));
  const loader = isSource(import.meta.url) ? ["--import", import.meta.resolve("tsx")] : [];
  const child = spawn(process.execPath, [...loader, cli, command], {
    stdio: ["ignore", 2, 2],
  });
  if (gently && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const end = () => child.kill();
  process.once("exit", end);
  const [code, signal] = await once(child, "exit");
  process.off("exit", end);
  return code === 0 ? null : (signal ?? `exit ${code}`);
}

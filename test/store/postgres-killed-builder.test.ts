import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { exampleContent } from "#store/example-content.ts";
import { postgresGenerations } from "#store/postgres/postgres-generations.ts";
import { installedServers, startServer } from "./postgres-server.ts";

/** How often the builder is killed; `BUILDER_KILLS=100` tries it for long. */
const KILLS = Number(process.env["BUILDER_KILLS"] ?? 6);
const SCRIPT = path.join(import.meta.dirname, "publish-to-postgres.ts");
const [installed] = installedServers();

test.skipIf(installed === undefined)(
  "a builder killed at any moment leaves the generation before or the whole new one",
  async () => {
    const server = await startServer(installed?.programs ?? "");
    const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-killed-"));
    const at = (name: string) =>
      postgresGenerations({
        addresses: [server.address],
        directory: path.join(folder, name),
        embedderId: null,
      });
    const node = at("node");
    try {
      await at("builder").publish(exampleContent({ corpusDigest: "0" }));
      const whole = await publishAndDie([server.address, path.join(folder, "builder"), "1"], null);
      let current = "1";
      const died = { before: 0, after: 0 };
      for (let kill = 2; kill < KILLS + 2; kill += 1) {
        const next = String(kill);
        const after = ((kill - 2 + Math.random()) / KILLS) * whole * 1.5;
        await publishAndDie([server.address, path.join(folder, "builder"), next], after);
        const index = await node.open();
        expect([current, next]).toContain(index.corpusDigest);
        died[index.corpusDigest === next ? "after" : "before"] += 1;
        current = index.corpusDigest;
        const titles = index.documents().map(({ title }) => title.endsWith(`报告${current}`));
        expect(titles).toEqual([true, true]);
        expect(index.indicators({})).toHaveLength(6);
        expect(index.lexical.search(["326天", "天"], { limit: 9 })).toHaveLength(2);
        index.close();
      }
      process.stdout.write(`killed ${died.before} times before and ${died.after} times after the switch\n`);
      await at("builder").publish(exampleContent({ corpusDigest: "last" }));
      expect((await node.open()).corpusDigest).toBe("last");
    } finally {
      await node.close();
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  1_200_000,
);

/** Starts a builder and kills it so many milliseconds after it began; null lets it end. Returns how long it lived after that. */
async function publishAndDie(words: readonly string[], after: number | null): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  const began = performance.now();
  child.stdout.resume();
  const timer = after === null ? undefined : setTimeout(() => child.kill("SIGKILL"), after);
  await ended;
  clearTimeout(timer);
  return performance.now() - began;
}

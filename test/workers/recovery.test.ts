import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask, startService } from "../../scripts/torture/service.ts";

test("an index cut short under the service takes one worker with it, is built anew, and questions are answered again", async () => {
  const service = await startService({ WORKERS: "1" });
  const question = "渝北区2024年怎么发展文化产业？";
  const [version = ""] = readFileSync(join(service.indexDirectory, "current"), "utf8").split(" ");
  truncateSync(join(service.indexDirectory, "versions", version, "corpus.sqlite"), 0);
  const statuses: number[] = [];
  do {
    statuses.push((await ask(service.at, question)).status);
    await new Promise((resolve) => setTimeout(resolve, 300));
  } while (statuses.at(-1) !== 200 && statuses.length < 600);
  const alive = await fetch(`${service.at}/livez`);
  await service.stop();
  expect(alive.status).toBe(200);
  expect(statuses.at(-1)).toBe(200);
  expect(statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
}, 300_000);

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DatabaseUnavailableError } from "#domain/errors.ts";
import { exampleContent } from "#store/example-content.ts";
import { postgresGenerations } from "#store/postgres/postgres-generations.ts";
import { promisesOfGenerations } from "./generations-contract.ts";
import { installedServers, type PostgresServer, startServer } from "./postgres-server.ts";

const servers = installedServers();
test.skipIf(servers.length === 0)(
  "a PostgreSQL is installed here; where none is, nothing of this is tried",
  () => expect(servers).not.toEqual([]),
);

describe.each(servers)("$name", ({ name, programs }) => {
  const folders: string[] = [];
  const folder = () => {
    folders.push(mkdtempSync(path.join(tmpdir(), "wenzheng-node-")));
    return folders.at(-1) ?? "";
  };
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startServer(programs);
  }, 120_000);
  afterAll(() => {
    server.stop();
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  }, 60_000);

  promisesOfGenerations(`in ${name}`, async () => () => {
    return postgresGenerations({ addresses: [server.address], directory: folder(), embedderId: null });
  });

  test("a node's files are those of the builder, byte for byte", async () => {
    const [builder, node] = [folder(), folder()];
    const at = (directory: string) =>
      postgresGenerations({ addresses: [server.address], directory, embedderId: null });
    await at(builder).publish(exampleContent({ corpusDigest: "bytes" }));
    const generations = at(node);
    (await generations.open()).close();
    await generations.close();
    expect(filesOf(node)).toEqual(filesOf(builder));
  });

  test("only documents that are new are sent and fetched", async () => {
    const content = exampleContent();
    const [kept, changed] = content.documents;
    const directory = folder();
    const generations = postgresGenerations({ addresses: [server.address], directory, embedderId: null });
    await generations.publish(content);
    (await generations.open()).close();
    const written = async () => {
      const { rows } = await query(server, "SELECT id, xmin::text AS written FROM wenzheng_documents");
      return new Map(rows.map(({ id, written: by }) => [id, by]));
    };
    const before = await written();
    const documents = content.documents.map((each) =>
      each === changed ? { ...each, title: "另一个题目" } : each,
    );
    await generations.publish({ ...content, documents, corpusDigest: "another" });
    const after = await written();
    expect(after.get(kept?.id)).toBe(before.get(kept?.id));
    expect(after.get(changed?.id)).not.toBe(before.get(changed?.id));
    expect(after.size).toBe(2);
    await generations.close();
  });

  test("what comes back otherwise than it was published is refused", async () => {
    const generations = postgresGenerations({
      addresses: [server.address],
      directory: folder(),
      embedderId: null,
    });
    await generations.publish(exampleContent({ corpusDigest: "harmed" }));
    const node = postgresGenerations({ addresses: [server.address], directory: folder(), embedderId: null });
    const figures = "UPDATE wenzheng_figures SET entry = replace(entry, '5.3', '5.4')";
    await query(server, figures);
    await expect(node.open()).rejects.toThrow(/is damaged/);
    await query(server, figures.replace("'5.3', '5.4'", "'5.4', '5.3'"));
    (await node.open()).close();
    await Promise.all([generations.close(), node.close()]);
  });

  test("the columns beside answer questions in SQL", async () => {
    const generations = postgresGenerations({
      addresses: [server.address],
      directory: folder(),
      embedderId: null,
    });
    await generations.publish(exampleContent());
    const { rows } = await query(
      server,
      "SELECT region, amount, unit FROM wenzheng_figures WHERE year = 2022 AND kind = 'actual' ORDER BY region",
    );
    expect(rows).toEqual([
      { region: "大渡口区", amount: "5.3", unit: "%" },
      { region: "江北区", amount: "5.3", unit: "%" },
    ]);
    await generations.close();
  });

  test("what was made by another model than the node's is refused", async () => {
    const generations = postgresGenerations({
      addresses: [server.address],
      directory: folder(),
      embedderId: null,
    });
    await generations.publish(exampleContent());
    const node = postgresGenerations({
      addresses: [server.address],
      directory: folder(),
      embedderId: "other",
    });
    await expect(node.open()).rejects.toThrow(/built with the model example, not other/);
    await Promise.all([generations.close(), node.close()]);
  });

  test("the first address that answers is used, and the fault names each without its password", async () => {
    const dead = "postgresql://someone:secret@127.0.0.1:9/none";
    const generations = postgresGenerations({
      addresses: [dead, server.address],
      directory: folder(),
      embedderId: null,
    });
    expect(await generations.current()).not.toBeNull();
    await generations.close();
    const lost = postgresGenerations({ addresses: [dead], directory: folder(), embedderId: null });
    const fault = await lost.current().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DatabaseUnavailableError);
    expect(String(fault)).toContain("127.0.0.1:9/none");
    expect(String(fault)).not.toContain("secret");
  });
});

/** Bytes of the current version's files by name. */
function filesOf(directory: string): Record<string, string> {
  const [version = ""] = readFileSync(path.join(directory, "current"), "utf8").split(" ");
  const at = path.join(directory, "versions", version);
  return Object.fromEntries(
    readdirSync(at).map((name) => [name, readFileSync(path.join(at, name)).toString("base64")]),
  );
}

async function query(server: PostgresServer, sql: string) {
  const client = new Client({ connectionString: server.address });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

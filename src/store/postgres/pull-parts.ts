import type { Client } from "pg";
import { z } from "zod";
import { IndexUnusableError } from "#domain/errors.ts";
import type { Dialect } from "./dialect.ts";
import { digestOfPart, type EncodedPart } from "./part.ts";

/** Documents that are asked for at once. */
const AT_ONCE = 16;

const documentRow = z.object({ part: z.string(), entry: z.string() });
const passageRow = documentRow.extend({ embedding: z.unknown() });

/**
 * The parts of these digests, in any order.
 * @throws IndexUnusableError when what comes back is not what was published
 */
export async function* pullParts(
  client: Client,
  digests: readonly string[],
  dialect: Dialect,
): AsyncIterable<[digest: string, part: EncodedPart]> {
  for (let from = 0; from < digests.length; from += AT_ONCE) {
    const asked = digests.slice(from, from + AT_ONCE);
    const select = async (columns: string, table: string) => {
      const marks = asked.map((_, at) => `$${at + 1}`);
      const order = table === "wenzheng_documents" ? "part" : "part, ordinal";
      const sql = `SELECT part, ${columns} FROM ${table} WHERE part IN (${marks}) ORDER BY ${order}`;
      return (await client.query(sql, [...asked])).rows;
    };
    const documents = z.array(documentRow).parse(await select("entry", "wenzheng_documents"));
    const passages = z.array(passageRow).parse(await select("entry, embedding", "wenzheng_passages"));
    const figures = z.array(documentRow).parse(await select("entry", "wenzheng_figures"));
    for (const digest of asked) {
      const isOfIt = ({ part }: { readonly part: string }) => part === digest;
      const own = passages.filter(isOfIt);
      const part = {
        document: documents.find(isOfIt)?.entry ?? "null",
        chunks: own.map(({ entry }) => entry),
        indicators: figures.filter(isOfIt).map(({ entry }) => entry),
        vectors: own.map(({ embedding }) => dialect.fromColumn(embedding)),
      };
      if (digestOfPart(part) !== digest)
        throw new IndexUnusableError({ path: "DATABASE_URL", reason: `its document ${digest} is damaged` });
      yield [digest, part];
    }
  }
}

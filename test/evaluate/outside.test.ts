import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generate } from "#evaluate/generate.ts";
import { score } from "#evaluate/score/score.ts";
import { serverSubject } from "#evaluate/server-subject.ts";
import { importBeir } from "#evaluate/sets/beir.ts";
import { parseQuestionSet, QuestionSetError } from "#evaluate/sets/question-set.ts";
import { toyPipelineSet } from "./toy-pipeline.ts";
import { toySubject } from "./toy-subject.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a BEIR set", () => {
  beforeEach(async () => {
    await mkdir(join(folder, "qrels"));
    const corpus = [
      { _id: "d/1", title: "题", text: "正文", metadata: {} },
      { _id: "d2", text: "另文" },
    ];
    const queries = [
      { _id: "q1", text: "问一" },
      { _id: "q2", text: "问二" },
    ];
    const toLines = (rows: readonly object[]) => rows.map((one) => JSON.stringify(one)).join("\n");
    await writeFile(join(folder, "corpus.jsonl"), toLines(corpus));
    await writeFile(join(folder, "queries.jsonl"), toLines(queries));
    await writeFile(
      join(folder, "qrels", "test.tsv"),
      "query-id\tcorpus-id\tscore\nq1\td/1\t2\nq1\td2\t1\nq2\td2\t0\n",
    );
  });

  it("becomes files to index and questions that measure retrieval alone", async () => {
    const out = join(folder, "out");
    expect(await importBeir(folder, out)).toEqual({ documents: 2, questions: 1, skipped: 1 });
    expect(await readdir(join(out, "corpus"))).toEqual(["d%2F1.txt", "d2.txt"]);
    expect(await readFile(join(out, "corpus", "d%2F1.txt"), "utf8")).toBe("题\n\n正文\n");
    const { questions } = parseQuestionSet("beir", await readFile(join(out, "questions.jsonl"), "utf8"));
    expect(questions[0]).toMatchObject({
      id: "q1",
      turns: ["问一"],
      expect: "any",
      relevant: { "d%2F1.txt": 2, "d2.txt": 1 },
    });
  });

  it("is refused with the rows that do not parse", async () => {
    await writeFile(join(folder, "queries.jsonl"), '{"_id":"q1","text":"问"}\n{"_id":7}\n');
    const imported = importBeir(folder, join(folder, "out"));
    await expect(imported).rejects.toThrow(QuestionSetError);
    await expect(imported).rejects.toThrow(/row 2/);
  });
});

describe("a running server", () => {
  let server: Server;
  let base: string;
  let busy: number;

  beforeEach(async () => {
    busy = 1;
    server = createServer(async (request, response) => {
      const send = (status: number, body: unknown) =>
        response
          .writeHead(status, { "content-type": "application/json", "retry-after": "0" })
          .end(JSON.stringify(body));
      const toy = toySubject();
      const url = new URL(request.url ?? "/", "http://localhost");
      if (url.pathname === "/api/documents")
        return send(200, [{ id: "d1", title: "报告", region: null, years: [2022] }]);
      if (url.pathname === "/api/documents/d1") return send(200, await toy.library.document("d1"));
      if (url.pathname === "/api/search")
        return send(200, await toy.search?.hybrid?.(url.searchParams.get("q") ?? "", 5));
      if (url.pathname === "/api/indicators") return send(200, []);
      if (url.pathname !== "/api/chat") return send(404, {});
      if (busy-- > 0) return send(429, {});
      const chunks = await request.toArray();
      const { messages } = JSON.parse(Buffer.concat(chunks).toString());
      if (messages.at(-1).content.includes("手机")) return send(500, { code: "broken" });
      for await (const event of toy.ask({ messages })) {
        if (event.type !== "done") continue;
        const { reason: _r, blocks: _b, writtenBy: _w, ...contract } = event.response;
        send(200, contract);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("is asked over the contract, waited for when busy, and its failures are recorded", async () => {
    const run = await generate(serverSubject(base), toyPipelineSet(), {
      folder: join(folder, "run"),
      concurrency: 3,
    });
    expect(run.records).toHaveLength(5);
    const byId = new Map(run.records.map((record) => [record.id, record]));
    expect(byId.get("gdp")?.turns[0]?.response?.status).toBe("answered");
    expect(byId.get("gdp")?.slices[0]?.text).toContain("增长");
    expect(byId.get("gdp")?.lookups).toEqual([[]]);
    expect(byId.get("phone")?.turns[0]?.error).toMatch(/answered 500/);
    expect(score(run).components.citations.exactness.value).toBe(1);
    expect(score(run).faults.asking).toEqual(["phone"]);
  });
});

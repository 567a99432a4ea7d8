import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type FileReading, fileReadingSchema } from "#ingest/formats/file-reading.ts";
import { packedFault } from "#ingest/formats/packed-fault.ts";
import { readers } from "#ingest/formats/readers.ts";
import { reportOfReading } from "#ingest/formats/report-of-reading.ts";
import { readReport } from "#ingest/read-report.ts";
import { type ChildJob, childJobSchema, RESULT_DESCRIPTOR } from "./child-job.ts";

/** The program of a child: one job from standard input, its result as JSON on a descriptor of its own, then it ends. */
async function main(): Promise<void> {
  endWithParent();
  const { job, bytes } = await readJob();
  writeWhole(JSON.stringify(await resultOf(job, bytes)));
  process.exit(0);
}

async function resultOf(job: ChildJob, bytes: Uint8Array): Promise<unknown> {
  switch (job.task) {
    case "reading":
      return await readingOf(job.format, bytes);
    case "text":
      return readReport({ file: job.file, bytes, metadata: job.metadata });
    case "document": {
      const reading = fileReadingSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
      const { file, metadata, digest } = job;
      return reportOfReading({ file, metadata, digest }, job.format, reading);
    }
  }
}

async function readingOf(
  format: Extract<ChildJob, { task: "reading" }>["format"],
  bytes: Uint8Array,
): Promise<FileReading> {
  const fault = packedFault(bytes);
  if (fault !== null) return failed(fault.code, fault.message);
  const load = readers[format];
  if (load === undefined)
    return failed("unread_format", `${format} files are not read; save it as .docx, .pdf, .xlsx or .txt`);
  return await (await load())(bytes);
}

function failed(code: string, message: string): FileReading {
  const facts = { title: null, issuer: null, published: null, url: null };
  return { blocks: [], facts, problems: [{ severity: "error", code, message }], pages: null };
}

/** The header is a line of JSON that says how many bytes follow. */
async function readJob(): Promise<{ job: ChildJob; bytes: Uint8Array }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let header: { job: ChildJob; length: number } | null = null;
  for await (const chunk of process.stdin) {
    if (!(chunk instanceof Buffer)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (header === null) {
      const start = Buffer.concat(chunks);
      const end = start.indexOf(0x0a);
      if (end < 0) continue;
      header = { job: childJobSchema.parse(JSON.parse(start.toString("utf8", 0, end))), length: end + 1 };
    }
    if (size >= header.length + header.job.bytes) break;
  }
  if (header === null) throw new TypeError("no job came in");
  const all = Buffer.concat(chunks);
  return { job: header.job, bytes: new Uint8Array(all.subarray(header.length)) };
}

function writeWhole(text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(RESULT_DESCRIPTOR, bytes, at);
    } catch (error) {
      // The pipe is full until its reader has caught up.
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}

/** A child whose parent was killed would go on for ever if its file hangs it: a thread of its own looks after that. */
function endWithParent(): void {
  const look = `const parent = ${process.ppid};
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);`;
  new Worker(look, { eval: true }).unref();
}

await main();

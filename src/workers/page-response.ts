import { ReadStoppedError, WorkerFaultError, WorkerLostError } from "./faults.ts";
import type { JobRecord } from "./pool-counts.ts";
import type { RunningJob } from "./running-job.ts";

/** Statuses that have no body (RFC 9110), for which a Response takes none. */
const BODILESS = [101, 103, 204, 205, 304];

/**
 * The response that a worker makes of a page, its body fetched piece by piece as the reader takes it.
 * @throws ReadStoppedError, WorkerLostError, WorkerFaultError
 */
export async function pageResponse(
  job: RunningJob,
  { method }: Request,
  record: JobRecord,
): Promise<Response> {
  const head = await job.next().catch((error: unknown) => {
    job.close();
    throw toldOf(error, job, record);
  });
  if (head.type !== "head") {
    job.close();
    throw new WorkerFaultError(
      head.type === "fault" ? head : { code: "defect", message: `${head.type} is no head` },
    );
  }
  record.counts.read += 1;
  const { status, headers } = head;
  if (method !== "HEAD" && !BODILESS.includes(status)) return new Response(bodyOf(job), { status, headers });
  job.close();
  return new Response(null, { status, headers });
}

function bodyOf(job: RunningJob): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        job.more();
        const next = await job.next();
        if (next.type === "piece") return stream.enqueue(next.bytes);
        job.close();
        // Half a file must not pass for the whole of it.
        if (next.type === "fault") throw new WorkerFaultError(next);
        stream.close();
      },
      cancel: () => job.close(),
    },
    { highWaterMark: 0 },
  );
}

function toldOf(error: unknown, { isStopped }: RunningJob, { counts, deadlineMs, log }: JobRecord): unknown {
  if (!(error instanceof WorkerLostError)) return error;
  if (!isStopped) {
    counts.lost += 1;
    return error;
  }
  counts.stopped += 1;
  log(`stopped a page after ${deadlineMs} ms of work`);
  return new ReadStoppedError({ deadlineMs });
}

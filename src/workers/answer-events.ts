import type { ChatEvent, ChatRequest } from "#protocol/chat.ts";
import { WorkerFaultError, WorkerLostError } from "./faults.ts";
import type { JobRecord } from "./pool-counts.ts";
import type { RunningJob } from "./running-job.ts";
import { tooComplex } from "./too-complex.ts";

/** The events of one question. Where its time was up before a word was said, they end as a refusal that says so. */
export async function* answerEvents(
  job: RunningJob,
  request: ChatRequest,
  record: JobRecord,
): AsyncGenerator<ChatEvent> {
  let hasSpoken = false;
  try {
    for (;;) {
      const report = await job.next();
      if (report.type === "end") break;
      if (report.type === "fault") throw new WorkerFaultError(report);
      if (report.type !== "event") continue;
      hasSpoken ||= report.event.type !== "status";
      // Its reader leaves with the last event.
      if (report.event.type === "done") record.counts.answered += 1;
      yield report.event;
    }
  } catch (error) {
    if (!(error instanceof WorkerLostError)) throw error;
    keep(job, request, record);
    if (!job.isStopped || hasSpoken) throw error;
    yield* tooComplex(request, job.generation);
  } finally {
    job.close();
  }
}

/** The log tells the size of the question, never its words. */
function keep(
  { isStopped }: RunningJob,
  { messages }: ChatRequest,
  { counts, deadlineMs, log }: JobRecord,
): void {
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  const size = `${messages.length} messages, ${characters} characters`;
  if (isStopped) counts.stopped += 1;
  else counts.lost += 1;
  log(isStopped ? `stopped a question after ${deadlineMs} ms of work: ${size}` : `lost a question: ${size}`);
}

import { WenzhengError } from "#domain/errors.ts";

/** Whoever meets one may come back after `retryAfter` seconds. */
abstract class PassingError extends WenzhengError {
  readonly audience = "reader";
  abstract readonly retryAfter: number;
}

/** No worker came free in time, or too many wait already. */
export class OverloadedError extends PassingError {
  readonly code = "busy";
  readonly retryAfter: number;
  constructor(facts: { retryAfter: number }) {
    super(`No worker is free; come back in ${facts.retryAfter} s.`);
    this.retryAfter = facts.retryAfter;
  }
}

/** The worker died under this job, through no fault of the question that is known. */
export class WorkerLostError extends PassingError {
  readonly code = "worker_lost";
  readonly retryAfter = 2;
  constructor(facts: { how: string }) {
    super(`The worker ended while it answered (${facts.how}); another takes its place.`);
  }
}

/** A page took longer to make than one may. */
export class ReadStoppedError extends PassingError {
  readonly code = "read_stopped";
  readonly retryAfter = 30;
  constructor(facts: { deadlineMs: number }) {
    super(`A page was not made within ${facts.deadlineMs} ms and was stopped.`);
  }
}

/** What a worker reports that failed in it; `code` as thrown there. */
export class WorkerFaultError extends WenzhengError {
  readonly audience = "operator";
  readonly code: string;
  constructor(facts: { code: string; message: string }) {
    super(facts.message);
    this.code = facts.code;
  }
}

import type { ChatEvent } from "#protocol/chat.ts";

/** Whoever answers did not keep its side of the contract. */
export class BrokenAnswerError extends Error {
  override readonly name = "BrokenAnswerError";
}

/**
 * The events of one answer as the contract has them: the deltas joined are `done.answer`, and `done` is last.
 * Ends at once when `signal` aborts, with its reason, even when whoever answers does not listen.
 */
export async function* checkedEvents(
  events: AsyncIterable<ChatEvent>,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  let sent = "";
  for await (const event of untilAborted(events, signal)) {
    if (event.type === "delta") sent += event.text;
    if (event.type === "done") {
      const { answer } = event.response;
      if (!answer.startsWith(sent)) throw new BrokenAnswerError("the deltas are not the answer");
      if (sent.length < answer.length) yield { type: "delta", text: answer.slice(sent.length) };
      yield event;
      return;
    }
    yield event;
  }
  throw new BrokenAnswerError("the events ended without done");
}

async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const aborted = rejectionOf(signal);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    aborted.forget();
    iterator.return?.().catch(() => undefined);
  }
}

function rejectionOf(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let listener = () => {};
  const promise = new Promise<never>((_, reject) => {
    listener = () => reject(signal.reason);
    if (signal.aborted) listener();
    else signal.addEventListener("abort", listener, { once: true });
  });
  promise.catch(() => undefined);
  return { promise, forget: () => signal.removeEventListener("abort", listener) };
}

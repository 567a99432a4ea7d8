import type { ChatEvent } from "#protocol/chat.ts";
import type { Problem } from "#protocol/problem.ts";

const KEEP_ALIVE_MS = 15_000;

/** How events and a problem are written into the stream. */
export interface StreamForm {
  readonly event: (event: ChatEvent) => string;
  readonly problem: (problem: Problem) => string;
}

/** The form of the wire contract: named events with JSON, ending with `done` or `error`. */
export const CONTRACT_FORM: StreamForm = {
  event: (event) => eventText(event.type, payloadOf(event)),
  problem: (problem) => eventText("error", problem),
};

interface StreamHooks {
  readonly form: StreamForm;
  /** The problem the reader is told when the events fail. */
  readonly problemFor: (error: unknown) => Problem;
  /** The reader has gone. */
  readonly left: () => void;
  /** The stream is over, whichever way. */
  readonly over: () => void;
}

/** Server-sent events, ending with `done` or, when `events` throws, with one `error`; written as fast as they are read. */
export function answerStream(
  events: AsyncGenerator<ChatEvent>,
  hooks: StreamHooks,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let keepAlive: NodeJS.Timeout | undefined;
  const finish = () => {
    clearInterval(keepAlive);
    hooks.over();
  };
  return new ReadableStream<Uint8Array>({
    start(stream) {
      keepAlive = setInterval(() => {
        if ((stream.desiredSize ?? 0) > 0) stream.enqueue(encoder.encode(": keep-alive\n\n"));
      }, KEEP_ALIVE_MS);
      keepAlive.unref();
    },
    async pull(stream) {
      const { text, last } = await nextText(events, hooks);
      if (text !== "") stream.enqueue(encoder.encode(text));
      if (!last) return;
      finish();
      stream.close();
    },
    cancel() {
      hooks.left();
      finish();
    },
  });
}

async function nextText(events: AsyncGenerator<ChatEvent>, { form, problemFor }: StreamHooks) {
  try {
    const next = await events.next();
    if (next.done === true) return { text: "", last: true };
    return { text: form.event(next.value), last: next.value.type === "done" };
  } catch (error) {
    return { text: form.problem(problemFor(error)), last: true };
  }
}

function payloadOf(event: ChatEvent): unknown {
  switch (event.type) {
    case "status":
      return { stage: event.stage };
    case "citation":
      return event.citation;
    case "indicator":
      return event.indicator;
    case "delta":
      return { text: event.text };
    case "done":
      return event.response;
  }
}

function eventText(name: string, payload: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`;
}

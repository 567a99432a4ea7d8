import { createParser } from "eventsource-parser";

/** The events of a whole `text/event-stream` body. */
export function eventsIn(text: string) {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
  const events: { name: string; data: any }[] = [];
  const parser = createParser({
    onEvent: (event) => events.push({ name: event.event ?? "message", data: JSON.parse(event.data) }),
  });
  parser.feed(text);
  return events;
}

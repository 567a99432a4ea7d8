import { type Behaviour, begin, chunk, Endpoint, says, status } from "../../test/model/endpoint.ts";
import { ask, startService } from "./service.ts";
import type { Counts } from "./trials.ts";

/** Ways for a language model to fail, one after another. */
const FAULTS: readonly Behaviour[] = [
  status(500),
  status(429, "slow down"),
  status(200, "no events"),
  says(""),
  says("抱歉，我无法回答。"),
  says("江北区2022年GDP增速为99.9%[1]。"),
  says("字".repeat(20_000)),
  (reply) => reply.destroy(),
  (reply) => {
    begin(reply);
    reply.write(chunk("江北区2022"));
    reply.destroy();
  },
  (reply) => {
    begin(reply);
    reply.end("data: {broken\n\n");
  },
  // Says nothing for ever.
  () => {},
];

/** Questions to a service whose language model fails in every way: each is answered all the same. */
export async function modelFaults(count: number): Promise<Counts> {
  const counts: Counts = { wrong: 0 };
  const endpoint = new Endpoint();
  const baseUrl = await endpoint.open();
  const service = await startService({ LLM_BASE_URL: baseUrl, LLM_MODEL: "faulty", LLM_TIMEOUT_MS: "1000" });
  try {
    for (let asked = 0; asked < count; asked += 1) {
      endpoint.behaviour = FAULTS[asked % FAULTS.length] ?? says("");
      const reply = await ask(service.at, "江北区2022年GDP增速是多少？");
      counts[`status ${reply.status}`] = (counts[`status ${reply.status}`] ?? 0) + 1;
      if (reply.status !== 200) counts["wrong"] = (counts["wrong"] ?? 0) + 1;
    }
  } finally {
    await service.stop();
    await endpoint.close();
  }
  return counts;
}

import { quantile, watchHealth } from "./health.ts";
import { ask, type Service } from "./service.ts";
import type { Counts } from "./trials.ts";

const QUESTIONS = [
  "江北区2022年GDP增速是多少？",
  "江北区有哪些困难和问题？",
  "大渡口区2022年固定资产投资增速的目标完成了吗？",
  "渝北区2024年怎么发展文化产业？",
];
interface Load {
  readonly clients: number;
  readonly ms: number;
}

/** So many clients that ask one question after another, for a while. */
async function load(at: string, { clients, ms }: Load) {
  const until = performance.now() + ms;
  const replies: Awaited<ReturnType<typeof ask>>[] = [];
  const client = async (number: number) => {
    for (let asked = number; performance.now() < until; asked += 1) {
      const reply = await ask(at, QUESTIONS[asked % QUESTIONS.length] ?? "");
      replies.push(reply);
      const left = Math.max(0, until - performance.now());
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, reply.retryAfter * 1_000)));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return replies;
}

/** Capacity with as many clients as workers, then four times as many as the queue serves in time: goodput, refusals, health. */
export async function overload({ at }: Service, seconds: number): Promise<Counts> {
  const rate = (replies: readonly { status: number }[]) =>
    replies.filter(({ status }) => status === 200).length / seconds;
  await load(at, { clients: 2, ms: 2_000 });
  const capacity = rate(await load(at, { clients: 2, ms: seconds * 1_000 }));
  const watch = await watchHealth(at);
  const clients = Math.max(40, Math.ceil(capacity * 2 * 4));
  const replies = await load(at, { clients, ms: seconds * 1_000 });
  const health = watch.end();
  const refused = replies.filter(({ status }) => status === 503).map(({ ms }) => ms);
  return {
    clients,
    "capacity (answers/s)": Math.round(capacity * 10) / 10,
    "goodput (answers/s)": Math.round(rate(replies) * 10) / 10,
    answered: replies.filter(({ status }) => status === 200).length,
    "503": refused.length,
    "503 p99 (ms)": quantile(refused, 0.99),
    "answered p99 (ms)": quantile(
      replies.filter(({ status }) => status === 200).map(({ ms }) => ms),
      0.99,
    ),
    ...health,
    wrong: replies.filter(({ status }) => ![200, 503].includes(status)).length,
  };
}

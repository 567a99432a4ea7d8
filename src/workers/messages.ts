import { z } from "zod";
import { chatEventSchema, chatRequestSchema } from "#protocol/chat.ts";
import { overviewSchema } from "#protocol/overview.ts";

const job = z.int().nonnegative();

/** What the serving process tells a worker. `job` numbers what it is to do, from 1 for each worker. */
export const orderSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ask"), job, request: chatRequestSchema }),
  z.object({ type: z.literal("read"), job, url: z.string(), headers: z.record(z.string(), z.string()) }),
  /** The reader takes another piece of a page. */
  z.object({ type: z.literal("more"), job }),
  /** Opens what is current now in the place of what is open; given to a worker without jobs. */
  z.object({ type: z.literal("renew") }),
  /** Nobody waits for this job any more. */
  z.object({ type: z.literal("cancel"), job }),
]);

/** What a worker tells the serving process. A job ends with exactly one `end` or `fault`. */
export const reportSchema = z.discriminatedUnion("type", [
  /** The index is open, at the start or anew: jobs may come. */
  z.object({
    type: z.literal("ready"),
    overview: overviewSchema,
    generation: z.string(),
    instead: z.string().nullable(),
  }),
  /** What the first questions would wait for is made. */
  z.object({ type: z.literal("warm") }),
  /** It cannot start; `code` is that of a WenzhengError, else `defect`. */
  z.object({ type: z.literal("failed"), code: z.string(), message: z.string() }),
  /** What is current now cannot be opened: it keeps what is open. */
  z.object({ type: z.literal("kept"), code: z.string(), message: z.string() }),
  z.object({ type: z.literal("event"), job, event: chatEventSchema }),
  z.object({
    type: z.literal("head"),
    job,
    status: z.int(),
    headers: z.array(z.tuple([z.string(), z.string()])),
  }),
  z.object({ type: z.literal("piece"), job, bytes: z.instanceof(Uint8Array) }),
  /** It waits for a language model, or works again. */
  z.object({ type: z.literal("waits"), job }),
  z.object({ type: z.literal("works"), job }),
  z.object({ type: z.literal("end"), job }),
  z.object({ type: z.literal("fault"), job, code: z.string(), message: z.string() }),
]);

export type Order = z.infer<typeof orderSchema>;
export type Report = z.infer<typeof reportSchema>;

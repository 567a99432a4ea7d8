import { z } from "zod";

/** `GET /livez`, `/readyz`, `/healthz` when all is well. */
export const healthSchema = z.object({ status: z.literal("ok") });

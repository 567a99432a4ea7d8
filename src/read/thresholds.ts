import { z } from "zod";
import file from "./thresholds.json" with { type: "json" };

const probability = z.number().min(0).max(1);

/** The probabilities from which a stretch answers, as `training/reader/train.ts` chose them on questions cross-fitted by report. */
export const thresholds = z
  .object({
    about: z.string(),
    /** Shares of what is as likely that are rightly read. */
    right: z.object({ surely: probability, weighed: probability, beyondDoubt: probability }),
    surely: probability,
    /** The same where words narrow what is asked. */
    weighed: probability,
    beyondDoubt: probability,
    /** Shares of the answerable questions refused at each. */
    overRefusal: z.object({ likely: probability, likelyOfAnything: probability }),
    likely: probability,
    /** Of a question that names neither place nor year nor indicator. */
    likelyOfAnything: probability,
  })
  .parse(file);

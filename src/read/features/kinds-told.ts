import { cues } from "#read/cues.ts";
import type { FeatureGroup } from "./feature.ts";

const KINDS = ["each", "left", "share", "place", "named", "date"] as const;

/**
 * Whether a unit shows a thing of the kind asked for: so much for each (每户补多少), what is left (还剩几户), a share, a place, a
 * name, a date. 1 where it is asked for and there, −1 where asked for and absent, 0 where not asked for.
 */
export const kindsTold: FeatureGroup = ({ folded }, { folded: asked }) =>
  Object.fromEntries(
    KINDS.map((kind) => {
      if (!cues.asks[kind].test(asked)) return [`kind_${kind}`, 0];
      return [`kind_${kind}`, cues.tells[kind].test(folded) ? 1 : -1];
    }),
  );

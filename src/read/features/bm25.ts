import { heldAmong } from "#read/query-terms.ts";
import type { FeatureGroup } from "./feature.ts";

const SATURATION = 1.2;
const LENGTH_SHARE = 0.4;
const USUAL_LENGTH = 60;

/** BM25 of the unit by itself for the question's terms, and its share of what a unit that holds all of them would score. */
export const bm25: FeatureGroup = ({ terms, present, folded }) => {
  const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * folded.length) / USUAL_LENGTH;
  const gain = (SATURATION + 1) / (1 + SATURATION * norm);
  const held = [...heldAmong(terms, present)].reduce((sum, term) => sum + (terms.weights.get(term) ?? 0), 0);
  return { bm25: held * gain, bm25Share: terms.total === 0 ? 0 : (held * gain) / terms.total };
};

import { foldPlain } from "#text/fold.ts";
import { type FeatureGroup, flag } from "./feature.ts";

const QUOTED = /[“"「《]([^”"」》]{2,30})[”"」》]/gu;
const MARKS = /[\s“”"'‘’「」()[\]《》、,。:?]/gu;

/** A term in quotation marks, or the topic as a whole: whether the unit prints it, opens with it, or is its entry in a glossary. */
export const termMeant: FeatureGroup = ({ folded, heading, unit }, { folded: asked, wordings }) => {
  const quoted = [...asked.matchAll(QUOTED)].map(([, term = ""]) => bare(term));
  const [topic = ""] = wordings;
  const plain = bare(folded);
  const terms = quoted.length > 0 ? quoted : [bare(topic)].filter((term) => term.length > 1);
  const entry = bare(foldPlain(heading));
  return {
    termQuoted: quoted.length,
    termPrinted: quoted.length === 0 ? 0 : flag(quoted.some((term) => plain.includes(term))),
    topicPrinted: flag(terms.some((term) => plain.includes(term))),
    topicOpens: flag(terms.some((term) => plain.startsWith(term))),
    termIsEntry: flag(
      unit.kind === "definition" &&
        entry.length > 1 &&
        terms.some((term) => term.includes(entry) || entry.includes(term)),
    ),
  };
};

const bare = (words: string): string => words.replace(MARKS, "");

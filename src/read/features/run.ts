import type { FeatureGroup } from "./feature.ts";

/** The longest run of characters that the unit shares with the question's words: 老旧小区改造 in one piece says more than its pairs. */
export const run: FeatureGroup = ({ folded, heading }, { wordings }) => {
  const [topic = ""] = wordings;
  const pieces = wordings.flatMap((wording) => wording.split(" ")).filter((piece) => piece.length > 1);
  const longest = Math.max(0, ...pieces.map((piece) => commonRun(piece, folded)));
  const inHeading = Math.max(0, ...pieces.map((piece) => commonRun(piece, heading)));
  const length = topic.replaceAll(" ", "").length;
  return {
    run: longest,
    runShare: length === 0 ? 0 : longest / length,
    runInHeading: inHeading,
    topicLength: length,
  };
};

/** Length of the longest stretch of `piece` that stands in `text`. */
function commonRun(piece: string, text: string): number {
  let longest = 0;
  for (let start = 0; start + longest < piece.length; start += 1)
    while (start + longest < piece.length && text.includes(piece.slice(start, start + longest + 1)))
      longest += 1;
  return longest;
}

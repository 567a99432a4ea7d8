/**
 * What a question asks of reports as a whole: `whole` of it (总结一下), what was achieved (`back`: 亮点), what is lacking
 * (`problems`), what is planned (`ahead`: 打算), or all on a `theme` (教育有什么进展). Everything narrower is `other`.
 */
export const ASPECTS = ["other", "whole", "back", "problems", "ahead", "theme"] as const;

export type Aspect = (typeof ASPECTS)[number];

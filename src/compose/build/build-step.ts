/** How far a build has come; `total` is known from the first call of a step. */
export type OnProgress = (step: BuildStep, done: number, total: number) => void;
export type BuildStep = "read" | "cut" | "embed" | "publish";

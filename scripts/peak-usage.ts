import { processUsage } from "#ingest/child/process-usage.ts";
import { processTree } from "#ingest/formats/office/process-tree.ts";

const LOOK_MS = 250;

/** What was seen of a process and of those it started: the most memory held, and the most work of one that it started. */
export interface PeakUsage {
  /** Of all of them together, at one moment. */
  readonly allMegabytes: number;
  readonly childMegabytes: number;
  readonly childWorkSeconds: number;
}

/** Looks at a process and all it starts; the returned function stops looking and tells. Linux only; elsewhere all is 0. */
export function watchUsage(pid: number): () => PeakUsage {
  let peak: PeakUsage = { allMegabytes: 0, childMegabytes: 0, childWorkSeconds: 0 };
  const look = (): void => {
    const children = processTree(pid)
      .slice(1)
      .flatMap((child) => processUsage(child) ?? []);
    const held = children.map(({ residentMegabytes }) => residentMegabytes);
    const all = held.reduce((sum, each) => sum + each, processUsage(pid)?.residentMegabytes ?? 0);
    peak = {
      allMegabytes: Math.round(Math.max(peak.allMegabytes, all)),
      childMegabytes: Math.round(Math.max(peak.childMegabytes, ...held)),
      childWorkSeconds: Math.max(peak.childWorkSeconds, ...children.map(({ workMs }) => workMs / 1000)),
    };
  };
  const looking = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(looking);
    return peak;
  };
}

import type { Region } from "#text/places/gazetteer.ts";
import { regionsMeant } from "#text/regions.ts";
import { isOfRank, ownRank } from "./own-rank.ts";
import { type Sighting, type SightingSource, sightingsOf } from "./region-sightings.ts";
import type { ReportFace } from "./report-face.ts";

export interface RegionFound {
  readonly region: string | null;
  /** The regions above it, outermost first; null where they are not known. */
  readonly parents: readonly string[] | null;
  /** Why it may be another; null where nothing speaks against it. */
  readonly doubt: string | null;
  /** Where the file's name or title says another region than its text; null where they agree. */
  readonly contradiction: string | null;
}

/** What the sightings of one source together can weigh, the most trusted first. */
const WEIGHTS: Readonly<Record<SightingSource, number>> = {
  statement: 6,
  title: 5,
  "file title": 3,
  caption: 4,
  signature: 3,
  body: 4,
  "places inside": 3,
  "file issuer": 2,
  "file name": 2,
};
/** Share of a source's weight that its first sighting has; several have the whole. */
const FIRST = 0.7;
const OF_OWN_RANK = 3;
/** Below this a region rests on too little, and another with this share of its weight is as likely. */
const SURE = 3;
const NEAR = 0.75;
/** A town or street that the front names as giving the paper, and the text names so often, is whose paper it is. */
const NAMED_OFTEN = 3;
const TOWN = /(?:街道|镇|乡)$/;
const OF_TOWN = 8;
/** 全市 in a report that names no region counts for the one above the places it names. */
const FROM_TEXT: ReadonlySet<SightingSource> = new Set([
  "statement",
  "title",
  "caption",
  "signature",
  "body",
  "places inside",
]);

interface Candidate {
  readonly name: string;
  readonly region: Region | null;
  weight: number;
  readonly sources: Set<SightingSource>;
}

/**
 * The region a report speaks for, weighed from all that names one: who reports and to which assembly, titles, captions,
 * the signature, the text itself; the file's name last. 全市, 全州 tell at which rank it lies.
 */
export function inferRegion(face: ReportFace): RegionFound {
  const sightings = sightingsOf(face);
  const candidates = weighed(sightings, face);
  const [best, ...others] = candidates;
  if (best === undefined || best.weight <= 0)
    return { region: null, parents: null, doubt: null, contradiction: null };
  const rival = others.find((one) => !isAround(one, best) && !isAround(best, one));
  return {
    region: best.name,
    parents: parentsOf(best),
    doubt: doubtOf(best, rival),
    contradiction: contradictionOf(best, sightings),
  };
}

function weighed(sightings: readonly Sighting[], { text, titles, front }: ReportFace): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const bySource = new Map<string, number>();
  for (const { name, region, source, share } of sightings) {
    const key = region === null ? name : `${region.parents.join("")}${name}`;
    const candidate = candidates.get(key) ?? { name, region, weight: 0, sources: new Set() };
    candidates.set(key, candidate);
    candidate.sources.add(source);
    const known = bySource.get(`${source}${key}`) ?? 0;
    const added = share < 1 ? share : known === 0 ? FIRST : 1 - FIRST;
    const now = Math.min(1, known + added);
    bySource.set(`${source}${key}`, now);
    candidate.weight += (now - known) * WEIGHTS[source];
  }
  const rank = ownRank(text);
  const head = [...titles, ...front].join("");
  for (const candidate of candidates.values()) {
    candidate.weight += byRank(candidate, rank);
    if (
      TOWN.test(candidate.name) &&
      head.includes(candidate.name) &&
      text.split(candidate.name).length > NAMED_OFTEN
    )
      candidate.weight += OF_TOWN;
  }
  return [...candidates.values()].sort((a, b) => b.weight - a.weight);
}

/** 全市 speaks for a city as far as something else does, and against a county; not against a report that says it is of the whole country. */
function byRank({ name, weight, sources }: Candidate, rank: string | null): number {
  if (rank === null) return 0;
  if (isOfRank(name, rank)) return OF_OWN_RANK * Math.min(1, weight / HALF_SURE);
  return name === "全国" && sources.has("statement") ? 0 : -OF_OWN_RANK;
}
const HALF_SURE = 2;

const isAround = (outer: Candidate, inner: Candidate): boolean =>
  inner.region?.parents.includes(outer.name) === true ||
  outer.name === "全国" ||
  (inner.region === null && TOWN.test(inner.name));

function parentsOf({ name, region }: Candidate): readonly string[] | null {
  if (region !== null) return region.parents;
  const [only, another] = regionsMeant(name);
  return only !== undefined && another === undefined ? only.parents : null;
}

function doubtOf(best: Candidate, rival: Candidate | undefined): string | null {
  if (![...best.sources].some((source) => FROM_TEXT.has(source)))
    return `only the file itself says ${best.name}, not its text`;
  if (best.weight < SURE) return `little in the text speaks for ${best.name}`;
  if (rival !== undefined && rival.weight > best.weight * NEAR)
    return `it may be ${rival.name} instead of ${best.name}`;
  return null;
}

function contradictionOf(best: Candidate, sightings: readonly Sighting[]): string | null {
  const said = sightings.filter(({ source }) => source === "file name" || source === "file title");
  const other = said.find(
    ({ name, region }) =>
      name !== best.name &&
      best.region?.parents.includes(name) !== true &&
      region?.parents.includes(best.name) !== true &&
      name !== "全国",
  );
  if (other === undefined) return null;
  const where = other.source === "file name" ? "the file's name" : "the file's own title";
  return `${where} says ${other.name}, its text ${best.name}; the text counts`;
}

import type { SourceDocument } from "#domain/document.ts";
import type { Scope } from "#domain/indicator.ts";
import { regionsNamed } from "#text/places/gazetteer.ts";
import { findRegions } from "#text/regions.ts";

const LEVELS = ["镇", "街道", "区县旗", "市州盟", "省"];

function levelOf(name: string): number {
  return LEVELS.findIndex((endings) => endings.includes(name.slice(-1)));
}

/** The regions above the document's own, outermost first, as far as title, issuer or the gazetteer tell. */
export function parentRegions(document: SourceDocument): readonly string[] {
  const { region } = document;
  if (region === null) return [];
  const known = regionsNamed(region);
  const told = new Set(
    findRegions(`${document.title} ${document.issuer ?? ""}`).map((mention) => mention.region.name),
  );
  const fitting = known.find((candidate) => candidate.parents.some((parent) => told.has(parent)));
  return (fitting ?? (known.length === 1 ? known[0] : undefined))?.parents ?? [];
}

/** How the region of a figure stands to the report's own. */
export function scopeOf({ region: own }: SourceDocument, region: string | null): Scope {
  if (region === null) return "unknown";
  return region === own ? "own" : "other";
}

/**
 * Whom 全区, 我市, 全国, 市级 mean in this document: its own region when the level fits, the region above when it names a
 * wider one, `undefined` when it names somebody the document does not tell.
 */
export function regionMeant(document: SourceDocument, word: string): string | null | undefined {
  if (/全国|国家|我国/u.test(word)) return "全国";
  const { region } = document;
  const level = /[省市州盟区县旗镇]/u.exec(word.replace(/^[全我本]/u, ""))?.[0];
  if (level === undefined || region === null) return region;
  if (region === "全国") return level === undefined ? region : undefined;
  if (levelOf(level) === levelOf(region) || region.includes(level)) return region;
  const above = parentRegions(document).filter((parent) => parent.endsWith(level));
  return above.at(-1);
}

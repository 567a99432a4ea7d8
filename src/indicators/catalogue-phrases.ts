import ambiguousData from "./catalogue/ambiguous.json" with { type: "json" };
import wordsData from "./catalogue/words.json" with { type: "json" };
import { type Concept, concepts } from "./catalogue.ts";
import { nameKey } from "./catalogue-key.ts";
import { ambiguousSchema, wordsSchema } from "./catalogue-schema.ts";
import { spoken } from "./catalogue-spoken.ts";

/** What kind of word a phrase is. */
export type Via = "name" | "alias" | "colloquial" | "spoken" | "english";

/** What a phrase of the catalogue says; no concept at all for a stranger, several for an ambiguous phrase. */
export interface Phrase {
  readonly concepts: readonly string[];
  readonly growth: boolean;
  readonly via: Via;
  /** True when all concepts are meant at once. */
  readonly together?: boolean;
}

/** The words read around names. */
export const words = wordsSchema.parse(wordsData);

/** Phrases with several readings. */
export const ambiguous = ambiguousSchema.parse(ambiguousData);

/** Members of one synonym group, longest first, as keys. */
const synonyms = words.synonyms.map((group) => group.map(nameKey).sort((a, b) => b.length - a.length));

/** Most phrases hold no synonym at all, and are told so at once. */
const ANY_SYNONYM = new RegExp(
  synonyms
    .flat()
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|"),
  "u",
);

/** Every key that a written phrase stands for: each synonym in it replaced by each of its group. */
export function keysOf(written: string): string[] {
  const key = nameKey(written);
  if (!ANY_SYNONYM.test(key)) return [key];
  let keys = [key];
  for (const group of synonyms) keys = keys.flatMap((key) => replaceGroup(key, group));
  return [...new Set(keys)];
}

function replaceGroup(key: string, group: readonly string[]): string[] {
  const found = group.find((member) => key.includes(member));
  if (found === undefined) return [key];
  const at = key.indexOf(found);
  const head = key.slice(0, at);
  return replaceGroup(key.slice(at + found.length), group).flatMap((tail) =>
    group.map((member) => head + member + tail),
  );
}

interface Written {
  readonly text: string;
  readonly growth: boolean;
  readonly via: Via;
}

/** A concept's phrases as written, canonical names first. */
export function phrasesOf(concept: Concept): Written[] {
  const list = (texts: readonly string[], via: Via, growth = false) =>
    texts.map((text) => ({ text, growth, via }));
  return [
    ...list([concept.name], "name"),
    ...list(concept.growthName === null ? [] : [concept.growthName], "name", true),
    ...list(concept.aliases, "alias"),
    ...list(concept.growthAliases, "alias", true),
    ...list(concept.colloquial, "colloquial"),
    ...list(concept.english, "english"),
  ];
}

/** A key that two concepts claim without being listed as ambiguous. */
export interface Clash {
  readonly key: string;
  readonly concepts: readonly string[];
}

interface Built {
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly clashes: readonly Clash[];
}

/** The first to claim a key keeps it; words as written stand before those made from synonyms. */
function build(): Built {
  const phrases = new Map<string, Phrase>();
  const clashes: Clash[] = [];
  const claim = (key: string, phrase: Phrase) => {
    const held = phrases.get(key);
    if (held === undefined) phrases.set(key, phrase);
    else if (held.concepts.length === 1 && held.concepts[0] !== phrase.concepts[0])
      clashes.push({ key, concepts: [...held.concepts, ...phrase.concepts] });
  };
  for (const stranger of words.strangers)
    claim(nameKey(stranger), { concepts: [], growth: false, via: "alias" });
  for (const [text, { concepts: ids, growth, together }] of Object.entries(ambiguous))
    for (const key of keysOf(text)) claim(key, { concepts: ids, growth, together, via: "colloquial" });
  for (const concept of concepts)
    for (const { text, growth, via } of phrasesOf(concept))
      for (const key of keysOf(text)) claim(key, { concepts: [concept.id], growth, via });
  // Words made of alternatives stand behind all that are written out.
  for (const { concepts: ids, phrases: said } of spoken)
    for (const key of said.flatMap(keysOf))
      if (!phrases.has(key)) phrases.set(key, { concepts: ids, growth: false, via: "spoken" });
  return { phrases, clashes };
}

/** `phrases`: every phrase by its key. `clashes`: keys claimed twice, which a test keeps empty. */
export const { phrases, clashes } = build();

import { z } from "zod";

/** What a figure counts. Amounts grow; shares and rates move by percentage points. */
export const dimensionSchema = z.enum([
  "money",
  "count",
  "people",
  "percent",
  "days",
  "area",
  "mass",
  "volume",
  "length",
  "energy",
  "concentration",
  "rate",
  "ratio",
  "time",
  "index",
]);

export type Dimension = z.infer<typeof dimensionSchema>;

const AMOUNTS: ReadonlySet<Dimension> = new Set([
  "money",
  "count",
  "people",
  "area",
  "mass",
  "volume",
  "length",
  "energy",
]);

const words = z.array(z.string().min(1));

/**
 * One indicator as the data files write it.
 * `growthName` may be left out: amounts then grow as `name` + 增速, shares and rates have no growth.
 */
export const conceptSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Canonical name of the level. */
    name: z.string().min(2),
    /** Canonical name of the growth, null where growth is not spoken of. */
    growthName: z.string().nullable().optional(),
    /** Other official names of the level. */
    aliases: words.default([]),
    /** Names of the growth that are not a level name followed by a growth word. */
    growthAliases: words.default([]),
    /** Words of ordinary citizens for the level. */
    colloquial: words.default([]),
    english: words.default([]),
    dimension: dimensionSchema,
    /** Usual units, the commonest first. */
    units: words.default([]),
    higherIsBetter: z.boolean().nullable(),
    /** Ids of other indicators that sound alike and mean something else. */
    notToConfuse: words.default([]),
    /** Ids of indicators that tell of the same matter in another way: a rate for a count, a wider calibre. */
    related: words.default([]),
    /** Id of the indicator that counts how much this one fell: asked how it changed, that one is meant. */
    fall: z.string().optional(),
    /** Ids of the two indicators this one is the ratio of: it can be computed where a report does not print it. */
    ratioOf: words.length(2).optional(),
  })
  .transform((written) => {
    const ordinary = AMOUNTS.has(written.dimension) ? `${written.name}增速` : null;
    return { ...written, growthName: written.growthName === undefined ? ordinary : written.growthName };
  });

export type Concept = Readonly<z.infer<typeof conceptSchema>>;

export const conceptsSchema = z.array(conceptSchema);

/** The words read around names. */
export const wordsSchema = z.strictObject({
  about: z.string(),
  /** Groups of words that mean the same wherever they stand in a name. */
  synonyms: z.array(words.min(2)),
  /** After a level name, these make it a growth. */
  growth: words,
  /** Between a name and its growth word, without meaning of their own (同比). */
  growthLeads: words,
  /** Between a name and its growth word, making it another growth (年均). */
  growthCalibres: words,
  /** After a name, these say that the level itself is meant (总量). */
  level: words,
  /** Before a printed name and no part of it (全区). */
  leading: words,
  /** Right before a phrase, these make it a narrower or other indicator (汽车制造业, 人均). */
  narrowers: words,
  /** Right after a phrase, these make it something else (占, 银行). */
  breakers: words,
  /** Right after an ambiguous word, these let it stand for an indicator. */
  followers: words,
  /** Between the words of a name in a question, without meaning for the name (能耗实际降低). */
  gaps: words,
  /** Words that hold an indicator's phrase and are none (进出口银行). */
  strangers: words,
  /** Units printed in brackets after a name. */
  units: words,
});

/** A phrase with several readings, and the ids it may mean. */
export const ambiguousSchema = z.record(
  z.string().min(1),
  z.strictObject({
    concepts: z.array(z.string()).min(2),
    /** True when the phrase itself speaks of growth (居民增收). */
    growth: z.boolean().default(false),
    /** True when the phrase means all of its readings at once (城乡居民收入). */
    together: z.boolean().default(false),
  }),
);

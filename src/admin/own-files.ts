/** What the operator says beside the reports: answers that go first, words that end an answer, and the site's own words. */
export const OWN_FILES = ["answers.jsonl", "sensitive.txt", "synonyms.txt"] as const;
export type OwnFile = (typeof OWN_FILES)[number];

/** The file of that name; null where it is none of them. */
export function ownFileOf(name: string): OwnFile | null {
  return OWN_FILES.find((file) => file === name) ?? null;
}

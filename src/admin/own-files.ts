/** What the operator says beside the reports: answers that go first, and words that end an answer. */
export const OWN_FILES = ["answers.jsonl", "sensitive.txt"] as const;
export type OwnFile = (typeof OWN_FILES)[number];

/** The file of that name; null where it is none of them. */
export function ownFileOf(name: string): OwnFile | null {
  return OWN_FILES.find((file) => file === name) ?? null;
}

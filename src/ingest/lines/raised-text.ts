import { writePieces } from "#ingest/formats/inline-text.ts";

const RAISED = /<sup\b[^<>]{0,200}>([^<>]{0,40})<\/sup>/gi;

/** A line without its raised text: `41.2<sup>4</sup>万吨` is 41.2万吨, `强度<sup>2</sup>` 强度[2], `m<sup>2</sup>` m². */
export function withoutRaised(line: string): string {
  if (!/<sup/i.test(line)) return line;
  const parts = line.split(RAISED);
  return writePieces(
    parts.map((text, at) => ({ text, raised: at % 2 === 1 })),
    new Set(),
  );
}

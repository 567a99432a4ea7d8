import type { SourceDocument } from "#domain/document.ts";

/**
 * Reports of two places of one name are filed under the name with the region above it (南京市鼓楼区, 福州市鼓楼区), so that
 * neither answers for the other. A report that does not say where its place lies keeps the bare name.
 */
export function withRegionsToldApart(documents: readonly SourceDocument[]): SourceDocument[] {
  const above = new Map<string, Set<string>>();
  for (const { region, parents } of documents) {
    const parent = parents?.at(-1);
    if (region !== null && parent !== undefined)
      above.set(region, (above.get(region) ?? new Set()).add(parent));
  }
  return documents.map((document) => {
    const { region, parents } = document;
    const parent = parents?.at(-1);
    const shared = region !== null && (above.get(region)?.size ?? 0) > 1;
    return shared && parent !== undefined ? { ...document, region: `${parent}${region}` } : document;
  });
}

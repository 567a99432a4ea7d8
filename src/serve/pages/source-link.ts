/** Where a span of a document is shown, highlighted, with or without JavaScript. */
export function sourceLink(source: { documentId: string; start: number; end: number }): string {
  return `/documents/${encodeURIComponent(source.documentId)}?start=${source.start}&end=${source.end}#cite`;
}

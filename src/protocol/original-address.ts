/** Address of the file that a report was read from; with a page it opens there, where the browser shows the format. */
export function originalAddress(documentId: string, page: number | null = null): string {
  const path = `/documents/${encodeURIComponent(documentId)}/original`;
  return page === null ? path : `${path}#page=${page}`;
}

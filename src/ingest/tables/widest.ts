/** The greatest of many lengths, 0 when there are none; a table of 200,000 rows is too much for `Math.max(...)`. */
export function widest<Item>(items: readonly Item[], lengthOf: (item: Item) => number): number {
  return items.reduce((most, item) => Math.max(most, lengthOf(item)), 0);
}

/** 哪个降得多: of two falls the deeper one is meant, which is the smaller number. */
const ASKS_FALL = /[降减跌落滑][^,，。?]{0,4}[多大快猛狠深凶]|降幅|跌幅/u;

/** True where a fall is asked about and both figures are falls. */
export const asksFall = (asked: string, figures: readonly { readonly value: string | null }[]): boolean =>
  ASKS_FALL.test(asked) && figures.every(({ value }) => value?.startsWith("-") === true);

// Several lists of the lexicon that are asked for together, again and again.
// Invariant: the answer for one set of lists never changes, so it is found once for each set that words stand in.

type Lists = ReadonlySet<string> | undefined;

/** Whether a word that stands in these lists stands in one of the group. */
export const listGroup = (names: readonly string[]): ((lists: Lists) => boolean) => {
  const known = new WeakMap<ReadonlySet<string>, boolean>();
  return (lists) => {
    if (lists === undefined) return false;
    const said = known.get(lists);
    if (said !== undefined) return said;
    const found = names.some((name) => lists.has(name));
    known.set(lists, found);
    return found;
  };
};

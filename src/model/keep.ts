// What is found once for an object and kept as long as the object lives: lexicons, sentences and marks never change.

/** A function of one object that is asked again and again: it answers from what it found the first time. */
export const kept = <Of extends object, Found>(find: (of: Of) => Found): ((of: Of) => Found) => {
  const known = new WeakMap<Of, { readonly of: Of; readonly found: Found }>();
  // Most questions are asked of one object in a row: of it nothing is looked up.
  let last: { readonly of: Of; readonly found: Found } | undefined;
  return (of) => {
    if (last !== undefined && last.of === of) return last.found;
    let entry = known.get(of);
    if (entry === undefined) {
      entry = { of, found: find(of) };
      known.set(of, entry);
    }
    last = entry;
    return entry.found;
  };
};

/** The same of a text: of the texts asked about last it answers from what it found. */
export const keptOfText = <Found>(find: (text: string) => Found, most = RECENT): ((text: string) => Found) => {
  const recent = new Map<string, Found>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    if (recent.size >= most) recent.clear();
    const found = find(text);
    recent.set(text, found);
    return found;
  };
};

const RECENT = 256;

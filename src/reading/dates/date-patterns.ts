// The date patterns of a language (languages/en/dates.json, datePatterns) as a tree, so that what many of them begin with
// is read once. Invariant: a pattern is "words and {slots} = name of its meaning"; of equals the one that stands first wins.

/** A place in the patterns: what may come next, and which patterns end here. */
export interface PatternNode {
  readonly words: ReadonlyMap<string, PatternNode>;
  readonly slots: ReadonlyMap<string, PatternNode>;
  /** Behind up to three joining marks. */
  readonly joint: PatternNode | null;
  readonly ends: readonly PatternEnd[];
}

export interface PatternEnd {
  readonly name: string;
  /** Its place in the list. */
  readonly rank: number;
}

interface GrowingNode extends PatternNode {
  readonly words: Map<string, GrowingNode>;
  readonly slots: Map<string, GrowingNode>;
  joint: GrowingNode | null;
  readonly ends: PatternEnd[];
}

const seed = (): GrowingNode => ({ words: new Map(), slots: new Map(), joint: null, ends: [] });

const under = (nodes: Map<string, GrowingNode>, key: string): GrowingNode => {
  const node = nodes.get(key) ?? seed();
  nodes.set(key, node);
  return node;
};

const joined = (node: GrowingNode): GrowingNode => {
  node.joint ??= seed();
  return node.joint;
};

const SLOT = /^\{([\w-]+)\}$/;

const next = (node: GrowingNode, sign: string): readonly GrowingNode[] => {
  if (sign === '~') return [joined(node)];
  const slot = SLOT.exec(sign)?.[1];
  return slot === undefined ? sign.split('|').map((word) => under(node.words, word)) : [under(node.slots, slot)];
};

/** Every way to leave out what a pattern's "?" leaves open. */
const variantsOf = (signs: readonly string[]): readonly (readonly string[])[] =>
  signs.reduce<readonly (readonly string[])[]>(
    (all, sign) => {
      const optional = sign.endsWith('?') && sign.length > 1;
      const given = optional ? sign.slice(0, -1) : sign;
      return all.flatMap((one) => (optional ? [[...one, given], one] : [[...one, given]]));
    },
    [[]],
  );

/** "{year?}" is written "{year}?" inside. */
const signsOf = (pattern: string): readonly string[] => pattern.replaceAll('?}', '}?').split(/\s+/);

/** A joint joins: what has nothing behind it ends without one. */
const withoutLastJoint = (signs: readonly string[]): readonly string[] =>
  signs.at(-1) === '~' ? signs.slice(0, -1) : signs;

/** The tree of all patterns. */
export const growPatterns = (entries: readonly string[]): PatternNode => {
  const root = seed();
  entries.forEach((entry, rank) => {
    const at = entry.lastIndexOf(' = ');
    const name = entry.slice(at + 3);
    for (const signs of variantsOf(signsOf(entry.slice(0, at)))) {
      const last = withoutLastJoint(signs).reduce<readonly GrowingNode[]>(
        (nodes, sign) => nodes.flatMap((node) => next(node, sign)),
        [root],
      );
      for (const node of last) node.ends.push({ name, rank });
    }
  });
  return root;
};

// A group's name without its noun: "Salat" after "the Salat Brigade", "al-Nasra" after "the al-Nasra Front".
// Invariant: only where the report gives it men ("Salat's fighters", "the men of Salat") and speaks of no place of that name.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { has, textOf } from './group-words.ts';
import { phraseAt } from './name-tree.ts';

interface Use {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

const MEN = ['ownedForces', 'ledHeads', 'groupHeads', 'ownedPosts'];

const areMen = (theatre: Theatre, token: Token | undefined): boolean => MEN.some((list) => has(theatre, list, token));

/** "Salat's men", "Salat's foreign fighters", "the armed men of Salat". */
const hasMen = ({ tokens, from, to }: Use, theatre: Theatre): boolean => {
  const owns = tokens[to]?.word === "'s" && [to + 1, to + 2].some((at) => areMen(theatre, tokens[at]));
  return owns || (has(theatre, 'partLinks', tokens[from - 1]) && areMen(theatre, tokens[from - 2]));
};

/** "in Salat", "captured Salat", "the town of Salat": said of a place, or it may be. */
const isPlaces = (use: Use, theatre: Theatre): boolean => {
  const { tokens, from, to } = use;
  const before = tokens[from - 1];
  if (has(theatre, 'groupNameWords', tokens[to]) || hasMen(use, theatre)) return false;
  const linked = ['frontLinks', 'placeEvidenceStrong'].some((list) => has(theatre, list, before));
  const done = before !== undefined && theatre.lexicon.verbs.has(before.word);
  const town = has(theatre, 'partLinks', before) && phraseAt(theatre, tokens, from - 2)?.value.type === 'scope';
  return linked || done || town || has(theatre, 'cityWords', tokens[to]);
};

/** Where "al-" or "el-" before a name begins. */
const withArticle = (tokens: readonly Token[], from: number): number =>
  tokens[from - 1]?.text === '-' && tokens[from - 1]?.end === tokens[from]?.start ? from - 2 : from;

const usesOf = (name: string, told: readonly Sentence[]): readonly Use[] => {
  const words = name.split(' ');
  return told.flatMap(({ tokens }) =>
    tokens.flatMap((_, from): readonly Use[] =>
      words.every((word, i) => tokens[from + i]?.text === word)
        ? [{ tokens, from: withArticle(tokens, from), to: from + words.length }]
        : [],
    ),
  );
};

/** The names that groups go by without their noun. */
export const bareGroups = (names: readonly string[], told: readonly Sentence[], theatre: Theatre): readonly string[] =>
  names.flatMap((name): readonly string[] => {
    const noun = name.slice(name.lastIndexOf(' ') + 1);
    if (noun === name || !theatre.lexicon.has('groupNameWords', noun.toLowerCase())) return [];
    const bare = name.slice(0, name.lastIndexOf(' '));
    const uses = usesOf(bare, told);
    if (!uses.some((use) => hasMen(use, theatre)) || uses.some((use) => isPlaces(use, theatre))) return [];
    return uses.map(({ tokens, from, to }) => textOf({ tokens }, { from, to }));
  });

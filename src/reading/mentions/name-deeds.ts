// What a name is said to do: who captures towns, and whom they fall to, is armed and no town.
// Invariant: asked of any capitalised name; only verbs of taking and holding with a place behind them count.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { phraseAt } from './name-tree.ts';

export interface NamedUse {
  readonly run: { readonly sentence: Sentence; readonly from: number; readonly to: number };
  readonly theatre: Theatre;
}

export const wordIn = ({ run }: NamedUse, at: number): string => run.sentence.tokens[at]?.word ?? '';

const wordText = ({ run }: NamedUse, at: number): string => run.sentence.tokens[at]?.text ?? '';

export const isListed = (use: NamedUse, list: string, at: number): boolean =>
  use.theatre.lexicon.has(list, wordIn(use, at));

const lemmaIs = (use: NamedUse, list: string, at: number): boolean =>
  (use.theatre.lexicon.verbs.get(wordIn(use, at)) ?? []).some(({ lemma }) => use.theatre.lexicon.has(list, lemma));

/** Words from the verb to its object. */
const REACH = 5;

/** A name or a noun for a place stands as the object from here on. */
const hasPlaceAt = (use: NamedUse, from: number): boolean => {
  for (let at = from; at < from + REACH; at++) {
    const token = use.run.sentence.tokens[at];
    // "parts of Ashford"
    const share = isListed(use, 'partialWords', at) || isListed(use, 'partLinks', at);
    if (share && at < from + 2) continue;
    if (token === undefined || token.type === 'mark' || isListed(use, 'prepositions', at)) return false;
    if (phraseAt(use.theatre, use.run.sentence.tokens, at)?.value.type === 'scope') return true;
    if (/^\p{Lu}/u.test(token.text)) return !isListed(use, 'titles', at) && !isListed(use, 'months', at);
  }
  return false;
};

/** Behind "X (XYZ)", and behind the letters' own bracket. */
export const afterBrackets = (use: NamedUse): number => {
  const { to } = use.run;
  if (wordIn(use, to) === '(' && wordIn(use, to + 2) === ')') return to + 3;
  return wordIn(use, to) === ')' ? to + 1 : to;
};

const isLetters = ({ run }: NamedUse): boolean =>
  run.to === run.from + 1 && /^\p{Lu}{2,6}\d{0,2}$/u.test(run.sentence.tokens[run.from]?.text ?? '');

/** Words of "claimed to have", "says that its fighters have". */
const SAYING = 9;

/** "X said it had captured Ashford": who says that it took it, took it. */
const afterSaying = (use: NamedUse, from: number): number => {
  if (!lemmaIs(use, 'reportingVerbs', from)) return from;
  let at = from + 1;
  while (at < from + SAYING && ['sayingLinks', 'have'].some((list) => isListed(use, list, at))) at++;
  // "Hale said THEY had captured it": one plain name is a man's as well, who tells of others.
  const plain = use.run.to === use.run.from + 1 && /^\p{Lu}\p{Ll}+[^s]$/u.test(wordText(use, use.run.from));
  if (plain && isListed(use, 'pluralPronouns', from + 1)) return from;
  // "X said shells had hit it": a noun, and nothing that X has done.
  return at === from + 1 && !wordIn(use, at).endsWith('ing') ? from : at;
};

/** Words of "full", "total military" before "control of". */
const CONTROL = 3;

/** "regained control of Ashford", "has taken full control of the town". */
const takesControl = (use: NamedUse, at: number): boolean => {
  if (!lemmaIs(use, 'controlTakers', at)) return false;
  for (let of = at + 2; of <= at + 2 + CONTROL; of++)
    if (isListed(use, 'controlTaken', of - 1)) return isListed(use, 'partLinks', of) && hasPlaceAt(use, of + 1);
  return false;
};

/** "X captured the town", "X has seized Ashford", "X controls Garth". */
const takes = (use: NamedUse): boolean => {
  const behind = afterBrackets(use);
  // "X, who hold Ashford"
  const relative = wordIn(use, behind) === ',' && isListed(use, 'whoWords', behind + 1);
  let at = afterSaying(use, relative ? behind + 2 : behind);
  while (isListed(use, 'have', at) || isListed(use, 'verbAdverbs', at)) at++;
  const many = relative || /s$/.test(wordIn(use, use.run.to - 1));
  const holds = isListed(use, 'holdingForms', at) || (many && isListed(use, 'holdingPlurals', at));
  // "The CF took Ashford": letters stand for a body, whose taking is no taking of tea.
  const letters = isLetters(use) && lemmaIs(use, 'letterVerbs', at);
  if (takesControl(use, at)) return true;
  return (holds || letters || lemmaIs(use, 'takerVerbs', at)) && hasPlaceAt(use, at + 1);
};

/** "was captured by X", "fell to X". */
const wasTakenBy = (use: NamedUse): boolean => {
  const { from } = use.run;
  const link = isListed(use, 'definiteArticles', from - 1) ? from - 2 : from - 1;
  if (isListed(use, 'byWords', link)) return lemmaIs(use, 'takerVerbs', link - 1);
  return isListed(use, 'toWords', link) && lemmaIs(use, 'fallVerbs', link - 1);
};

/** True where this use is of somebody who takes or holds places. */
export const takesPlaces = (use: NamedUse): boolean => takes(use) || wasTakenBy(use);

/** "took Coastal Union's POSITIONS IN A": whose they are is no place, as they are in another. */
export const ownsPostsIn = (use: NamedUse): boolean => {
  const { from, to, sentence } = use.run;
  // One word alone may be a town's: "Ashford's posts in the hills".
  if (to - from < 2 || wordIn(use, to) !== "'s") return false;
  const noun = [to + 1, to + 2].find((at) => isListed(use, 'ownedPosts', at));
  if (noun === undefined || !isListed(use, 'frontLinks', noun + 1)) return false;
  const next = isListed(use, 'determiners', noun + 2) ? noun + 3 : noun + 2;
  return /^\p{Lu}/u.test(sentence.tokens[next]?.text ?? '');
};

// Which capitalised names of a report are places: what speaks for and against is added up over all of a name's uses.
// Invariant: decided once for each name; a name that nothing makes a place is none.
import type { Theatre } from '../model/theatre.ts';
import { guessNames } from './guess-names.ts';
import type { Sentence } from './marks.ts';
import { weighUse } from './name-evidence.ts';
import { isTitled, keyOf, type NameUse } from './name-uses.ts';

/** What each name of the report weighs: above 0 a place. */
export type NameWeights = ReadonlyMap<string, number>;

interface Weighed {
  readonly use: NameUse;
  readonly key: string;
  readonly weight: number;
}

const JOINTS = new Set(['and', ',', ', and', 'or']);

const between = (first: NameUse, second: NameUse): string =>
  first.sentence === second.sentence
    ? first.sentence.tokens
        .slice(first.to, second.from)
        .map(({ word }) => word)
        .join(' ')
        .replace(/^, and$/, ', and')
    : '.';

/** "took A, B and C": what makes the first one a place makes the others one; a lone comma joins nothing. */
const shareInLists = (weighed: readonly Weighed[]): readonly Weighed[] => {
  const shared = [...weighed];
  for (let i = 1; i < shared.length; i++) {
    const [before, own, next] = [shared[i - 1], shared[i], shared[i + 1]];
    if (before === undefined || own === undefined || before.weight <= 0) continue;
    const joint = between(before.use, own.use);
    const listed = joint !== ',' || (next !== undefined && JOINTS.has(between(own.use, next.use)));
    if (JOINTS.has(joint) && listed && own.weight >= 0)
      shared[i] = { ...own, weight: own.weight + Math.min(2, before.weight) };
  }
  return shared;
};

const addUp = (weighed: readonly Weighed[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { key, weight } of weighed) sums.set(key, (sums.get(key) ?? 0) + weight);
  return sums;
};

const lastWord = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

const SURNAME = 4;

/** "Hale" of "Alan Hale": a surname alone is a person's too, unless much makes it a place. */
const markSurnames = (sums: Map<string, number>): void => {
  for (const [key, sum] of [...sums]) {
    if (!key.includes(' ')) continue;
    const last = lastWord(key);
    const alone = sums.get(last);
    if (alone === undefined || alone > SURNAME) continue;
    if (sum < 0) sums.set(last, alone - SURNAME);
    else if (alone < 0) sums.set(key, sum - SURNAME);
  }
};

/** Words written small elsewhere in the report are ordinary words that began a sentence. */
const markOrdinary = (sums: Map<string, number>, sentences: readonly Sentence[]): void => {
  const small = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  for (const [key, sum] of sums) if (small.has(key) && sum < SURNAME) sums.set(key, sum - SURNAME);
};

/** "A and B were calm": who stands beside a place, and is nothing else, is one. */
const markPartners = (sums: Map<string, number>, weighed: readonly Weighed[]): void => {
  weighed.forEach(({ use, key }, i) => {
    const next = weighed[i + 1];
    if (next === undefined || between(use, next.use) !== 'and') return;
    if (sums.get(key) === 0 && (sums.get(next.key) ?? 0) > 0) sums.set(key, 1);
  });
};

/** The weight of every name that the report's own sentences speak of. */
export const weighNames = (uses: readonly NameUse[], sentences: readonly Sentence[], theatre: Theatre): NameWeights => {
  const weighed = uses.map((use) => ({
    use,
    key: keyOf(use),
    weight: weighUse({ ...use, tokens: use.sentence.tokens, theatre }),
  }));
  const shared = shareInLists(weighed);
  const sums = addUp(shared);
  markSurnames(sums);
  markOrdinary(sums, sentences);
  markPartners(sums, shared);
  return sums;
};

/** In a line of capitals only names that the report speaks of elsewhere are told from other words. */
const usesIn = (sentence: Sentence, keys: ReadonlySet<string>): readonly NameUse[] => {
  const found: NameUse[] = [];
  for (let from = 0; from < sentence.tokens.length; ) {
    const to = [4, 3, 2, 1].map((length) => from + length).find((end) => keys.has(keyOf({ sentence, from, to: end })));
    if (to !== undefined && to <= sentence.tokens.length) found.push({ sentence, from, to });
    from = to ?? from + 1;
  }
  return found;
};

/** The places that a report names without a gazetteer. */
export const findPlaceNames = (sentences: readonly Sentence[], theatre: Theatre): readonly NameUse[] => {
  const told = sentences.filter((sentence) => !isTitled(sentence));
  const plain = told.length > 0 ? told : sentences;
  const uses = plain.flatMap((sentence) => guessNames(sentence, theatre));
  const weights = weighNames(uses, sentences, theatre);
  const isPlace = (key: string): boolean => (weights.get(key) ?? 0) > 0;
  const keys = new Set([...weights.keys()].filter(isPlace));
  const titled = told.length > 0 ? sentences.filter((sentence) => isTitled(sentence)) : [];
  return [...uses.filter((use) => isPlace(keyOf(use))), ...titled.flatMap((sentence) => usesIn(sentence, keys))].sort(
    (a, b) => a.sentence.index - b.sentence.index || a.from - b.from,
  );
};

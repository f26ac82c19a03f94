// Where the places lie that a number counts: "five districts in PAKTIA and GHAZNI", "six of the PROVINCE's districts", "18 of 19".
// Invariant: only a name that may be a province's; a number of places never lies in a place of its own size.
import type { AggregateClaim } from '../../model/claim.ts';
import type { PlaceId } from '../../model/place.ts';
import type { Span } from '../../model/text.ts';
import { overlaps } from '../../model/text.ts';
import type { Draft } from '../marks.ts';
import { provincesNear } from '../places/near-provinces.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';

interface NamedProvince extends Span {
  readonly id: PlaceId;
}

/** Beside a number, a name that a district or a city shares means the province. */
const provincesAmong = ({ theatre }: Draft, mentions: Draft['mentions']): readonly NamedProvince[] =>
  mentions.flatMap((mention) => {
    if (mention.type !== 'place') return [];
    const id = mention.candidates.find((candidate) => theatre.gazetteer.get(candidate)?.kind === 'province');
    return id === undefined ? [] : [{ start: mention.start, end: mention.end, id }];
  });

/** A comma and a short word, with their blanks. */
const BETWEEN_NAMES = 6;

/** "IN A the rebels hold two", "…; in B, none": right before the clause, and at the head of its own; "six are in A, two" has the place before. */
const isInFront = (draft: Draft, { start, end }: Span, clause: Span): boolean => {
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentenceAt(draft, start)]?.tokens ?? [];
  const at = tokens.findIndex((token) => token.start >= start);
  const before = tokens[at - 2]?.word ?? ',';
  const heads = /^[,;:]$/.test(before) || lexicon.has('listLinks', before);
  const next = /^,?\s+$/.test(draft.report.text.slice(end, Math.max(end, clause.start)));
  return heads && next && lexicon.has('insideLinks', tokens[at - 1]?.word ?? '');
};

/** "A, B AND 21 OTHER capitals": names of the things counted, and nothing that they lie in. */
const isListedWith = (draft: Draft, { start, end }: Span, clause: Span): boolean => {
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentenceAt(draft, start)]?.tokens ?? [];
  const from = tokens.findIndex((token) => token.start >= end);
  const to = tokens.findIndex((token) => token.start >= clause.end);
  const behind = tokens.slice(from, to < 0 ? tokens.length : to);
  const joins = behind[0]?.word === ',' || lexicon.has('listLinks', behind[0]?.word ?? '');
  const other = behind.findIndex(({ word }) => lexicon.has('otherWords', word));
  return joins && other > 0 && behind.slice(0, other).every(({ word }) => !lexicon.verbs.has(word) && word !== ';');
};

/** Those that a clause names, and those of a list that goes on behind it. */
const namedIn = (draft: Draft, clause: Span): readonly PlaceId[] => {
  const beside = inSentence(draft.mentions, sentenceAt(draft, clause.start));
  const named: NamedProvince[] = [];
  for (const province of provincesAmong(draft, beside)) {
    if (isListedWith(draft, province, clause)) continue;
    const before = named.at(-1);
    const between = draft.report.text.slice(before?.end ?? 0, province.start);
    const goesOn = before !== undefined && between.length <= BETWEEN_NAMES && !between.includes(';');
    if (overlaps(province, clause) || isInFront(draft, province, clause) || (goesOn && province.start > clause.start))
      named.push(province);
  }
  return [...new Set(named.map(({ id }) => id))];
};

/** "The province": the one that the report is about there. */
const provinceMeant = (draft: Draft, clause: Span): readonly PlaceId[] => {
  const sentence = sentenceAt(draft, clause.start);
  const isSpoken = inSentence(draft.mentions, sentence).some(
    (mention) =>
      mention.type === 'scope' &&
      mention.scope === 'province' &&
      mention.definite &&
      !mention.plural &&
      overlaps(mention, clause),
  );
  return isSpoken ? provincesNear(draft, sentence).slice(0, 1) : [];
};

/** Each number with the provinces that it counts in; one of the same whole as another before it counts in the same. */
export const placeCounts = (draft: Draft, all: readonly AggregateClaim[]): readonly AggregateClaim[] => {
  const placed: AggregateClaim[] = [];
  for (const one of all) {
    const own = [namedIn(draft, one.quote), provinceMeant(draft, one.quote)].find((found) => found.length > 0);
    const alike = placed.findLast(({ unit, of }) => of !== null && of === one.of && unit === one.unit);
    placed.push({ ...one, within: own ?? alike?.within ?? [] });
  }
  return placed;
};

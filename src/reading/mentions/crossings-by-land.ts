// "the busiest crossing WITH NORLAND", "the NORLAND crossing": a border crossing told by the land that it leads to.
// Invariant: where its sentence names a crossing, the words describe that one and stand for none.
import type { PlaceId } from '../../model/place.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Draft, Mention, PlaceMark, ScopeMark, Sentence } from '../marks.ts';
import { isGenitive } from '../words/genitives.ts';
import type { Name } from './judge-names.ts';
import { nationWordAt } from './nation-words.ts';

interface Ground {
  readonly draft: Draft;
  /** The names of the whole report. */
  readonly names: readonly Name[];
  /** Of the sentence. */
  readonly marks: readonly Mention[];
}

interface Land {
  readonly from: number;
  readonly to: number;
  readonly crossings: readonly PlaceId[];
}

type LandAt = (at: number) => Land | null;

const landsOf = ({ tokens }: Sentence, { crossings, lexicon }: Theatre): LandAt => {
  return (at) => {
    const word = nationWordAt(tokens, at, lexicon);
    const [to, land] = word === null ? [at + 1, tokens[at]?.word ?? ''] : [word.to, word.nation];
    const led = /^\p{Lu}/u.test(tokens[at]?.text ?? '') ? crossings.get(land) : undefined;
    return led === undefined ? null : { from: at, to, crossings: led };
  };
};

/** Words of "into neighbouring" and "on the border with" between the crossing and its land. */
const BEHIND = 4;
/** Words of "main border" between the land and its crossing. */
const BEFORE = 2;

/** "crossing WITH Norland", "gate TO neighbouring Norland", "post ON THE BORDER WITH Norland" */
const landBehind = (
  { tokens }: Sentence,
  mark: ScopeMark,
  [landAt, { lexicon }]: readonly [LandAt, Theatre],
): Land | null => {
  if (!lexicon.has('crossingLinks', tokens[mark.to]?.word ?? '')) return null;
  for (let at = mark.to + 1; at <= mark.to + BEHIND; at++) {
    const land = landAt(at);
    if (land !== null) return land;
    if (!lexicon.has('crossingPath', tokens[at]?.word ?? '')) return null;
  }
  return null;
};

/** "the NORLAND crossing", "the main NORLANDIC border gate" */
const landBefore = (
  { tokens }: Sentence,
  mark: ScopeMark,
  [landAt, { lexicon }]: readonly [LandAt, Theatre],
): Land | null => {
  for (let at = mark.from - 1; at >= Math.max(0, mark.from - 1 - BEFORE); at--) {
    const land = landAt(at);
    if (land !== null) return land;
    if (!lexicon.has('crossingPath', tokens[at]?.word ?? '')) return null;
  }
  return null;
};

/** "soldiers CROSSING into Norland" are no place: one has an article, an owner or a word that describes it before it. */
const isThing = ({ tokens }: Sentence, { from, to, definite }: ScopeMark, { lexicon }: Theatre): boolean =>
  definite || to > from + 1 || [1, 2, 3].some((back) => lexicon.has('determiners', tokens[from - back]?.word ?? ''));

/** Of the land's crossings the only one that the report names, with whatever else its name may mean; else all, and the province tells which; null where it names several. */
const meant = ({ names }: Ground, { crossings }: Land): readonly PlaceId[] | null => {
  const [one, second] = crossings.flatMap((id) => names.find(({ candidates }) => candidates.includes(id)) ?? []);
  if (second !== undefined) return null;
  return one?.candidates ?? crossings;
};

/** Where "THE COUNTRY'S OWN NAME'S busiest crossing" begins: the land that owns a crossing is no place beside it. */
const startOf = (sentence: Sentence, start: number, { draft: { theatre }, marks }: Ground): number => {
  let at = start - 1;
  while (theatre.lexicon.has('crossingPath', sentence.tokens[at]?.word ?? '')) at--;
  const isCountry = (id: PlaceId): boolean => theatre.gazetteer.get(id)?.kind === 'country';
  const owner = marks.find((mark) => mark.type === 'place' && mark.to === at && mark.candidates.some(isCountry));
  return owner !== undefined && isGenitive(sentence, at) ? owner.from : start;
};

/** "ASHFORD, a key crossing with Norland", "the crossing with Norland, ASHFORD": the name has it. */
const isApposed = ({ tokens }: Sentence, [from, to]: readonly [number, number], { draft, marks }: Ground): boolean => {
  const isName = ({ type }: Mention): boolean => type === 'place';
  let at = from - 1;
  const opens = (): boolean =>
    ['crossingPath', 'determiners'].some((list) => draft.theatre.lexicon.has(list, tokens[at]?.word ?? ''));
  while (opens()) at--;
  const isComma = (i: number): boolean => tokens[i]?.word === ',';
  return marks.some(
    (mark) => isName(mark) && ((isComma(at) && mark.to === at) || (isComma(to) && mark.from === to + 1)),
  );
};

const asPlace = (sentence: Sentence, mark: ScopeMark, ground: Ground): Mention => {
  const { theatre } = ground.draft;
  const use = [landsOf(sentence, theatre), theatre] as const;
  const behind = isThing(sentence, mark, theatre) ? landBehind(sentence, mark, use) : null;
  const land = behind ?? landBefore(sentence, mark, use);
  const candidates = land === null ? null : meant(ground, land);
  if (land === null || candidates === null) return mark;
  const from = startOf(sentence, Math.min(mark.from, land.from), ground);
  const to = Math.max(mark.to, land.to);
  if (isApposed(sentence, [from, to], ground)) return mark;
  const start = sentence.tokens[from]?.start ?? mark.start;
  const end = sentence.tokens[to - 1]?.end ?? mark.end;
  const place: PlaceMark = {
    ...{ type: 'place', start, end, sentence: sentence.index, from, to },
    ...{ text: ground.draft.report.text.slice(start, end), candidates, sure: true },
    ...{ kindWord: 'crossing', within: [], locates: false, described: true },
  };
  return place;
};

const isDescribed = (mark: Mention): boolean => mark.type === 'place' && mark.described === true;

/** The marks of a sentence, where a crossing that is told by its land is a place. */
export const withCrossings = (sentence: Sentence, ground: Ground): readonly Mention[] => {
  const { draft, marks } = ground;
  const { theatre } = draft;
  const isCrossing = (id: PlaceId): boolean => theatre.gazetteer.get(id)?.kind === 'crossing';
  const told = marks.some((mark) => mark.type === 'place' && mark.candidates.some(isCrossing));
  if (theatre.crossings.size === 0 || told) return marks;
  const all = marks.map((mark) =>
    mark.type === 'scope' && mark.kind === 'crossing' && !mark.plural && mark.refers === null
      ? asPlace(sentence, mark, ground)
      : mark,
  );
  const described = all.filter(isDescribed);
  const isInside = (mark: Mention): boolean =>
    described.some((whole) => whole !== mark && whole.from <= mark.from && mark.to <= whole.to);
  return all.filter((mark) => !isInside(mark));
};

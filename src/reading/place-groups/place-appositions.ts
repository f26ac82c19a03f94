// The same place said twice: "A, the capital of X,", "the capital, A,", "A, a town in X, and …".
// Invariant: an apposition adds to its place what it says of it (kind, larger place) and never a place of its own.
import { isPossessive } from '../clauses/word-class.ts';
import type { PlaceItem, ScopeMark } from '../marks.ts';
import { isIn, isVerbForm, type SentenceView, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import { itemAt } from './place-item.ts';
import { markFrom } from './place-marks.ts';
import { isLarger, isLargerKind } from './place-order.ts';

interface Joint {
  readonly next: number;
  readonly comma: boolean;
  readonly and: boolean;
  /** A description stands before: "the largest city AND THE CAPITAL of X". */
  readonly apposed: boolean;
}

interface Apposed {
  readonly item: PlaceItem;
  readonly to: number;
}

/** How many describing words a description may have before its noun ("the country's second-largest city"). */
const LONGEST = 8;

/** "a village", "an important farming town". */
const opensWithArticle = (view: SentenceView, from: number): boolean =>
  isIn(view, 'indefiniteArticles', startOfPhrase(view, from));

/** "the MAIN town", "the LARGEST city". */
const isMain = (view: SentenceView, noun: ScopeMark): boolean =>
  isIn(view, 'mainAdjectives', noun.from - 1) || isIn(view, 'mainAdjectives', noun.from - 2);

/** "Bagram, their main base in the country": such a description of a base says its name again; "A, its base and B" is a list. */
const isBaseAgain = (view: SentenceView, { noun, place, within, to }: PlaceItem): boolean => {
  if (noun === null || noun.scope !== 'base' || noun.kind !== null || place !== null || within.length > 0) return false;
  const described = isMain(view, noun);
  const more = isIn(view, 'conjunctions', to) || (wordAt(view, to) === ',' && isIn(view, 'conjunctions', to + 1));
  return described && !more;
};

/** "the capital", "the chief town". */
const isSeat = (view: SentenceView, noun: ScopeMark): boolean =>
  isIn(view, 'seatNouns', noun.to - 1) || view.lexicon.has('seatNouns', noun.noun);

/** "headquarters of A DISTRICT", which is not named. */
const isOfDistrict = (view: SentenceView, from: number): boolean => {
  const noun = view.markAt[markFrom(view, from + (isIn(view, 'determiners', from) ? 1 : 0), 2)];
  return noun?.type === 'scope' && (noun.kind === 'district' || isLargerKind(noun.kind));
};

/** "Garth, THE HEADQUARTERS OF EASTRY DISTRICT": what a district or a province has its offices in. */
const isHeadOf = (view: SentenceView, { noun, place, kindWord, within }: PlaceItem): boolean =>
  noun !== null &&
  isIn(view, 'headOffices', noun.to - 1) &&
  isIn(view, 'partLinks', noun.to) &&
  (kindWord === 'district' ||
    isLargerKind(kindWord) ||
    (place === null && within.length > 0) ||
    isOfDistrict(view, noun.to + 1));

/** "Garth, THE EASTRY CAPITAL,": the name before the noun tells of what. */
const isSeatOf = (view: SentenceView, { noun, place }: PlaceItem): boolean =>
  noun !== null &&
  place !== null &&
  place.to === noun.from &&
  isSeat(view, noun) &&
  isIn(view, 'definiteArticles', place.from - 1);

/** "Ashford, NORTHMARK'S PROVINCIAL CAPITAL,", "Ashford, Norland's second city,": the name says only of what. */
const isOwnersSeat = (view: SentenceView, { noun, place }: PlaceItem): boolean => {
  if (noun === null || place === null || wordAt(view, place.to) !== "'s" || noun.plural) return false;
  if (noun.from < place.to + 1 || noun.from > place.to + OWNED) return false;
  const ranked = isMain(view, noun) || [noun.from - 1, noun.from - 2].some((at) => isIn(view, 'ordinalWords', at));
  return isSeat(view, noun) || (ranked && (noun.kind === 'city' || noun.kind === 'town'));
};

/** Words from "'s" to the noun: "second largest". */
const OWNED = 3;

/** "the Garth gorge, THE ONLY AREA OF Norland that …": of what it is the one. */
const isSoleOf = (view: SentenceView, noun: ScopeMark): boolean =>
  view.theatre.open &&
  isIn(view, 'partLinks', noun.to) &&
  [noun.from - 1, noun.from - 2].some((at) =>
    ['onlyWords', 'lastWords', 'mainAdjectives'].some((list) => isIn(view, list, at)),
  );

/** "Ashford, the SECOND TOWN OF Northmark", "the twin city of X": what is described stands alone; "A, the border town of B and C" is a list. */
const isDescribedOf = (view: SentenceView, { noun, to }: PlaceItem): boolean =>
  noun?.definite === true &&
  (noun.kind === 'city' || noun.kind === 'town') &&
  isIn(view, 'partLinks', noun.to) &&
  !isIn(view, 'determiners', noun.from) &&
  !isIn(view, 'determiners', noun.from - 1) &&
  !(wordAt(view, to) === ',' && isIn(view, 'conjunctions', to + 1));

const isKind = ({ kind, scope }: ScopeMark): boolean => kind !== null || scope === 'area';

/** "Garth, A STRATEGIC OUTPOST IN the Green Sea": no list ends so; "Garth, a base in Hollin and B" is one. */
const isPostAlone = (view: SentenceView, { noun, to }: PlaceItem): boolean =>
  noun?.scope === 'base' &&
  !(wordAt(view, to) === ',' && ['conjunctions', 'determiners'].some((list) => isIn(view, list, to + 1)));

/** "Zaranj, the capital of Nimroz province,": the same place said again. */
const isApposition = (view: SentenceView, last: PlaceItem, next: PlaceItem): boolean => {
  const { noun } = next;
  if (last.place === null || noun === null || noun.plural || isIn(view, 'conjunctions', next.to)) return false;
  // "Mount Garth, the SITE of the games,"
  const site = isIn(view, 'siteNouns', noun.to - 1) && isIn(view, 'partLinks', noun.to);
  if (isBaseAgain(view, next) || site || isHeadOf(view, next)) return true;
  if (isIn(view, 'possessives', noun.from - 1)) return false;
  // "Banu, the centre of Andarab", "Garth, a village near Hollin": the second name only says of what, or where.
  if (next.place !== null)
    return (
      isSeatOf(view, next) ||
      isOwnersSeat(view, next) ||
      (noun.to < next.place.from &&
        (isSeat(view, noun) ||
          isMain(view, noun) ||
          isDescribedOf(view, next) ||
          (noun.definite && (wordAt(view, noun.to) === 'in' || isSoleOf(view, noun))) ||
          (!noun.definite && (isKind(noun) || isPostAlone(view, next)) && opensWithArticle(view, noun.from))))
    );
  // "Taloqan city, the center of Takhar province,": the seat of what only holds it.
  return noun.kind !== null || (isSeat(view, noun) && next.within.length > 0);
};

/** "a crossing, Islam Qala,": what can be of the kind that was said before its name. */
const canBe = (view: SentenceView, { noun }: PlaceItem, { place }: PlaceItem): boolean =>
  view.theatre.open || (place?.candidates.some((id) => view.theatre.gazetteer.get(id)?.kind === noun?.kind) ?? false);

/** "a THIRD town, Garth,", "ANOTHER district, Garth,": one more of those told of, and its name. */
const isOneMore = (view: SentenceView, { from }: ScopeMark, { place }: PlaceItem): boolean =>
  isIn(view, 'furtherWords', from - 1) &&
  wordAt(view, (place?.from ?? 0) - 1) === ',' &&
  (isIn(view, 'indefiniteArticles', from - 2) || isIn(view, 'indefiniteArticles', from - 1));

/** "the provincial capital, Taloqan,": the name said after its description. */
const isNameBehind = (view: SentenceView, last: PlaceItem, next: PlaceItem): boolean =>
  last.place === null &&
  last.noun !== null &&
  !last.noun.plural &&
  last.noun.refers === null &&
  (last.noun.definite || canBe(view, last, next) || isOneMore(view, last.noun, next)) &&
  next.place !== null &&
  next.noun === null &&
  !isIn(view, 'conjunctions', next.to) &&
  !(wordAt(view, next.to) === ',' && isIn(view, 'conjunctions', next.to + 1) && !isSeatNamed(view, last.noun, next));

/** "only THE CENTRE, ASHFORD, and the district of B": a seat's own name between two commas. */
const isSeatNamed = (view: SentenceView, noun: ScopeMark, { place }: PlaceItem): boolean =>
  noun.definite &&
  isSeat(view, noun) &&
  (place?.candidates.some((id) => view.theatre.gazetteer.get(id)?.kind === 'city') ?? false);

/** "a town 20 km north of THE CAPITAL, GARTH": the name behind the comma is that from which the way is told. */
const pastNamedSeat = (view: SentenceView, comma: number, from: number): number => {
  const [seat, name] = [view.markAt[comma - 1], view.markAt[comma + 1]];
  const told = seat?.type === 'scope' && seat.definite && !seat.plural && seat.from > from && isSeat(view, seat);
  return told && name?.type === 'place' && !isIn(view, 'listLinks', name.to) && !isPossessive(view, name.to)
    ? name.to
    : comma;
};

/** On to the comma that closes a description without a verb: "a town in the east near the border,". */
const closing = (view: SentenceView, to: number): number => {
  for (let at = to; at < to + LONGEST; at++) {
    if (wordAt(view, at) === ',') return pastNamedSeat(view, at, to);
    if (view.tokens[at]?.type === 'mark' || isVerbForm(view, at) || isIn(view, 'conjunctions', at)) return to;
    if (isIn(view, 'be', at) || isIn(view, 'have', at) || view.markAt[at]?.type === 'actor') return to;
  }
  return to;
};

/** "a district in Ghazni": the kind and the larger place that tell the name apart. */
export const toldBy = (view: SentenceView, last: PlaceItem, next: PlaceItem): PlaceItem => {
  const { place } = next;
  const larger =
    place !== null && last.place !== null && isLarger(view.theatre, place, last.place) ? place.candidates : [];
  const called = place === null && canBe(view, next, last) ? (next.noun?.kind ?? null) : null;
  const kindWord = last.kindWord ?? called;
  return { ...last, kindWord, within: [...last.within, ...next.within, ...larger] };
};

const further = (view: SentenceView, last: PlaceItem, { and, apposed, comma, next }: Joint): Apposed | null => {
  const at = and && apposed && !comma ? markFrom(view, next, LONGEST) : -1;
  const item = at < 0 ? null : itemAt(view, at);
  if (item === null || item.place !== null || item.noun === null || item.noun.kind === null || item.noun.plural)
    return null;
  const same = item.noun.kind === 'city' || item.within.length > 0;
  return same ? { item: toldBy(view, last, item), to: item.to } : null;
};

/** The noun of "the country's second-largest city": only an article opens so long a description. */
const descriptionFrom = (view: SentenceView, from: number): number => {
  const at = isIn(view, 'determiners', from) ? markFrom(view, from, LONGEST) : -1;
  for (let i = from + 1; i < at; i++) if (isIn(view, 'subordinators', i) || isIn(view, 'determiners', i)) return -1;
  return at;
};

/** ", ALSO CALLED A,", ", WHICH IS ALSO KNOWN AS A,": past the words that give a place its name. */
const pastCalled = (view: SentenceView, from: number): number => {
  const relative = isIn(view, 'thingRelatives', from) && isIn(view, 'be', from + 1) ? from + 2 : from;
  const called = relative + (isIn(view, 'verbAdverbs', relative) ? 1 : 0);
  if (!isIn(view, 'namingLinks', called)) return from;
  const name = called + (wordAt(view, called + 1) === 'as' ? 2 : 1);
  return view.markAt[name]?.type === 'place' ? name : from;
};

/** Words of a quotation that is more than a name. */
const QUOTED = 4;

/** "there is no army in A,” B'S MAYOR said": behind a quotation somebody else speaks, and goes on with nothing said in it. */
export const endsQuotation = (view: SentenceView, next: number): boolean =>
  /^["”“]$/.test(wordAt(view, next)) &&
  view.tokens.slice(Math.max(0, next - QUOTED), next).every(({ quoted }) => quoted) &&
  view.tokens[next + 1]?.quoted === false;

/** The description or the name that goes on with the last place of a list behind a comma, or null. */
export const appositionAt = (view: SentenceView, last: PlaceItem, given: Joint): Apposed | null => {
  if (!given.comma || given.and) return further(view, last, given);
  const joint = { ...given, next: pastCalled(view, given.next) };
  if (isIn(view, 'subordinators', joint.next) && !isIn(view, 'determiners', joint.next)) return null;
  const near = markFrom(view, joint.next, 3);
  const at = near >= 0 ? near : descriptionFrom(view, joint.next);
  const next = at < 0 ? null : itemAt(view, at);
  if (next === null) return null;
  if (isApposition(view, last, next)) return { item: toldBy(view, last, next), to: closing(view, next.to) };
  if (!isNameBehind(view, last, next)) return null;
  const item = { ...last, place: next.place, within: [...last.within, ...next.within], to: next.to };
  return { item, to: next.to };
};

/** "A, THE COUNTRY'S LARGEST, and B": which of several it is, without a noun. */
export const pastRank = (view: SentenceView, to: number): number => {
  if (wordAt(view, to) !== ',') return to;
  const close = view.tokens.findIndex(({ word }, at) => at > to && word === ',');
  const owned = view.tokens.slice(to, close).some(({ word }) => word === "'s");
  const ranked = /\p{L}est$/u.test(wordAt(view, close - 1)) || isIn(view, 'ordinalWords', close - 1);
  return close - to <= LONGEST && owned && ranked && isIn(view, 'listLinks', close + 1) ? close : to;
};

// Where a speaker is from or holds office, which is what he speaks of: "Residents of A said police had left two posts".
// Invariant: a place that only tells where something was said is not what is spoken of.
import { covers } from '../../model/text.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { nationWordAt } from '../mentions/nation-words.ts';
import { isMeasuredFrom } from './measured-from.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isSmall, kindsOf, suits } from './place-suits.ts';

/** An office behind a name ends within so many characters. */
const ROLE = 60;

/** So many words stand at most between a place and its office: "'s district". */
const OFFICE = 4;

/** "A spokesman in the capital said the district was quiet", "said in A": where it is said, and not what is spoken of. */
const isElsewhere = ({ draft }: Ground, place: NamedPlace, predicate: Predicate): boolean => {
  const frame = frameOver(draft, predicate.start);
  const words = draft.sentences[place.mark.sentence]?.tokens ?? [];
  const inside = frame?.speaker != null && place.mark.end <= frame.speaker.end;
  const away = draft.theatre.lexicon.has('whereLinks', words[place.mark.from - 1]?.word ?? '');
  return !inside || (away && kindsOf(draft, place).includes('city'));
};

/** "The governor of A said rebels had entered B and that soldiers had fled": what he has named since is what he speaks of. */
const hasNamed = ({ draft, places }: Ground, predicate: Predicate): boolean => {
  const speaker = frameOver(draft, predicate.start)?.speaker ?? null;
  return places.some(
    ({ mark, locates }) =>
      mark.sentence === predicate.sentence &&
      !locates &&
      mark.start < predicate.start &&
      (speaker === null || mark.start > speaker.end || mark.end < speaker.start),
  );
};

/** "“…,” said a man in A. “The soldiers went. Others have come.”": as long as the one quotation goes on. */
const isSaidOn = (draft: Draft, from: number, predicate: Predicate): boolean =>
  frameOver(draft, predicate.start)?.sentence === from &&
  draft.sentences
    .slice(from + 1, predicate.sentence + 1)
    .every(({ tokens }) => tokens[0]?.quoted === true || /^["“]$/u.test(tokens[0]?.word ?? ''));

/** In his own sentence and the next; in a live page's entry to its end, unless another place is named since. */
const isSaidHere = (ground: Ground, { mark }: NamedPlace, predicate: Predicate): boolean => {
  const { places, draft, focus } = ground;
  // "A source in A said troops were back in the town, a sign that the rebels HAD LEFT": the town that he has just spoken of.
  const since = focus.some((one) => one.mark.sentence === predicate.sentence && one.mark.text !== mark.text);
  if (mark.sentence === predicate.sentence) return !since && !hasNamed(ground, predicate);
  const { sentences } = draft;
  const [from, here] = [sentences[mark.sentence], sentences[predicate.sentence]];
  const near =
    here?.part === 'entry' || predicate.sentence - mark.sentence === 1 || isSaidOn(draft, mark.sentence, predicate);
  const same = near && from?.paragraph === here?.paragraph && mark.start < predicate.start;
  return same && !places.some((one) => !one.locates && one.mark.start > mark.start && one.mark.start < predicate.start);
};

/** "A's residents said its police had retreated TO A": nobody leaves the place that he goes to. */
const isWhereto = (
  { draft, places }: Ground,
  { mark }: NamedPlace,
  { kind, sentence, end, clause }: Predicate,
): boolean =>
  kind === 'withdrawal' &&
  places.some(
    (one) =>
      one.mark.sentence === sentence &&
      one.mark.start >= end &&
      one.mark.start < clause.end &&
      one.mark.text === mark.text &&
      draft.theatre.lexicon.has('goalLinks', draft.sentences[sentence]?.tokens[one.mark.from - 1]?.word ?? ''),
  );

/** Another place has been told of before. */
const isTold = ({ focus }: Ground, { mark }: NamedPlace): boolean =>
  focus.some((one) => one.mark.start < mark.start && one.mark.text !== mark.text);

/** "The head of OPERATIONS IN X said": who commands in a whole region speaks of the place that was told of. */
const isOfCommand = (ground: Ground, place: NamedPlace): boolean => {
  const { sentences, theatre } = ground.draft;
  const { tokens = [] } = sentences[place.mark.sentence] ?? {};
  const word = (at: number): string => tokens[at]?.word ?? '';
  const { from } = place.mark;
  const commands =
    theatre.lexicon.has('homeLinks', word(from - 1)) && theatre.lexicon.has('commandNouns', word(from - 2));
  return theatre.open && commands && isTold(ground, place);
};

/** "took a post in THE CITY OF A. An official in B said the city …": the one that is called a city; a resident speaks of his own. */
const isOtherCity = ({ draft, places }: Ground, item: PlaceItem | null, { mark }: NamedPlace): boolean => {
  if (!draft.theatre.open || item?.kindWord !== 'city' || item.noun?.definite !== true) return false;
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  if (tokens.slice(0, mark.from).some(({ word }) => lexicon.has('townPeople', word))) return false;
  const cities = places.filter((one) => one.mark.start < mark.start && one.item.kindWord === 'city');
  return cities.length > 0 && cities.every((one) => one.mark.text !== mark.text);
};

/** "a LAWMAKER FROM X": where a province has the name, he sits for it, and speaks of what was told of. */
const isOfProvince = ({ sentences, theatre }: Draft, { mark }: NamedPlace): boolean => {
  const { tokens = [] } = sentences[mark.sentence] ?? {};
  const [link = '', noun = ''] = [tokens[mark.from - 1]?.word, tokens[mark.from - 2]?.word];
  const sits = theatre.lexicon.has('civilSpeakers', noun) && !theatre.lexicon.has('conjunctions', link);
  return sits && mark.candidates.some((id) => theatre.gazetteer.get(id)?.kind === 'province');
};

/** "Residents of A said police had left two checkpoints": posts without a name are where the speakers are from. */
export const officeOf = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { draft } = ground;
  const place = homeOf(ground, predicate) ?? placeOfSpeaker(ground, predicate);
  if (place === null || !isSaidHere(ground, place, predicate) || !isSmall(draft, place)) return null;
  if (isWhereto(ground, place, predicate) || isOfCommand(ground, place) || isOtherCity(ground, item, place))
    return null;
  if (isOfProvince(draft, place)) return null;
  const { tokens = [] } = draft.sentences[place.mark.sentence] ?? {};
  const near = draft.theatre.lexicon.has('nearbyWords', tokens[place.mark.from - 1]?.word ?? '');
  const before = tokens[place.mark.from - (near ? 2 : 1)]?.word ?? '';
  // "the leader of Garth said": a land's
  const ruler = draft.theatre.lexicon.has('landRulers', tokens[place.mark.from - 2]?.word ?? '');
  if (ruler && draft.theatre.lexicon.has('partLinks', before)) return null;
  // "Garth's district governor", "Garth district governor Ada Roe"
  const owns = tokens.slice(place.mark.to, place.mark.to + OFFICE);
  // Without a gazetteer a governor's place may be a province; "A resident" is of a town.
  const lists = draft.theatre.open ? ['townPeople'] : ['officeActors', 'placePeople'];
  const office = owns.some(({ word }) => lists.some((list) => draft.theatre.lexicon.has(list, word)));
  // "the district governor FOR Garth"
  const behind = tokens[place.mark.from - 2]?.word ?? '';
  const held = draft.theatre.lexicon.has('officeFor', before) && draft.theatre.lexicon.has('officeActors', behind);
  if (!(draft.theatre.lexicon.has('homeLinks', before) || held || office)) return null;
  const bare = item === null || (item.kindWord === null && item.noun?.definite === false);
  const away = isElsewhere(ground, place, predicate);
  // "The ministry in A said soldiers had kept IT": what was spoken of before, and not where an office of many places sits.
  if (bare && away && predicate.placeWord !== null && isTold(ground, place)) return null;
  if (bare || away) return bare ? place : null;
  const vague = item.kindWord === null && item.noun?.refers == null;
  // "An official in A said the district was surrounded": the one that he speaks of; an official in a city speaks of many.
  // "Officials in A said the city was calm": theirs, where A is no land's capital, in which one speaks of all.
  const capital = draft.theatre.lexicon.look('nationCapitals', place.mark.text.toLowerCase()) !== null;
  const city = item.kindWord === 'city' && (capital || !draft.theatre.open);
  // "A farmer FROM A said they had come to HIS VILLAGE": one of A's.
  const fits = suits(draft, item, place) || item.kindWord === 'village';
  const own = item?.noun?.definite === true && !item.noun.plural && !city && fits;
  // "A's residents said the district had fallen": of the people of a city another district is spoken of.
  const ofCity = !draft.theatre.open && item.kindWord === 'district' && kindsOf(draft, place).includes('city');
  return vague || (own && !ofCity) ? place : null;
};

/** "NORLAND'S MILITARY in A denied it": where a whole land's body sits is not what it speaks of. */
const isNationsSeat = (draft: Draft, { mark }: NamedPlace, predicate: Predicate): boolean => {
  const frame = frameOver(draft, predicate.start);
  if (!draft.theatre.open || frame?.speaker == null || frame.sentence !== mark.sentence) return false;
  const { start } = frame.speaker;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  const at = tokens.findIndex((token) => token.start >= start);
  const owner = nationWordAt(tokens, at, draft.theatre.lexicon)?.to ?? at + 1;
  const body = tokens[owner + 1]?.word ?? '';
  const owns = tokens[owner]?.word === "'s" && draft.theatre.lexicon.has('landBodies', body);
  return owns && draft.theatre.lexicon.has('whereLinks', tokens[mark.from - 1]?.word ?? '');
};

/** Words of ", reached late on Monday by phone in". */
const CALLED = 8;

/** "The mayor, REACHED BY PHONE IN X, says", ", SPEAKING FROM X, said": where he is now, set off by commas, is not where he holds office. */
const isCalledThere = (draft: Draft, { mark }: NamedPlace): boolean => {
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  const before = tokens.slice(Math.max(0, mark.from - CALLED), mark.from);
  const aside = before.slice(before.findLastIndex(({ word }) => word === ',') + 1);
  const { lexicon } = draft.theatre;
  const speaks = (word: string): boolean =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma, ing }) => ing === word && lexicon.has('speakingVerbs', lemma));
  return aside.length < before.length && aside.some(({ word }) => lexicon.has('callWords', word) || speaks(word));
};

/** "a resident of A who has fled TO B": where he went is not where he speaks of; "the governor FOR A" holds office there. */
const isFledTo = ({ sentences, theatre: { lexicon } }: Draft, { mark }: Pick<NamedPlace, 'mark'>): boolean => {
  const link = sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  return lexicon.has('goalLinks', link) && !lexicon.has('officeFor', link);
};

/** The same, in the words that name the speaker. */
export const isSpeakersRefuge = (draft: Draft, named: NamedPlace, { start }: Predicate): boolean => {
  const speaker = frameOver(draft, start)?.speaker ?? null;
  return speaker !== null && covers(speaker, named.mark) && isFledTo(draft, named);
};

/** "A teacher from A tells us … she says", "the mayor of A. … she told him": where the words that named the speaker put her. */
const homeOf = (ground: Ground, predicate: Predicate): NamedPlace | null => {
  const { draft, places } = ground;
  const speaker = frameOver(draft, predicate.start)?.by ?? null;
  const words = `${speaker?.speaker ?? ''}, ${speaker?.role ?? ''}`;
  return (
    places.findLast(
      (one) =>
        one.mark.start < predicate.start &&
        isSaidHere(ground, one, predicate) &&
        !isNationsSeat(draft, one, predicate) &&
        !isCalledThere(draft, one) &&
        !isFledTo(draft, one) &&
        words.includes(one.mark.text) &&
        !isMeasuredFrom(draft, one.mark),
    ) ?? null
  );
};

/** "We left at dawn," said the police chief of Khanabad: where the speaker holds office. */
export const placeOfSpeaker = ({ draft, places }: Ground, predicate: Predicate): NamedPlace | null => {
  const frame = frameOver(draft, predicate.start);
  const speaker = frame?.speaker ?? null;
  if (frame === null || speaker === null) return null;
  const isWhere = (sentence: number, at: number): boolean =>
    // "he said FROM X"
    ['whereLinks', 'leavingLinks'].some((list) =>
      draft.theatre.lexicon.has(list, draft.sentences[sentence]?.tokens[at]?.word ?? ''),
    );
  // "residents said the soldiers had fled TO X"
  const isGoal = (sentence: number, at: number): boolean =>
    draft.theatre.lexicon.has('goalLinks', draft.sentences[sentence]?.tokens[at]?.word ?? '');
  // "he told reporters in X", "residents said, a day after X fell": behind the word of telling.
  const told = ({ mark, locates, reckoned }: NamedPlace): boolean =>
    ((frame.cue.start >= speaker.end && frame.cue.end <= mark.start) ||
      frame.content.some((span) => covers(span, mark))) &&
    (reckoned ||
      isGoal(mark.sentence, mark.from - 1) ||
      (locates && [1, 2].some((back) => isWhere(mark.sentence, mark.from - back))));

  return (
    places.findLast(
      (one) =>
        !isNationsSeat(draft, one, predicate) &&
        !isCalledThere(draft, one) &&
        speaker.start <= one.mark.start &&
        !isFledTo(draft, one) &&
        // What the next sentence names is nobody's office here.
        (one.mark.end <= speaker.end || one.mark.sentence === frame.sentence) &&
        one.mark.start < speaker.end + ROLE &&
        !told(one) &&
        !isMeasuredFrom(draft, one.mark),
    ) ?? null
  );
};

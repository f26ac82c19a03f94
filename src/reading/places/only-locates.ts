// Names of places of which nothing is said: they tell where something else lies, where somebody is from, where it was said.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { PlaceItem } from '../marks.ts';
import { isDateline } from '../words/datelines.ts';
import {
  governorOf,
  isIn,
  isInAny,
  isOfficeNoun,
  type SentenceView,
  startOfPhrase,
  wordAt,
} from '../words/view-sentence.ts';

const isDistance = (view: SentenceView, from: number): boolean => {
  // "220 km (140 MILES) north of A": over what stands in brackets
  const close = [1, 2, 3, 4].map((back) => from - back).find((at) => wordAt(view, at) === ')') ?? -1;
  const open = close < 0 ? from : view.tokens.slice(0, close).findLastIndex(({ word }) => word === '(');
  for (let i = Math.max(0, Math.min(from - 4, open)); i < from; i++) if (isIn(view, 'distanceWords', i)) return true;
  return false;
};

const isOffice = (view: SentenceView, item: PlaceItem): boolean =>
  isOfficeNoun(view, item.to) || (isOfficeNoun(view, item.to + 1) && isIn(view, 'officeAdjectives', item.to));

/** "the army's SPOKESMAN IN X": where he speaks is not what he speaks of. */
const isSeatOfSpokesman = (view: SentenceView, { from }: PlaceItem): boolean => {
  const start = startOfPhrase(view, from);
  return isIn(view, 'homeLinks', start - 1) && isIn(view, 'spokesNouns', start - 2);
};

/** "the district, which begins where the suburbs of X end,": said in passing. */
const isInPassing = ({ view, verbAt }: Parse, from: number): boolean => {
  for (let at = from - 1; at > 0; at--) {
    if (/^[,;:."“”]$/.test(wordAt(view, at))) return false;
    // "the spokesman, who said X would be retaken": what he says is the matter.
    if (verbAt[at]?.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma))) return false;
    if (isIn(view, 'clauseRelatives', at) && wordAt(view, at - 1) === ',') return true;
  }
  return false;
};

/** "withdrew from X": what somebody leaves is spoken of; where somebody is or CAME from only locates. */
const isLeft = ({ view, verbAt }: Parse, item: PlaceItem): boolean => {
  const start = startOfPhrase(view, item.from);
  const before = /^["“”]$/.test(wordAt(view, start - 2)) ? start - 3 : start - 2;
  const verb = verbAt[before];
  // "“We have withdrawn,” he SAID FROM X": where he speaks.
  const comes = verb?.lemmas.some((lemma) =>
    ['comingVerbs', 'reportingVerbs'].some((list) => view.lexicon.has(list, lemma)),
  );
  return comes !== true && isIn(view, 'prepositions', start - 1) && verb !== undefined;
};

/** "near X", "men from X". */
export const isFar = (parse: Parse, item: PlaceItem): boolean =>
  parse.view.lexicon.has('farPrepositions', governorOf(parse.view, item.from) ?? '') && !isLeft(parse, item);

/** "two districts on the EDGE of X": districts do not lie in a town. */
const isEdgeOf = (view: SentenceView, { from }: PlaceItem): boolean => {
  if (!isIn(view, 'partLinks', from - 1) || !isIn(view, 'edgeNouns', from - 2)) return false;
  return [4, 5].some((back) => {
    const mark = view.markAt[from - back];
    return mark?.type === 'scope' && mark.kind === 'district';
  });
};

/** "entered from the SIDE of X", "in the DIRECTION of X": whence, and whither. */
const isSideOf = ({ view, groups }: Parse, item: PlaceItem): boolean => {
  // "from the side of A AND B"
  const from = groups.find(({ items }) => items.includes(item))?.items[0]?.from ?? item.from;
  return item.noun === null && isIn(view, 'partLinks', from - 1) && isIn(view, 'sidewaysNouns', from - 2);
};

/** "an hour's drive north of X"; "the villages north of X" are those of X. */
const isBeyond = (view: SentenceView, { from, noun, place }: PlaceItem): boolean => {
  const start = startOfPhrase(view, from);
  if (!isIn(view, 'partLinks', start - 1)) return false;
  // "from the DIRECTION of A": where those came from.
  if (isIn(view, 'directionNouns', start - 2)) return true;
  // "B, west of A city": of the town's own name a kind says no more.
  const own = noun === null || (place !== null && noun.from >= place.to);
  return own && isIn(view, 'compassPoints', start - 2) && (noun === null || /^[,(]$/.test(wordAt(view, start - 3)));
};

/** "told our A OFFICE", "in a call to our A bureau": a paper's own house. */
const isOwnHouse = (view: SentenceView, { from, to }: PlaceItem): boolean =>
  isIn(view, 'ourWords', from - 1) && isIn(view, 'ownHouses', to);

/** So far from the comma stands the verb of who speaks in the capital. */
const SPEAKS = 14;

/** "In CAPITAL, the ministry said that A was quiet": where those sit who speak for the whole country. */
export const isSeatOfSpeaker = ({ view, verbs }: Parse, { from, to, place }: PlaceItem): boolean => {
  const capital = place !== null && view.lexicon.look('nationCapitals', place.text.toLowerCase()) !== null;
  if (from > 2 || !isInAny(view, ['frontLinks', 'leavingLinks'], from - 1)) return false;
  // "In Ashford THE MINISTRY said": without a comma it stands right behind.
  if (wordAt(view, to) !== ',' && !isIn(view, 'determiners', to)) return false;
  const verb = verbs.find((one) => one.from > to);
  if (verb === undefined || verb.from - to > SPEAKS) return false;
  const says = verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));
  // "In CAPITAL, the ministry would not hear of it": in a capital, whatever it does.
  return (says || capital) && view.tokens.slice(to, verb.from).some((_, i) => isIn(view, 'countryOffices', to + i));
};

/** "most have left for X", "a convoy bound for X": where somebody is going. */
const isGoal = ({ view, verbAt }: Parse, item: PlaceItem): boolean => {
  const start = startOfPhrase(view, item.from);
  if (!isIn(view, 'goalLinks', start - 1)) return false;
  const verb = verbAt[start - 2];
  return (
    isIn(view, 'goalWords', start - 2) || verb?.lemmas.some((lemma) => view.lexicon.has('goalWords', lemma)) === true
  );
};

/** "retreated to X", "fell back to X", "were driven on trucks to X": where those who leave go. */
const isRefuge = ({ view, verbs }: Parse, item: PlaceItem): boolean => {
  const start = startOfPhrase(view, item.from);
  if (!isIn(view, 'refugeLinks', start - 1)) return false;
  const verb = verbs.findLast(({ to }) => to < start);
  if (verb === undefined || start - 1 - verb.to > REFUGE) return false;
  const is = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  const back =
    (isIn(view, 'backWords', start - 2) && is('backVerbs')) ||
    (isIn(view, 'runningWords', start - 2) && is('runningVerbs'));
  const between = view.tokens.slice(verb.to, start - 1);
  return (
    between.every(({ type }) => type === 'word') &&
    (back ||
      verb.lemmas.some((lemma) => view.lexicon.has('retreatVerbs', lemma)) ||
      (verb.passive && verb.lemmas.some((lemma) => view.lexicon.has('carryingVerbs', lemma))))
  );
};

/** Words of "withdrew its last troops". */
const REFUGE = 5;

/** "told REPORTERS in X", "told A RALLY in X": the verb before those who hear it; people who live there hear of their own town. */
const verbOfHearers = ({ view, verbAt, phraseAt }: Parse, start: number): VerbGroup | undefined => {
  if (isIn(view, 'hearerNouns', start - 2)) return verbAt[start - 3];
  const hearers = phraseAt[start - 2];
  const verb = hearers === undefined ? undefined : verbAt[hearers.from - 1];
  const lives = isIn(view, 'homeFolk', start - 2) || hearers?.places != null || hearers?.actor != null;
  return !lives && verb?.lemmas.some((lemma) => view.lexicon.has('hearerVerbs', lemma)) === true ? verb : undefined;
};

/** "the ministry said in X that": where it was said. */
export const isSaidThere = (parse: Parse, item: PlaceItem): boolean => {
  const { view, verbAt } = parse;
  const start = startOfPhrase(view, item.from);
  const verb = verbOfHearers(parse, start) ?? verbAt[start - 2];
  const says = verb?.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) ?? false;
  // "an officer POSTED in X" says nothing there.
  if (verb?.lemmas.some((lemma) => view.lexicon.has('stationVerbs', lemma))) return false;
  return says && view.lexicon.has('homeLinks', wordAt(view, start - 1));
};

/** "spoke to us in X", "reached him by telephone in X", "speaking from a house in X": where somebody was met. */
const isMetThere = ({ view, verbs }: Parse, { from }: PlaceItem): boolean => {
  const start = startOfPhrase(view, from);
  const verb = verbs.findLast(({ to }) => to < start);
  if (verb === undefined || !isIn(view, 'meetingLinks', start - 1)) return false;
  const has = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  if (has('speakingVerbs')) return true;
  if (!has('meetVerbs')) return false;
  // "the mayor, REACHED BY PHONE in X": nobody calls a place.
  const called = view.tokens.slice(verb.to, start - 1).some((_, i) => isIn(view, 'callWords', verb.to + i));
  return called || [verb.from - 1, verb.to].some((at) => isIn(view, 'firstPersonPronouns', at));
};

/** "A, the second-largest in X,", "the biggest of X": among whose places one is ranked. */
const isRanking = (view: SentenceView, item: PlaceItem): boolean => {
  const start = startOfPhrase(view, item.from);
  const before = wordAt(view, start - 2);
  return (
    view.lexicon.has('homeLinks', wordAt(view, start - 1)) &&
    /.{3}est$/u.test(before) &&
    !isIn(view, 'compassPoints', start - 2)
  );
};

/** "the LEADER OF X said", "a spokesman of X's president": whose land it is. */
const isRuled = (view: SentenceView, { from }: PlaceItem): boolean =>
  isIn(view, 'partLinks', from - 1) && isIn(view, 'landRulers', from - 2);

const isRoad = ({ theatre }: SentenceView, { kindWord, place }: PlaceItem): boolean =>
  kindWord === 'road' || place?.candidates.some((id) => theatre.gazetteer.get(id)?.kind === 'road') === true;

/** "retook A, COMING DOWN THE B ROAD only days after losing it", "reinforcements CAME UP THE ROAD": by which way somebody came. */
const isWay = ({ view, verbAt }: Parse, item: PlaceItem): boolean => {
  const start = startOfPhrase(view, item.from);
  const verb = verbAt[start - 2];
  if (!isIn(view, 'wayLinks', start - 1) || verb === undefined) return false;
  const comes = !verb.passive && verb.lemmas.some((lemma) => view.lexicon.has('roadGoers', lemma));
  return verb.gerund || (comes && isRoad(view, item));
};

/** True where the name only tells where something else is. */
export const onlyLocates = (parse: Parse, item: PlaceItem): boolean => {
  const { view } = parse;
  return (
    isSaidThere(parse, item) ||
    isMetThere(parse, item) ||
    isRanking(view, item) ||
    isRuled(view, item) ||
    isWay(parse, item) ||
    isGoal(parse, item) ||
    isRefuge(parse, item) ||
    item.place?.sure === false ||
    isInPassing(parse, item.from) ||
    isDistance(view, item.from) ||
    isBeyond(view, item) ||
    isOwnHouse(view, item) ||
    isSideOf(parse, item) ||
    isEdgeOf(view, item) ||
    isSeatOfSpeaker(parse, item) ||
    isOffice(view, item) ||
    isSeatOfSpokesman(view, item) ||
    isDateline(view, item) ||
    isFar(parse, item) ||
    wordAt(view, item.to) === "'s"
  );
};

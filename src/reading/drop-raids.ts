// Who searches a house holds no district: claims of a raid's compound, of the area around it, of people who were caught.
// Invariant: a place that its own clause names is never dropped for the raid around it; only what is caught or meant may be.

import type { Kind } from '../model/claim.ts';
import { isOfCount } from './actors/of-a-count.ts';
import { isOwnText } from './actors/own-text.ts';
import { menLeft } from './actors/rest-of-men.ts';
import { parseSentence } from './clauses/parse-sentence.ts';
import type { Draft, PlaceItem, Predicate, Sentence } from './marks.ts';
import { beginningsIn } from './words/lists-in.ts';
import { isFiller, isIn, isInAny, type SentenceView, viewSentences, wordAt } from './words/view-sentence.ts';

/** How many sentences around it make what is told a raid, and how many different words of raids they must have. */
const AROUND = 2;
const WORDS = 2;

const raidWordsIn = ({ tokens }: Sentence, { theatre }: Draft): readonly string[] =>
  beginningsIn(tokens, 'raidWords', theatre.lexicon).flatMap(
    (at) => theatre.lexicon.look('raidWords', tokens[at]?.word ?? '') ?? [],
  );

/** By sentence: whether a search for people and arms is told around it. */
const raidsOf = (draft: Draft): readonly boolean[] => {
  const words = draft.sentences.map((sentence) => raidWordsIn(sentence, draft));
  return words.map((_, at) => new Set(words.slice(Math.max(0, at - AROUND), at + AROUND + 1).flat()).size >= WORDS);
};

const IN_RAID: readonly Kind[] = ['hold', 'recapture', 'siege', 'entry', 'withdrawal', 'threat', 'capture'];

const isSite = (view: SentenceView, { place, noun }: PlaceItem): boolean =>
  place === null && (noun === null || isIn(view, 'raidSites', noun.to - 1));

/** "secured the compound", "cleared the area", "forcing the others to flee": no place but that of the search. */
const isOfRaid = (view: SentenceView, { kind, items }: Predicate): boolean =>
  IN_RAID.includes(kind) && items.every((item) => isSite(view, item));

/** "the capture of a leader in A", "captured the A district chief": it is people who were taken. */
const takesPeople = (view: SentenceView, { kind, items, end }: Predicate): boolean => {
  if (kind !== 'capture') return false;
  const parse = parseSentence(view);
  const from = view.tokens.findIndex((token) => token.start >= end);
  const of = isIn(view, 'partLinks', from) ? parse.phraseAt[from + 1] : undefined;
  if (of !== undefined && of.places === null && isPerson(view, of.to - 1)) return true;
  const [item] = items;
  if (item !== undefined && isPersonOf(view, item)) return true;
  const phrase = item === undefined ? undefined : parse.phraseAt[item.to - 1];
  return item !== undefined && phrase !== undefined && phrase.to > item.to && isPerson(view, phrase.to - 1);
};

const isPerson = (view: SentenceView, at: number): boolean => isIn(view, 'incidentWords:persons', at);

/** Words of "of the northern". */
const OWNED = 3;

/** "captured THE OFFICIAL OF A": somebody who has his office there. */
const isPersonOf = (view: SentenceView, { place, from }: PlaceItem): boolean => {
  const named = place?.from ?? from;
  for (let at = named - 1; at >= named - OWNED; at--) {
    if (isIn(view, 'partLinks', at))
      return isPerson(view, at - 1) || isInAny(view, ['personNouns', 'officeActors'], at - 1);
    if (!isFiller(view, at)) return false;
  }
  return false;
};

/** "the Kabul Conference": a name that only begins with the place. */
const isInName = (view: SentenceView, { place, to }: PlaceItem): boolean => {
  const token = view.tokens[to];
  if (place === null || token?.type !== 'word' || view.sentence.heading || view.markAt[to] !== undefined) return false;
  return isIn(view, 'eventNames', to) && /^\p{Lu}\p{Ll}/u.test(token.text);
};

/** "a combat outpost": what the noun describes, no fight. */
const isCompound = (view: SentenceView, { kind, end }: Predicate): boolean =>
  kind === 'clash' &&
  isIn(
    view,
    'combatThings',
    view.tokens.findIndex((token) => token.start >= end),
  );

/** "detained during a clearing operation in A": what was going on when something else happened. */
const isSetting = (view: SentenceView, { kind, modality, start }: Predicate): boolean => {
  if (kind !== 'recapture' || modality !== 'planned') return false;
  const at = view.tokens.findIndex((token) => token.start >= start);
  for (let i = at - 1; i > Math.max(-1, at - 6); i--) if (isIn(view, 'settingLinks', i)) return true;
  return wordAt(view, at - 1) !== '' && isIn(view, 'settingVerbs', at - 2);
};

/** "forcing the others to flee": those who were not hit, whose side nobody holds a place for. */
const fleesAsOther = (draft: Draft, view: SentenceView, predicate: Predicate): boolean => {
  const { kind, items, start } = predicate;
  if (kind !== 'withdrawal' || items.some(({ place }) => place !== null)) return false;
  const at = view.tokens.findIndex((token) => token.start >= start);
  // "Forty surrendered. THE OTHERS fled": of men told of before.
  return isIn(view, 'otherWords', at - 1) && menLeft(draft, predicate) === null;
};

/** "The headquarters was taken and HE HAD FLED": one man's flight gives up no place; a party may say "he" of its enemy. */
const fleesAlone = (draft: Draft, { kind, doer, items, sentence }: Predicate): boolean => {
  if (kind !== 'withdrawal' || doer?.pronoun !== true || items.some(({ place }) => place !== null)) return false;
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  if (tokens[doer.from]?.quoted || doer.to !== doer.from + 1 || isOwnText(draft, doer)) return false;
  let verb = doer.to;
  while (lexicon.has('have', tokens[verb]?.word ?? '') || lexicon.has('verbAdverbs', tokens[verb]?.word ?? '')) verb++;
  const flees = lexicon.verbs.get(tokens[verb]?.word ?? '')?.some(({ lemma }) => lexicon.has('flightVerbs', lemma));
  return flees === true && lexicon.has('personPronouns', tokens[doer.from]?.word ?? '');
};

const LEAVING: readonly Predicate['kind'][] = ['withdrawal', 'surrender'];

/** "The soldiers MANNING THE POST fled": what those who leave had held, they hold no more. */
const isLeft = ({ predicates, sentences }: Draft, { kind, doer, sentence, start }: Predicate): boolean =>
  kind === 'hold' &&
  doer !== null &&
  /\p{L}ing$/u.test(sentences[sentence]?.tokens[doer.to]?.word ?? '') &&
  predicates.some(
    (other) =>
      other.sentence === sentence &&
      other.start > start &&
      LEAVING.includes(other.kind) &&
      other.polarity === 'affirmed' &&
      other.modality === 'actual' &&
      other.doer?.start === doer.start,
  );

/** "pushed TOWARDS A before pulling back": who was only on the way there has not left it. */
const leavesGoal = (view: SentenceView, { kind, items, start, sentence }: Predicate, draft: Draft): boolean => {
  if (kind !== 'withdrawal' || items.length > 0) return false;
  const last = view.marks.findLast((mark) => mark.type === 'place' && mark.end <= start);
  if (last === undefined || !isIn(view, 'towardWords', last.from - 1)) return false;
  // "marched TOWARDS A, took it and withdrew"
  return !draft.predicates.some((one) => one.sentence === sentence && one.start > last.end && one.start < start);
};

interface Told {
  readonly draft: Draft;
  readonly inRaid: boolean;
}

/** "ANY TROOPS that come to retake A": whoever they may be, nobody has come. */
const isOfAnybody = (view: SentenceView, { doer, polarity }: Predicate): boolean => {
  if (doer === null || doer.pronoun || polarity === 'denied') return false;
  const any = [doer.from - 1, doer.from].some((at) => isIn(view, 'zeroWords', at));
  return any && isIn(view, 'relatives', doer.to);
};

/** "A bomb went off in A. The rebels said IT WAS THEIRS": of what was told before, no place was taken or held. */
const isOfBlast = ({ theatre: { lexicon }, sentences, predicates }: Draft, one: Predicate): boolean => {
  const { means, placeWord, sentence } = one;
  if (means === null || placeWord === null || !lexicon.has('onePronouns', placeWord)) return false;
  const told = sentences[sentence - 1]?.tokens.some(({ word }) =>
    ['incidentHeads', 'firedThings'].some((list) => lexicon.has(list, word)),
  );
  return told === true && !predicates.some((other) => other.sentence >= sentence - 1 && other.start < one.start);
};

const reasonOf = (view: SentenceView, predicate: Predicate, { draft, inRaid }: Told): string | null => {
  if (takesPeople(view, predicate)) return 'people are taken, not the place';
  if (predicate.items.some((item) => isInName(view, item))) return 'the place is part of another name';
  if (isOfCount(view, predicate)) return 'one of a number of places';
  if (isCompound(view, predicate)) return 'the noun describes a thing';
  if (inRaid && isOfRaid(view, predicate)) return 'the scene of a search';
  if (isOfAnybody(view, predicate)) return 'nobody in particular';
  if (leavesGoal(view, predicate, draft)) return 'only on the way there';
  if (isOfBlast(draft, predicate)) return 'what is owned is no place';
  if (fleesAsOther(draft, view, predicate)) return 'nobody that is named leaves';
  const setting = (inRaid || predicate.items.every((item) => isSite(view, item))) && isSetting(view, predicate);
  return setting ? 'only when something else happened' : null;
};

/** Pass: drops what a search for people says of houses and of the people it took. */
export const dropRaids = (draft: Draft): Draft => {
  const views = viewSentences(draft);
  const raids = raidsOf(draft);
  const judged = draft.predicates.map((predicate) => {
    const view = views[predicate.sentence];
    const alone = fleesAlone(draft, predicate) ? 'one man is gone' : null;
    const left = isLeft(draft, predicate) ? 'those who had it left it' : alone;
    const reason =
      view === undefined ? null : reasonOf(view, predicate, { draft, inRaid: raids[predicate.sentence] === true });
    return { predicate, reason: reason ?? left };
  });
  const trace = judged.flatMap(({ predicate: { kind, rule, clause }, reason }) =>
    reason === null ? [] : [{ pass: 'dropRaids', span: clause, says: `${kind} by "${rule}" dropped: ${reason}` }],
  );
  const predicates = judged.filter(({ reason }) => reason === null).map(({ predicate }) => predicate);
  return { ...draft, predicates, trace: [...draft.trace, ...trace] };
};

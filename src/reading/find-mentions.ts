// Marks names of places, common nouns for places and their parts, and sides by name, noun or pronoun.
// Invariant: marks of one sentence never overlap and come in its order; names win over common nouns.
import type { Span } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Draft, Mention, PlaceMark, ScopeMark, Sentence } from './marks.ts';
import { badgeMark, colourMark } from './mentions/colour-marks.ts';
import { withCrossings } from './mentions/crossings-by-land.ts';
import { actorMark, ownPeopleMark, pronounMark, sharedMark } from './mentions/find-actors.ts';
import { guessNames } from './mentions/guess-names.ts';
import { judgeNames, type Name } from './mentions/judge-names.ts';
import { learnSides } from './mentions/learn-sides.ts';
import { phraseAt } from './mentions/name-tree.ts';
import { withNumbers } from './mentions/numbered-parts.ts';
import { otherSideMark } from './mentions/other-side.ts';
import { isPersonsName } from './mentions/person-names.ts';
import type { ScopeNoun } from './mentions/phrase-values.ts';
import { referenceAt } from './mentions/place-references.ts';
import { bodyMark, risingMark } from './mentions/rising-mark.ts';
import { isSinglePost } from './mentions/single-posts.ts';
import { stateMark } from './mentions/state-as-party.ts';
import { isGenitive } from './words/genitives.ts';
import { listGroup } from './words/list-group.ts';
import { numberOf } from './words/numbers.ts';

/** "Ashford-e-Karim" is not Ashford; "Ashford-to-Garth" joins two names. */
const goesOn = (text: string, { end }: Span, starts: ReadonlySet<number>): boolean => {
  const joint = /^-\p{Ll}{1,3}[-\s](?=\p{Lu})/u.exec(text.slice(end, end + JOINT))?.[0];
  return joint !== undefined && !starts.has(end + joint.length);
};

/** Letters of "-ul-" with the capital behind it. */
const JOINT = 6;

/** The gazetteer's names of the report, or, without a gazetteer, capitalised words where a place can stand. */
const namesOf = ({ report, theatre, sentences }: Draft): readonly Name[] => {
  if (theatre.open) return guessNames(sentences, theatre);
  const scanned = theatre.gazetteer.scan(report.text);
  const starts = new Set(scanned.map(({ span }) => span.start));
  const found = scanned
    .filter(({ span }) => !goesOn(report.text, span, starts))
    .map(({ span, candidates }) => ({ ...span, candidates, sure: true }));
  return judgeNames({ sentences, text: report.text }, theatre, found);
};

const placeMark = (sentence: Sentence, name: Name, text: string): PlaceMark | null => {
  const from = sentence.tokens.findIndex((token) => token.end > name.start);
  let to = from;
  while (to < sentence.tokens.length && (sentence.tokens[to]?.start ?? 0) < name.end) to++;
  if (from < 0 || to === from) return null;
  return {
    ...{ type: 'place', start: name.start, end: name.end, sentence: sentence.index, from, to },
    ...{
      text: text.slice(name.start, name.end),
      candidates: name.candidates,
      sure: name.sure,
      kindWord: null,
      within: [],
      locates: false,
    },
  };
};

/** "the STRATEGICALLY LOCATED city", "its NEWLY captured district": an adverb may stand before what describes. */
const isOfAdverb = (tokens: Sentence['tokens'], at: number, lexicon: Theatre['lexicon']): boolean =>
  /^\p{Ll}{3,}ly$/u.test(tokens[at - 1]?.text ?? '') && lexicon.has('definiteWords', tokens[at - 2]?.word ?? '');

/** "the Reds took two districts": a verb of its own parts the noun from "the"; "the captured districts" has none. */
const isParted = (tokens: Sentence['tokens'], at: number, lexicon: Theatre['lexicon']): boolean =>
  lexicon.verbs.has(tokens[at]?.word ?? '') &&
  !lexicon.has('definiteWords', tokens[at - 1]?.word ?? '') &&
  !isOfAdverb(tokens, at, lexicon);

/** "army says DISTRICT has not fallen": a headline that tells what is said of one leaves out its article. */
const isSaidOf = ({ tokens, heading }: Sentence, from: number, { lexicon }: Theatre): boolean => {
  const verbs = lexicon.verbs.get(tokens[from - 1]?.word ?? '') ?? [];
  return heading && verbs.some(({ lemma }) => lexicon.has('reportingVerbs', lemma));
};

/** "the", "its", "Northmark's" within four words before, over adjectives only: it means a place that is known. */
const isDefinite = ({ tokens }: Sentence, from: number, { lexicon }: Theatre): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const word = tokens[at]?.word ?? '';
    if (lexicon.has('definiteWords', word) || isGenitive({ tokens }, at)) return true;
    if (
      tokens[at]?.type === 'mark' ||
      isParted(tokens, at, lexicon) ||
      ['determiners', 'prepositions', 'conjunctions'].some((list) => lexicon.has(list, word))
    )
      return false;
  }
  return false;
};

interface FoundNoun {
  readonly from: number;
  readonly to: number;
  readonly noun: ScopeNoun;
}

/** "the MUNICIPALITY of Ashford", "Ashford municipality": without a gazetteer a town by its rank, and no house. */
const isTownsRank = ({ tokens }: Sentence, { from, to }: { from: number; to: number }, theatre: Theatre): boolean => {
  const { lexicon, open } = theatre;
  const named =
    lexicon.has('partLinks', tokens[to]?.word ?? '') ||
    (from > 1 &&
      /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '') &&
      !lexicon.has('definiteArticles', tokens[from - 1]?.word ?? ''));
  return open && to === from + 1 && lexicon.has('townRanks', tokens[from]?.word ?? '') && named;
};

const scopeMark = (sentence: Sentence, { from, to, noun }: FoundNoun, theatre: Theatre): ScopeMark => {
  const { tokens, index } = sentence;
  const start = tokens[from]?.start ?? sentence.start;
  const definite = isDefinite(sentence, from, theatre) || (!noun.plural && isSaidOf(sentence, from, theatre));
  const words = tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
  return {
    ...{ type: 'scope', start, end: tokens[to - 1]?.end ?? start, sentence: index, from, to },
    ...{ scope: noun.scope, kind: noun.kind, definite, plural: noun.plural, noun: words },
    ...(isTownsRank(sentence, { from, to }, theatre) && ({ scope: 'town', kind: 'town' } as const)),
    refers: null,
  };
};

const PALACE: ScopeNoun = { type: 'scope', scope: 'centre', kind: null, plural: false };

interface Words {
  readonly from: number;
  readonly to: number;
}

/** "in the presidential palace", "stormed the palace": what speaks elsewhere is a building behind such a word. */
const isPlaceHere = ({ tokens }: Sentence, { from, to }: Words, { lexicon }: Theatre): boolean => {
  const words = tokens.slice(from, to).map(({ word }) => word);
  if (!lexicon.has('placesOfOffice', words.join(' '))) return false;
  const at = lexicon.has('determiners', tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  const before = tokens[at]?.word ?? '';
  const owned = lexicon.has('partLinks', before) && lexicon.has('controlNouns', tokens[at - 1]?.word ?? '');
  return owned || lexicon.has('insidePlaces', before);
};

/** "Masisi-Centre": the noun is part of a name. */
const isNameTail = ({ tokens }: Sentence, at: number): boolean => {
  const [name, hyphen, noun] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (name === undefined || hyphen?.word !== '-' || noun === undefined) return false;
  const joined = name.end === hyphen.start && hyphen.end === noun.start;
  return joined && /^\p{Lu}/u.test(name.text) && /^\p{Lu}\p{Ll}/u.test(noun.text);
};

const POST: ScopeNoun = { type: 'scope', scope: 'base', kind: null, plural: false };
const AREA: ScopeNoun = { type: 'scope', scope: 'area', kind: null, plural: false };

/** "Ashford'S eastern half". */
const isPossessiveMark = ({ tokens }: Sentence, at: number): boolean => /^['’]s?$/u.test(tokens[at]?.word ?? '');

const opensStandIn = listGroup(['genericPlaces', 'otherWords', 'directions']);

/** "entered THE PLACE", "THE OTHER HALF is theirs": of the place spoken of, where no "of" says of what. */
const standInAt = (sentence: Sentence, from: number, theatre: Theatre): ScopeMark | null => {
  if (!opensStandIn(theatre.lexicon.listsOf(sentence.tokens[from]?.word ?? ''))) return null;
  const has = (list: string, at: number): boolean => theatre.lexicon.has(list, sentence.tokens[at]?.word ?? '');
  const here = has('genericPlaces', from) && has('definiteWords', from - 1);
  if (here) return scopeMark(sentence, { from, to: from + 1, noun: AREA }, theatre);
  const part = has('otherWords', from) ? 'otherParts' : 'directedParts';
  const half =
    (part === 'otherParts' || has('directions', from)) &&
    has(part, from + 1) &&
    (has('definiteWords', from - 1) || (part === 'directedParts' && isPossessiveMark(sentence, from - 1)));
  return half && !has('partLinks', from + 2) ? scopeMark(sentence, { from, to: from + 2, noun: AREA }, theatre) : null;
};

const commonMarkAt = (sentence: Sentence, from: number, theatre: Theatre): Mention | null => {
  const other = otherSideMark(sentence, from, theatre) ?? stateMark(sentence, from, theatre);
  if (other !== null) return other;
  if (isSinglePost(sentence, from, theatre)) return scopeMark(sentence, { from, to: from + 1, noun: POST }, theatre);
  const standIn = standInAt(sentence, from, theatre);
  if (standIn !== null) return standIn;
  const reference = referenceAt(sentence, from, theatre);
  if (reference !== null) return reference;
  // "Our people hold the bridge": so says a party of its fighters.
  const folk =
    theatre.lexicon.has('ownFolk', sentence.tokens[from]?.word ?? '') && sentence.tokens[from]?.quoted === false;
  if (folk) return ownPeopleMark(sentence, from, theatre) ?? actorNounAt(sentence, from, theatre);
  return actorNounAt(sentence, from, theatre);
};

/** "said in a POST ON X that A": words put on the net are no place. */
const isOnNet = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean =>
  lexicon.has('sayingMedia', tokens[at]?.word ?? '') &&
  lexicon.has('postingLinks', tokens[at + 1]?.word ?? '') &&
  ['postingPlaces', 'netNames'].some((list) => lexicon.has(list, tokens[at + 2]?.word ?? ''));

/** "at the GATE OF THE police headquarters", "the GATE OF A mosque": a building's, and none of a border. */
const isDoor = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean =>
  lexicon.has('doorNouns', tokens[at]?.word ?? '') &&
  lexicon.has('partLinks', tokens[at + 1]?.word ?? '') &&
  lexicon.has('determiners', tokens[at + 2]?.word ?? '') &&
  !/^\p{Lu}/u.test(tokens[at + 3]?.text ?? '');

/** The common noun, name or pronoun that begins at a word. */
const actorNounAt = (sentence: Sentence, from: number, theatre: Theatre): Mention | null => {
  const found = phraseAt(theatre, sentence.tokens, from);
  if (found === null)
    return (
      sharedMark(sentence, from, theatre) ??
      pronounMark(sentence, from, theatre) ??
      ownPeopleMark(sentence, from, theatre) ??
      risingMark(sentence, from, theatre) ??
      bodyMark(sentence, from, theatre) ??
      colourMark(sentence, from, theatre) ??
      badgeMark(sentence, from, theatre)
    );
  const none = [isNameTail(sentence, from), isOnNet(sentence, from, theatre), isDoor(sentence, from, theatre)];
  if (found.value.type === 'scope' && none.some(Boolean)) return null;
  const palace = found.value.type === 'side' && isPlaceHere(sentence, found, theatre);
  if (palace) return scopeMark(sentence, { ...found, noun: PALACE }, theatre);
  if (found.value.type === 'scope')
    return withNumbers(scopeMark(sentence, { ...found, noun: found.value }, theatre), sentence, theatre);
  return actorMark(sentence, found, theatre);
};

const COUNTED: readonly (ScopeMark['scope'] | null)[] = ['base', 'village'];

/** "captured nine posts and abandoned FOUR OTHERS": more of what the sentence has just counted. */
const othersMark = (sentence: Sentence, at: number, { marks, theatre }: Marked): ScopeMark | null => {
  const [number, word, next] = [at - 1, at, at + 1].map((i) => sentence.tokens[i]);
  if (!theatre.lexicon.has('furtherOnes', word?.word ?? '')) return null;
  const last = marks.findLast((mark): mark is ScopeMark => mark.type === 'scope' && mark.plural);
  const counted = number?.type === 'number' || numberOf([number?.word ?? ''], theatre.lexicon) !== null;
  const ends =
    next === undefined ||
    next.type === 'mark' ||
    ['timeStarts', 'be'].some((list) => theatre.lexicon.has(list, next.word));
  if (last === undefined || !counted || !ends || !COUNTED.includes(last.scope)) return null;
  const noun: ScopeNoun = { type: 'scope', scope: last.scope, kind: last.kind, plural: true };
  return scopeMark(sentence, { from: at, to: at + 1, noun }, theatre);
};

/** "men of the 9TH COASTAL CORPS": a base that bears the name of the corps in it, where the men are told of. */
const isUnitsName = ({ tokens }: Sentence, { from, to }: PlaceMark, { lexicon }: Theatre): boolean => {
  if (!lexicon.has('unitNouns', tokens[to - 1]?.word ?? '')) return false;
  const at = lexicon.has('determiners', tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  const noun = tokens[at - 1]?.word ?? '';
  return (
    lexicon.has('ownerLinks', tokens[at]?.word ?? '') &&
    ['partNouns', 'followerMen', 'plainTroops', 'actors:forces', 'actors:government'].some((list) =>
      lexicon.has(list, noun),
    )
  );
};

interface Marked {
  readonly marks: readonly Mention[];
  readonly theatre: Theatre;
}

const marksOf = (draft: Draft, sentence: Sentence, names: readonly Name[]): Mention[] => {
  const { theatre, report } = draft;
  const places = names.flatMap((name) => {
    const mark = placeMark(sentence, name, report.text);
    const named = mark === null || isPersonsName(sentence, mark, theatre) || isUnitsName(sentence, mark, theatre);
    return named ? [] : [mark];
  });
  const marks: Mention[] = [];
  for (let i = 0; i < sentence.tokens.length; ) {
    const place = places.length === 0 ? undefined : places.find((mark) => mark.from === i);
    const common =
      place === undefined ? (othersMark(sentence, i, { marks, theatre }) ?? commonMarkAt(sentence, i, theatre)) : null;
    const clash = common !== null && places.some((mark) => mark.from < common.to && common.from < mark.to);
    const mark = place ?? (clash ? null : common);
    if (mark !== null) marks.push(mark);
    i = Math.max(mark?.to ?? 0, i + 1);
  }
  return marks;
};

/** Pass: fills `mentions`; a theatre without names of its own takes those of the report. */
export const findMentions = (given: Draft): Draft => {
  const draft = { ...given, theatre: learnSides(given) };
  const names = namesOf(draft);
  let next = 0;
  const mentions = draft.sentences.flatMap((sentence) => {
    while (next < names.length && (names[next]?.start ?? 0) < sentence.start) next++;
    const own: Name[] = [];
    for (let i = next; i < names.length; i++) {
      const name = names[i];
      if (name === undefined || name.start >= sentence.end) break;
      own.push(name);
    }
    return withCrossings(sentence, { draft, names, marks: marksOf(draft, sentence, own) });
  });
  const trace = mentions.map(({ start, end, type }) => ({ pass: 'findMentions', span: { start, end }, says: type }));
  return { ...draft, mentions, trace: [...draft.trace, ...trace] };
};

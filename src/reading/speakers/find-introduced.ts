// Persons whom a sentence introduces as its subject: "Tash Ortaboz, its governor, laughed." The next "he" and a quotation
// without a frame are theirs. Invariant: an introduction says nothing by itself; its content is empty.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { sourceEnd } from './source-after.ts';
import { sourceBefore } from './source-before.ts';
import { type Bounds, isReduced, isRelativeVerb } from './source-scan.ts';
import { isOfficeWord, opensAside } from './source-words.ts';
import { toldWhom } from './told-whom.ts';

const isCapital = (view: SentenceView, at: number): boolean => /^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? '');

export const isFreeName = (view: SentenceView, at: number): boolean =>
  isCapital(view, at) &&
  (view.theatre.open || view.markAt[at]?.type !== 'place') &&
  !['actor', 'scope'].includes(view.markAt[at]?.type ?? '');

/** "SEN. Dana Reed": the stop of a title that is cut short. */
const isShort = (view: SentenceView, at: number): boolean =>
  wordAt(view, at) === '.' && isIn(view, 'abbreviations', at - 1) && isCapital(view, at + 1);

/** "Dr Zalmai Tokhi", "Karim Bakhtar, the mayor", "Mr Ortaboz": a name with a title, a second part or an office behind it. */
const isPerson = (view: SentenceView, { from, to }: Bounds): boolean => {
  const names = view.tokens.slice(from, to).filter((_, i) => isFreeName(view, from + i)).length;
  const first =
    (isFreeName(view, from) || isIn(view, 'titles', from)) &&
    !isIn(view, 'determiners', from) &&
    !isIn(view, 'prepositions', from);
  const plain = view.tokens.slice(from, to).every(({ type }, i) => type === 'word' || isShort(view, from + i));
  return first && names >= 2 && to - from <= 6 && plain;
};

/** "a pharmacist", "the deputy head of the council": an office without a name, of one person. */
const isOffice = (view: SentenceView, { from, to }: Bounds): boolean => {
  if (!isIn(view, 'determiners', from) && !isIn(view, 'possessives', from)) return false;
  const link = view.tokens.slice(from, to).findIndex(({ word }) => view.lexicon.has('prepositions', word));
  const last = link < 0 ? to - 1 : from + link - 1;
  return isOfficeWord(view, last) && isIn(view, 'personNouns', last);
};

/** "Dr Zalmai Tokhi runs …", "Karim Bakhtar, its mayor, laughed": the name that the sentence begins with, and its aside. */
const leadingName = (view: SentenceView): Bounds | null => {
  const from = afterDateline(view) || afterScene(view);
  let to = from;
  while (isFreeName(view, to) || isNameLink(view, to) || isShort(view, to)) to++;
  if (!isPerson(view, { from, to }) || view.markAt[to]?.type === 'scope') return null;
  const close = view.tokens.findIndex(({ word }, at) => at > to && word === ',');
  const aside = wordAt(view, to) === ',' && opensAside(view, to + 1) && close > to && close < to + 14;
  return { from, to: aside ? close : bodyEnd(view, to) };
};

/** "Ivo Hale OF THE RED LEAGUE agrees": the side that he is of belongs to the name. */
const bodyEnd = (view: SentenceView, to: number): number => {
  if (!isIn(view, 'memberLinks', to)) return to;
  const mark = [to + 1, to + 2].map((at) => view.markAt[at]).find((one) => one?.type === 'actor' && !one.pronoun);
  return mark?.to ?? to;
};

const DATELINE = 12;

/** "ON STATE RADIO, Ivo Hale named": where and when stands before the comma. */
const afterScene = (view: SentenceView): number => {
  const comma = isIn(view, 'prepositions', 0) ? view.tokens.findIndex(({ type }, at) => at > 0 && type === 'mark') : -1;
  return wordAt(view, comma) === ',' && comma <= SCENE ? comma + 1 : 0;
};

const SCENE = 7;

/** "EASTRY, March 17 - Colonel X": where the words behind a dateline begin. */
const afterDateline = (view: SentenceView): number => {
  const dash = view.tokens.findIndex(({ word, start, end }, at) => {
    const spaced = start > (view.tokens[at - 1]?.end ?? start) && (view.tokens[at + 1]?.start ?? 0) > end;
    return spaced && at < DATELINE && /^[-–—]$/.test(word);
  });
  return dash > 0 && /^\p{Lu}{2}/u.test(view.tokens[0]?.text ?? '') ? dash + 1 : 0;
};

const isNameLink = (view: SentenceView, at: number): boolean =>
  at > 0 && isIn(view, 'nameLinks', at) && isCapital(view, at + 1);

const isPersonWord = (view: SentenceView, at: number): boolean =>
  isIn(view, 'personNouns', at) || view.lexicon.has('personNouns', wordAt(view, at).replace(/s$/, ''));

/** "The taxi driver stops …": a short office that the sentence begins with, and a word behind it that is none of its own. */
const leadingOffice = ({ view, verbAt }: Parse): Bounds | null => {
  if (!isIn(view, 'determiners', 0) && !isIn(view, 'countWords', 0) && view.tokens[0]?.type !== 'number') return null;
  for (let to = 2; to <= 5; to++) {
    // "The government holds the governor's office": behind a verb stands nobody who begins the sentence.
    const tells = verbAt[to - 1] !== undefined && !isOfficeWord(view, to - 1);
    if (tells || isIn(view, 'prepositions', to - 1) || view.tokens[to - 1]?.type !== 'word') return null;
    const next = view.tokens[to];
    // "The governor's office" is nobody who speaks.
    const stops = (next?.type === 'word' && !/^['’]/u.test(next.text)) || namedBehind(view, to) > to;
    const ends = isPersonWord(view, to - 1) && !isPersonWord(view, to) && stops;
    if (ends) return { from: 0, to: homeEnd(view, namedBehind(view, to)) };
  }
  return null;
};

/** "A teacher FROM ASHFORD has called": where he is from belongs to his words. */
const homeEnd = (view: SentenceView, to: number): number => {
  const mark = isInAny(view, ['memberLinks', 'homeLinks'], to) ? view.markAt[to + 1] : undefined;
  return mark?.type === 'place' ? mark.to : to;
};

/** "The governor OF THE PROVINCE, KARIM BAKHTAR, has rung back": the name between commas belongs to the office. */
const namedBehind = (view: SentenceView, to: number): number => {
  const comma = view.tokens.findIndex(({ word }, at) => at >= to && word === ',');
  const place = comma === to || (isIn(view, 'partLinks', to) && comma - to <= OF_PLACE);
  if (comma < 0 || !place) return to;
  let end = comma + 1;
  while (isFreeName(view, end) || isNameLink(view, end)) end++;
  return end - comma > 2 && wordAt(view, end) === ',' ? end : to;
};

/** "of the northern province of X". */
const OF_PLACE = 7;

/** "In the bazaar a pharmacist gave another version": the subject of the first finite verb, where it is an office. */
const officeSubject = (parse: Parse): Bounds | null => {
  const { view, verbs } = parse;
  const verb = verbs.find(
    (one) => !one.infinitive && !one.gerund && !isReduced(parse, one) && !isRelativeVerb(parse, one.from),
  );
  if (verb === undefined || view.tokens[verb.head]?.quoted) return null;
  const { from, to, head } = sourceBefore(parse, verb.from);
  return isPerson(view, { from, to: head }) || isOffice(view, { from, to: head }) ? { from, to } : null;
};

/** "Asked about it, Ortega laughed": a bare surname, which must have been named before. */
const knownName = (view: SentenceView): Bounds | null => {
  const comma = view.tokens.findIndex(({ word }) => word === ',');
  // "THE HILLS were empty": an article that opens the sentence is nobody's name.
  const from = [0, comma + 1].find(
    (at) => isFreeName(view, at) && !isIn(view, 'determiners', at) && isVerbLike(view, at + 1),
  );
  return from === undefined ? null : { from, to: from + 1 };
};

const isVerbLike = ({ tokens, lexicon }: SentenceView, at: number): boolean => {
  const word = tokens[at]?.text ?? '';
  return /^\p{Ll}{2,}(?:ed|s)$/u.test(word) || lexicon.verbs.has(word) || lexicon.has('quoteReportingForms', word);
};

/** "I asked", "our reporter in A has been speaking to": the reporter himself is the subject. */
const isReporter = (view: SentenceView, { from }: VerbGroup): boolean =>
  isIn(view, 'firstPerson', from - 1) ||
  (isIn(view, 'firstPerson', 0) && view.tokens.slice(1, from).some((_, i) => isIn(view, 'newsmen', i + 1)));

/** Where whom he asked begins: right behind "asked", behind "to" of "spoke to"; -1 where he did neither. */
const askedFrom = (view: SentenceView, { head, to }: VerbGroup): number => {
  if (isIn(view, 'askingForms', head)) return to;
  return isIn(view, 'speakingWords', head) && isIn(view, 'hearerLinks', to) ? to + 1 : -1;
};

/** "I asked General Amarkhil, who commands …": whom the reporter asked or met answers. */
const askedPerson = (parse: Parse): Bounds | null => {
  const { view, verbs } = parse;
  const verb = verbs.find((one) => isReporter(view, one) && askedFrom(view, one) > 0);
  if (verb === undefined || view.tokens[verb.head]?.quoted) return null;
  const from = askedFrom(view, verb);
  const bounds = { from, to: sourceEnd(parse, from) };
  const comma = view.tokens.findIndex(({ word }, at) => at > bounds.from && at < bounds.to && word === ',');
  return isPerson(view, { from: bounds.from, to: comma < 0 ? bounds.to : comma }) || isOffice(view, bounds)
    ? bounds
    : null;
};

/** "The mayor SPOKE TO Wire 7. “A has fallen,” he said.": whom he tells it. */
const spokenTo = (parse: Parse, bounds: Bounds | null): string | null => {
  const { view, verbs } = parse;
  if (bounds === null) return null;
  const verb = verbs.find(({ from }) => from >= bounds.to);
  if (verb === undefined || !isIn(view, 'speakingWords', verb.head) || !isIn(view, 'hearerLinks', verb.to)) return null;
  return toldWhom(parse, verb, bounds.from);
};

/** At most one for a sentence: its subject, or whom the reporter asked. */
export const findIntroduced = (parse: Parse): readonly RawFrame[] => {
  const { view } = parse;
  if (view.sentence.heading || view.tokens[0]?.quoted || view.tokens[1]?.quoted) return [];
  const known = knownName(view);
  const found = askedPerson(parse) ?? leadingName(view) ?? leadingOffice(parse) ?? officeSubject(parse);
  const bounds = found ?? known;
  const words = bounds === null ? null : spanOf(view, bounds.from, bounds.to);
  if (words === null) return [];
  const cue = { start: words.end, end: words.end };
  return [
    {
      ...words,
      cue,
      sentence: view.sentence.index,
      speaker: words,
      content: [],
      told: spokenTo(parse, bounds),
      polarity: 'affirmed',
      modality: null,
      mustBeKnown: found === null,
    },
  ];
};

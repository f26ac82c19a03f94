// How far a reporting verb's words reach: back to the frame before, on to the contrast with which somebody else begins.

import type { Span } from '../../model/text.ts';
import { besideSaying } from '../clauses/deed-beside-saying.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { othersRelative, relativeEnd } from '../clauses/relative-end.ts';
import { isSaidOnPurpose } from '../clauses/said-on-purpose.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isBehindDenied } from './behind-denied.ts';
import { isQuoteMark, isReporting, reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import { isReduced, isRelativeVerb } from './source-scan.ts';
import { isNounStart, isOfficeWord } from './source-words.ts';

export const spanOf = ({ tokens }: SentenceView, from: number, to: number): Span | null => {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? null : { start: first.start, end: last.end };
};

/** Words as they were written: "RFE/RL's Radio Azadi". */
export const textOf = ({ tokens }: SentenceView, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text, start }, i) => (i === 0 || tokens[from + i - 1]?.end === start ? text : ` ${text}`))
    .join('');

/** A comma stands right before, or in the quotation that ends there: "called it “propaganda,” SAYING". */
const isBehindComma = ({ view }: Parse, { from }: VerbGroup): boolean =>
  wordAt(view, /^["”]$/.test(wordAt(view, from - 1)) ? from - 2 : from - 1) === ',';

/** ", saying that", ", adding that", "and by saying": the same speaker goes on. */
export const isContinuing = (parse: Parse, verb: VerbGroup): boolean =>
  isSaidOnPurpose(parse, verb) ||
  (verb.bare &&
    verb.forms.includes('ing') &&
    (isBehindComma(parse, verb) ||
      isIn(parse.view, 'continuingLinks', verb.from - 1) ||
      isBehindThat(parse, verb) ||
      isBehindDenied(parse, verb)));

/** "dismissed THAT SAYING they still held it": the word points back, and opens nothing. */
const isBehindThat = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean => {
  const before = verbAt[from - 2];
  return before !== undefined && isIn(view, 'pointingSubjects', from - 1) && isReporting(view, before);
};

const TIMES = ['weekdays', 'months', 'timeNouns'];
const TIME_WORDS = [...TIMES, 'prepositions', 'determiners', 'dateFillers', 'laterWords'];

/** The longest time that stands between "and" and its verb: "and two days later said". */
const LONGEST_TIME = 5;

/** Back from a verb over a time or a paper: "and ON MONDAY denied", "and IN A STATEMENT denied"; the verb's own place where none stands there. */
const beforeTime = ({ view, groupAt }: Parse, { from }: VerbGroup): number => {
  let at = from;
  const isOfTime = (i: number): boolean =>
    view.tokens[i]?.type === 'number' || isInAny(view, TIME_WORDS, i) || isIn(view, 'sayingMedia', i);
  while (at > 0 && from - at < LONGEST_TIME && groupAt[at - 1] === undefined && isOfTime(at - 1)) at--;
  const told = [...TIMES, ...(isIn(view, 'prepositions', at) ? ['sayingMedia'] : [])];
  return view.tokens.slice(at, from).some((_, i) => isInAny(view, told, at + i)) ? at : from;
};

/** "Army denies A lost, SAYS troops still in district": a headline needs no "and"; behind "…, says army" nothing more is said. */
const goesOnInHeading = ({ view, verbs }: Parse, verb: VerbGroup, at: number): boolean => {
  if (!view.sentence.heading || wordAt(view, at) !== ',' || at !== verb.from - 1 || !verb.bare) return false;
  if (!verb.forms.some((form) => form === 's' || form === 'base')) return false;
  const isClause = (one: VerbGroup): boolean => one.from > verb.to && !one.infinitive && !one.gerund && !one.bare;
  // "…, says the GOVERNOR of A": where he governs is nothing that he says.
  const office = [0, 1, 2].some((i) => isOfficeWord(view, verb.to + i) && !isIn(view, 'plainTroops', verb.to + i));
  const where = view.tokens.some((_, i) => i > verb.to && isIn(view, 'prepositions', i) && view.markAt[i + 1]);
  return (
    (where && !office) ||
    verbs.some((one) => isClause(one) || (one.from > verb.to && view.markAt[one.to] !== undefined))
  );
};

/** "X denied A AND said B", "and on Monday denied": where the word stands that joins it to a first verb's speaker; else -1. */
export const sharedFrom = (parse: Parse, verb: VerbGroup): number => {
  const time = beforeTime(parse, verb) - 1;
  // "and FURTHER claimed"
  const at = isIn(parse.view, 'sayingAdverbs', time) ? time - 1 : time;
  // "X questioned A; BLAMED Y": a verb without a subject behind a semicolon.
  const row = verb.bare && at === verb.from - 1 && wordAt(parse.view, at) === ';';
  const joined = row || isIn(parse.view, 'conjunctions', at) || goesOnInHeading(parse, verb, at);
  const told = parse.verbs.some((other) => other.to <= at && !other.gerund && !other.infinitive);
  return joined && (told || figureVerbBefore(parse, at) > 0) ? at : -1;
};

/** "PUT deaths at twenty and said": a verb of giving a figure, which is none of the words that tell deeds. */
export const figureVerbBefore = ({ view }: Parse, to: number): number =>
  view.tokens.findIndex((_, at) => at < to && isIn(view, 'putForms', at));

export const sharesSpeaker = (parse: Parse, verb: VerbGroup): boolean => sharedFrom(parse, verb) >= 0;

const followsContent = (parse: Parse, at: number): boolean =>
  parse.verbs.some((verb) => verb.from > at && !isRelativeVerb(parse, verb.from) && !isInApposition(parse, at, verb));

/** "wrote on Front 38, A WEBSITE DEVOTED to the war": a noun behind the comma, and what is told of it alone. */
const isInApposition = (parse: Parse, comma: number, verb: VerbGroup): boolean =>
  wordAt(parse.view, comma) === ',' &&
  isIn(parse.view, 'indefiniteArticles', comma + 1) &&
  verb.from > comma + 2 &&
  isReduced(parse, verb);

/** "A, X said on Monday.": nothing but a time or manner follows. */
export const saysNothingAfter = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  for (let at = from; at < view.tokens.length; at++) {
    // "one woman said, DECLINING to give her name"
    if (wordAt(view, at - 1) === ',' && isIn(view, 'hidingForms', at)) return true;
    if (parse.verbAt[at] !== undefined || view.tokens[at]?.quoted) return false;
    if (wordAt(view, at) === ';') return true;
    // "medics said on Saturday, AS the rebels came nearer": the scene is the report's.
    if (wordAt(view, at) === ',' && at > from && isIn(view, 'meanwhileLinks', at + 1)) return true;
    if (/^[,.]$/.test(wordAt(view, at)) && at > from)
      return parse.verbs.every((verb) => verb.from < at) || !followsContent(parse, at);
  }
  return true;
};

/** "A has fallen, AS the council confirmed to us on Tuesday.", "A has fallen, OR SO the rebels say": words of the link; 0 = none. */
const assentBefore = (view: SentenceView, from: number): number => {
  for (let words = 1; words <= ASSENT; words++) {
    // "a “lawful source,” AS a memo put it"
    const comma = isQuoteMark(wordAt(view, from - words - 1)) ? from - words - 2 : from - words - 1;
    if (wordAt(view, comma) === ',' && phraseLength(view, 'assentPhrases', from - words) === words) return words;
  }
  return 0;
};

/** Words of "or at least that is what". */
const ASSENT = 6;

/** Something said stands before the speaker: a clause and its comma, words quoted, a headline's first half. */
export const hasContentBefore = (parse: Parse, from: number, behind: number): boolean => {
  const { view } = parse;
  const assents = saysNothingAfter(parse, behind) ? assentBefore(view, from) : 0;
  const joint = wordAt(view, from - assents - 1);
  if (!(joint === ',' || isQuoteMark(joint) || /^[—–]$/.test(joint))) return false;
  return (
    parse.verbs.some((verb) => verb.to < from) ||
    view.tokens.slice(0, from).some(({ quoted }) => quoted) ||
    view.sentence.heading ||
    ((saysNothingAfter(parse, behind) || wordAt(view, behind) === ',') && !isIn(view, 'prepositions', 0) && from > 1)
  );
};

/** "KABUL, Aug 18 (Wire 7) - ": the words behind a dateline's dash. */
const afterDateline = (view: SentenceView): number => {
  const dash = view.tokens.findIndex(
    ({ word, start }, at) => at > 0 && at < DATELINE && /^[-–—]$/.test(word) && (view.tokens[at - 1]?.end ?? 0) < start,
  );
  const capital = /^\p{Lu}{3,}|^\(/u.test(view.tokens[0]?.text ?? '');
  return dash > 0 && capital ? dash + 1 : 0;
};

/** A dateline has few words. */
const DATELINE = 16;

/** "“A,” she said when asked, “B”": behind a closing frame what only tells when or where is passed over. */
export const goesOnFrom = (parse: Parse, from: number): number => {
  const { view } = parse;
  const first = wordAt(view, from) === ',' ? from + 1 : from;
  // "The rebels entered A, traders said, after the police had left": what came before it is told by them too.
  if (first > from && isIn(view, 'saidOnLinks', first) && parse.verbs.some((verb) => verb.from > first && !verb.gerund))
    return from;
  // "Shelling resumed, the monitor said, WITH NO CASUALTIES reported"
  if (first > from && isIn(view, 'absoluteLinks', first) && view.tokens.at(-1)?.quoted !== true) return from;
  const lists = ['prepositions', 'timeStarts', 'sceneWords', 'asideParticiples', 'weekdays'];
  if (!lists.some((list) => isIn(view, list, first))) return from;
  const next = view.tokens.findIndex(({ word, quoted }, at) => at > first && (quoted || word === ','));
  // "…, the army said on Monday, A DAY AFTER it had sent men": when it said so.
  const day = next < 0 ? -1 : daysFrom(view, next + 1);
  if (day > 0 && isIn(view, 'sceneWords', day)) return view.tokens.length;
  const closes = next < 0 || (isIn(view, 'indefiniteArticles', next + 1) && !followsContent(parse, next));
  return closes ? view.tokens.length : next;
};

/** Behind "a day", "four days", "hours"; -1 where no such words stand. */
const daysFrom = (view: SentenceView, from: number): number => {
  const counted =
    view.tokens[from]?.type === 'number' || isInAny(view, ['numbers', 'indefiniteArticles', 'countWords'], from);
  const noun = from + (counted ? 1 : 0);
  return isIn(view, 'timeNouns', noun) ? noun + 1 : -1;
};

/** Where the content before a closing frame begins: after the frame before it, or with the sentence. */
export const contentStart = (parse: Parse, from: number): number => {
  const { view } = parse;
  // "near the stadium, WHICH, X said, is full on match days"
  if (wordAt(view, from - 1) === ',' && isIn(view, 'clauseRelatives', from - 2)) return from - 2;
  const framed = reportingVerbs(parse);
  for (let at = from - 2; at > 0; at--) {
    if (view.tokens[at]?.quoted) continue;
    if (wordAt(view, at) === ';') return at + 1;
    // "X said A, but B, Y said": only behind another frame does the contrast begin Y's words.
    if (isIn(view, 'strongContrast', at) && framed.some((verb) => verb.to <= at)) return at + 1;
    // "A, X said, AND B, Y said": what Y says begins behind what X has closed.
    const closed = isIn(view, 'listLinks', at) && wordAt(view, at - 1) === ',';
    if (closed && framed.some((verb) => verb.to === at - 1)) return at + 1;
  }
  return afterDateline(view);
};

/** "…, citing people close to him": the comma before another source. */
const citedAt = (view: SentenceView, from: number): number =>
  view.tokens.findIndex(
    ({ word, quoted }, at) =>
      at >= from && !quoted && (word === ',' || isQuoteMark(word)) && isIn(view, 'citedWords', at + 1),
  );

/** "Reds claim Ashford, Blues say no": in a headline a comma parts two who speak. */
export const splitsHeading = (view: SentenceView, comma: number): boolean =>
  view.sentence.heading && wordAt(view, comma) === ',';

/** "Hours after X announced that A, B": a clause that only sets the scene ends with the comma before the main one. */
const sceneEnd = (parse: Parse, from: number): number => {
  const { view } = parse;
  const verb = parse.verbs.find((one) => one.to === from);
  const source = verb === undefined ? 0 : sourceBefore(parse, verb.from).from;
  if (!isIn(view, 'sceneWords', source - 1)) return -1;
  return view.tokens.findIndex(
    ({ word }, at) =>
      at > from &&
      word === ',' &&
      (isNounStart(view, at + 1) || isIn(view, 'thereWords', at + 1)) &&
      parse.verbs.some((one) => one.from > at && !one.gerund),
  );
};

/** The end of what a frame says: the sentence, or the contrast with which somebody else begins ("…, while Y insisted"). */
export const contentEnd = (parse: Parse, from: number): number => {
  const end = Math.min(
    saidEnd(parse, from),
    quotationEnd(parse, from),
    relativeEnd(parse, from),
    othersRelative(parse, from),
  );
  const beside = besideSaying(parse, from);
  const contrast = contrastBehind(parse, from);
  return Math.min(end, beside < 0 ? end : beside, contrast < 0 ? end : contrast);
};

/** "have denied that they shelled it, BUT WITNESSES have told of it": the comma before a contrast, which no denial stands over; -1 for none. */
const contrastBehind = ({ view, verbs }: Parse, from: number): number => {
  const verb = verbs.find(({ to }) => to === from);
  const denies =
    verb !== undefined && !verb.negated && verb.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  if (!denies) return -1;
  return view.tokens.findIndex(
    ({ word, quoted }, at) =>
      at > from &&
      word === ',' &&
      !quoted &&
      isIn(view, 'butWords', at + 1) &&
      !isIn(view, 'clauseComplements', at + 2) &&
      verbs.some((one) => one.from > at),
  );
};

/** "“The army DENIED leaving A,” X said": what is told inside a quotation ends with it. */
const quotationEnd = ({ view: { tokens } }: Parse, from: number): number => {
  if (tokens[from - 1]?.quoted !== true) return tokens.length;
  const end = tokens.findIndex(({ quoted }, at) => at >= from && !quoted);
  return end < 0 ? tokens.length : end;
};

const saidEnd = (parse: Parse, from: number): number => {
  const { view } = parse;
  const scene = sceneEnd(parse, from);
  if (scene > 0) return scene;
  const cited = citedAt(view, from);
  for (const verb of reportingVerbs(parse)) {
    if (cited >= 0 && verb.from > cited) break;
    if (verb.from <= from + (isContinuing(parse, verb) ? 0 : 1) || view.tokens[verb.head]?.quoted) continue;
    // What is denied is all that stands before, where no comma does.
    if (isContinuing(parse, verb)) return isBehindDenied(parse, verb) ? verb.from : verb.from - 1;
    if (sharesSpeaker(parse, verb)) return sharedFrom(parse, verb);
    const start = sourceBefore(parse, verb.from).from;
    if (start > from && isIn(view, 'contrastWords', start - 1)) return start - 1;
    if (start > from && (wordAt(view, start - 1) === ';' || splitsHeading(view, start - 1))) return start - 1;
    // "X said A, the agency reported.": the agency's words close the sentence, not X's.
    if (start > from && wordAt(view, start - 1) === ',' && saysNothingAfter(parse, verb.to)) return start - 1;
  }
  return cited < 0 ? view.tokens.length : isQuoteMark(wordAt(view, cited)) ? cited + 1 : cited;
};

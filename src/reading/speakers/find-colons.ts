// Headlines and tickers: "Spokesman X: we hold the town", "City falls to rebels - deputy governor", "City is gone, MP says".
// And a colon before words quoted whose verb does not report: "She put it bluntly: “They lied.”"

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isHyphen, isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { isQuoteMark, reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import { isReduced } from './source-scan.ts';

/** A speaker in front of a colon or behind a dash is short. */
const SHORT = 10;

interface Label {
  readonly from: number;
  readonly to: number;
  /** True where only a speaker known from before can be meant ("Hale: we hold it"). */
  readonly mustBeKnown: boolean;
}

const namesOffice = (view: SentenceView, { from, to }: Pick<Label, 'from' | 'to'>): boolean => {
  const words = view.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
  const side = view.marks.some((mark) => mark.type === 'actor' && mark.from >= from && mark.to <= to && !mark.pronoun);
  return findOffices(words, view.theatre).length > 0 || side;
};

const isName = (view: SentenceView, from: number, to: number): boolean =>
  to - from <= 4 &&
  view.tokens.slice(from, to).every(({ text }) => /^\p{Lu}\p{Ll}|^[-.]$/u.test(text)) &&
  !view.marks.some((mark) => mark.type === 'place' && mark.from >= from && mark.to <= to);

const opensQuote = (view: SentenceView, at: number): boolean => isQuoteMark(wordAt(view, at));

/** "0415 Kandahar: gov't spokesman Hotkai:": what stands behind the time, a place and an earlier colon. */
const labelStart = (view: SentenceView, to: number): number => {
  for (let at = to - 1; at >= 0; at--) {
    const dash = /^[-–—]$/.test(wordAt(view, at)) && !isHyphen(view, at);
    if (dash || /^[:;,.#]$/.test(wordAt(view, at)) || view.tokens[at]?.type === 'number') return at + 1;
  }
  return 0;
};

/** "Logar governor on FB live": a word that can also be a noun is no verb of a label. */
const isFiniteVerb = (verb: VerbGroup | undefined): boolean =>
  verb !== undefined && !(verb.bare && verb.forms.includes('base') && !verb.forms.includes('past'));

/** "Map: the rebels HOLD A", "they HAVE 195 of 407": behind the name of many a base form is a verb. */
const isOfMany = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['be', 'have'], at) ||
  (!isIn(view, 'reportingVerbs', at) &&
    view.lexicon.verbs.get(wordAt(view, at))?.some(({ base }) => base === wordAt(view, at)) === true &&
    view.markAt[at - 1]?.type === 'actor' &&
    /s$/.test(wordAt(view, at - 1)));

/** "A lorry driver stuck at A:", "Two women in the queue:" before a quotation: who is only described. */
const isSomebody = (view: SentenceView, from: number, to: number): boolean =>
  isInAny(view, ['indefiniteArticles', 'countWords'], from) &&
  view.tokens
    .slice(from + 1, Math.min(to, from + 4))
    .some(
      ({ word }) => view.lexicon.has('personNouns', word) || view.lexicon.has('personNouns', word.replace(/s$/, '')),
    );

/** "Sources: district falls", "Reports: …": who bears no name. */
const isSources = (view: SentenceView, from: number, to: number): boolean =>
  to - from === 1 && isIn(view, 'labelSources', from);

/** "Afghanistan: rebels advance": what it is about, and nobody who speaks. */
const isNation = ({ tokens, lexicon }: SentenceView, colon: number): boolean =>
  lexicon.look('nationNames', tokens[colon - 1]?.word ?? '') !== null;

/** "X, spokesman of Y:", "Spokesman of Y, X:": a name and its office with a comma between are one label. */
const withApposition = (view: SentenceView, from: number): number => {
  if (wordAt(view, from - 1) !== ',') return from;
  const start = labelStart(view, from - 1);
  const names = isName(view, start, from - 1) || namesOffice(view, { from: start, to: from - 1 });
  // "11:25 - Eyewitness X, in A:": nothing but the entry's time stands before it.
  const opens = view.tokens.slice(0, start).every(({ type }) => type !== 'word');
  return names && opens && from - start > 2 && !isIn(view, 'prepositions', start) ? start : from;
};

/** "A nurse, WHO DID NOT WANT TO BE NAMED:", "The mayor AT A NEWS CONFERENCE:": where the words of who speaks end. */
const labelEnd = (view: SentenceView, colon: number): number => {
  const comma = view.tokens.findLastIndex(({ word }, at) => at < colon && word === ',');
  if (comma > 0 && isInAny(view, ['clauseRelatives', 'reachedForms', 'speakingWords'], comma + 1)) return comma;
  const media = (at: number): boolean =>
    view.tokens.slice(at + 1, colon).some((_, i) => isInAny(view, ['sayingMedia', 'postingPlaces'], at + 1 + i));
  const link = view.tokens.findIndex(
    (_, at) => at > 0 && at < colon && isIn(view, 'tailPrepositions', at) && media(at),
  );
  // "Karim Bakhtar (@karim):"
  const bracket = view.tokens.findIndex(({ word }, at) => at > 0 && at < colon && word === '(');
  const end = link < 0 ? bracket : link;
  return end < 0 ? colon : wordAt(view, end - 1) === ',' ? end - 1 : end;
};

/** "A tweet by X:", "A statement from the ministry:": behind the medium stands who speaks. */
const behindMedium = (view: SentenceView, from: number, to: number): number => {
  const link = view.tokens.findIndex(
    ({ word }, at) => at > from && at < to - 1 && view.lexicon.has('authorLinks', word),
  );
  return link > 0 && isInAny(view, ['sayingMedia', 'statementNouns', 'documentNouns'], link - 1) ? link + 1 : from;
};

/** "Federal troops: THEY entered A", "The militias: THEIR men hold B": of whom it tells, and not who tells it. */
const isTopic = (view: SentenceView, from: number, colon: number): boolean =>
  from === 0 &&
  view.marks.some((mark) => mark.type === 'actor' && !mark.pronoun && mark.to === colon) &&
  isIn(view, 'topicPronouns', colon + 1) &&
  /^\p{Lu}/u.test(view.tokens[colon + 1]?.text ?? '');

const labelBefore = ({ view, verbAt }: Parse, end: number): Label | null => {
  const colon = labelEnd(view, end);
  const start = withApposition(view, labelStart(view, colon));
  const from = behindMedium(view, start, colon);
  // "Karim Bakhtar on Twitter:", "A tweet by Karim Bakhtar:": whoever posts it says it.
  const posts = from > start || (colon < end && wordAt(view, colon) !== ',');
  if (colon - from < 1 || colon - from > SHORT || isIn(view, 'prepositions', from)) return null;
  // "Miller's Bridge: our post was withdrawn": what it is about.
  if (view.marks.some((mark) => mark.type === 'place' && mark.sure && mark.from <= from && mark.to >= colon))
    return null;
  const isVerb = (at: number): boolean => isFiniteVerb(verbAt[at]) || (verbAt[at] !== undefined && at < colon - 1);
  const described = opensQuote(view, end + 1) && isSomebody(view, from, colon);
  if (described) return { from, to: colon, mustBeKnown: false };
  if (view.tokens.slice(from, colon).some((token, i) => isVerb(from + i) || token.quoted)) return null;
  if (isTopic(view, from, colon)) return null;
  if (namesOffice(view, { from, to: colon }) || isSources(view, from, colon))
    return { from, to: colon, mustBeKnown: false };
  if (isNation(view, colon)) return null;
  if (!isName(view, from, colon)) return null;
  return { from, to: colon, mustBeKnown: !(posts || opensQuote(view, end + 1)) };
};

/** "council's Wafi Qulbarsi to us": whom it was told, at the end of a label. */
const hearerOf = (view: SentenceView, { from, to }: Label): { end: number; told: string | null } => {
  const at = view.tokens.slice(from, to).findLastIndex(({ word }) => view.lexicon.has('hearerLinks', word));
  if (at < 1) return { end: to, told: null };
  const words = view.tokens.slice(from + at + 1, to).map(({ text }) => text);
  return { end: from + at, told: words.join(' ') };
};

const frame = (
  view: SentenceView,
  label: Label,
  found: Pick<RawFrame, 'content'> & { cue: number },
): readonly RawFrame[] => {
  const { end, told } = hearerOf(view, label);
  const speaker = spanOf(view, label.from, end);
  const cue = view.tokens[found.cue];
  if (speaker === null || cue === undefined || found.content.length === 0) return [];
  return [
    {
      ...{
        start: speaker.start,
        end: speaker.end,
        sentence: view.sentence.index,
        speaker,
        content: found.content,
        told,
      },
      ...{ cue: { start: cue.start, end: cue.end }, polarity: 'affirmed', modality: null },
      mustBeKnown: label.mustBeKnown,
    },
  ];
};

const spans = (...found: readonly ReturnType<typeof spanOf>[]): RawFrame['content'] =>
  found.filter((span) => span !== null);

/** "Red: Ashford, Garth.": a list of places is nothing that is said. */
const isPlaceList = ({ view, groups, verbs }: Parse, from: number): boolean => {
  const first = groups.find((group) => group.from === from);
  if (first === undefined || !/^(?:|[,.;(])$/.test(wordAt(view, first.to))) return false;
  const stop = view.tokens.findIndex(({ word }, at) => at >= from && /^[.;]$/.test(word));
  const end = stop < 0 ? view.tokens.length : stop;
  return !verbs.some((verb) => verb.from >= from && verb.to <= end);
};

const byColon = (parse: Parse): readonly RawFrame[] => {
  const { view } = parse;
  for (let at = 1; at < view.tokens.length; at++) {
    if (wordAt(view, at) !== ':' || view.tokens[at]?.quoted || isPlaceList(parse, at + 1)) continue;
    const label = labelBefore(parse, at);
    const closes = label !== null && wordAt(view, label.from - 1) === ',';
    if (label === null || (closes && !opensQuote(view, at + 1))) continue;
    const before = closes ? spanOf(view, 0, label.from - 1) : null;
    return frame(view, label, { content: spans(before, spanOf(view, at + 1, view.tokens.length)), cue: at });
  }
  return [];
};

const lengthOf = ({ tokens }: SentenceView): number => tokens.length - (tokens.at(-1)?.word === '.' ? 1 : 0);

/** "Rebels in the square - the baker Tom Reed, WHO CAN SEE IT": what a ticker tells of who speaks is no part of his name. */
const withoutRelative = (view: SentenceView, to: number): number => {
  const comma = view.tokens.findLastIndex(({ word }, at) => at < to && word === ',');
  const aside = comma > 0 && view.sentence.part === 'entry' && isIn(view, 'clauseRelatives', comma + 1);
  const dash = view.tokens.slice(Math.max(0, comma - SHORT), comma).some(({ word }) => /^[-–—]$/.test(word));
  return aside && dash ? comma : to;
};

/** "…, MP Kharwari", "… - hospital", "… per two MPs": who says it stands last, without a verb. */
const atEnd = (parse: Parse): readonly RawFrame[] => {
  const { view, verbAt } = parse;
  const to = withoutRelative(view, lengthOf(view));
  for (let at = to - 1; at > Math.max(1, to - SHORT) && !isFiniteVerb(verbAt[at]) && !isOfMany(view, at); at--) {
    const dash = /^[-–—]$/.test(wordAt(view, at)) && !isHyphen(view, at);
    const comma =
      wordAt(view, at) === ',' &&
      view.sentence.part === 'entry' &&
      !isInAny(view, ['determiners', 'clauseRelatives', 'relatives'], at + 1);
    const colon = wordAt(view, at) === ':' && view.sentence.heading;
    if (!dash && !comma && !colon) continue;
    const label = { from: at + 1, to, mustBeKnown: false };
    const known = isName(view, at + 1, to) && dash;
    if (!namesOffice(view, label) && !known) return [];
    return frame(
      view,
      { ...label, mustBeKnown: known },
      { content: spans(spanOf(view, labelledFrom(view), at)), cue: at },
    );
  }
  return [];
};

/** Where the words behind a ticker's time begin. */
const labelledFrom = ({ tokens }: SentenceView): number =>
  Math.max(
    0,
    tokens.findIndex(({ type }) => type === 'word'),
  );

/** "Mrs Lund put it bluntly: “They lied.”": any verb with a colon and a quotation behind it. */
const byQuotedColon = (parse: Parse): readonly RawFrame[] => {
  const { view, verbs } = parse;
  const at = view.tokens.findIndex(({ word, quoted }, i) => word === ':' && !quoted && opensQuote(view, i + 1));
  const verb = verbs.find((one) => !one.infinitive && !one.gerund && !isReduced(parse, one) && one.to <= at);
  if (at < 0 || verb === undefined) return [];
  const { from, to } = sourceBefore(parse, verb.from);
  const speaker = spanOf(view, from, to);
  const cue = spanOf(view, verb.from, verb.to);
  if (speaker === null || cue === null) return [];
  return [
    {
      ...{ start: speaker.start, end: cue.end, cue, sentence: view.sentence.index, speaker, told: null },
      ...{ content: spans(spanOf(view, at + 1, view.tokens.length)), polarity: 'affirmed', modality: null },
    },
  ];
};

/** "'The city is theirs': deputy governor flees": a headline's quotation is of whom the rest tells. */
const byQuotedHead = (parse: Parse): readonly RawFrame[] => {
  const { view, verbs } = parse;
  const at = view.tokens.findIndex(({ word }) => word === ':');
  if (!view.sentence.heading || at < 3 || !isQuoteMark(wordAt(view, 0)) || !isQuoteMark(wordAt(view, at - 1)))
    return [];
  const verb = verbs.find((one) => one.from > at + 1);
  if (verb === undefined) return [];
  const label = { from: at + 1, to: verb.from, mustBeKnown: false };
  if (!namesOffice(view, label) && !isName(view, label.from, label.to)) return [];
  return frame(view, label, { content: spans(spanOf(view, 0, at)), cue: at });
};

/** Frames by punctuation alone. */
export const findColons = (parse: Parse): readonly RawFrame[] => {
  const { heading, part } = parse.view.sentence;
  // "Courier News: The city has fallen, said the governor" has a dateline, not a speaker, before the colon.
  if (reportingVerbs(parse).length > 0)
    return byColon(parse).filter(
      ({ end, cue }) => (heading || isQuotedBehind(parse, cue.end)) && end < (firstVerbStart(parse) ?? 0),
    );
  const found = [...byQuotedHead(parse), ...byColon(parse)];
  if (found.length > 0) return found.slice(0, 1);
  const quoted = byQuotedColon(parse);
  return quoted.length > 0 || !(heading || part === 'entry') ? quoted : atEnd(parse);
};

const isQuotedBehind = ({ view }: Parse, end: number): boolean =>
  view.tokens.find(({ start }) => start >= end)?.quoted === true ||
  isQuoteMark(view.tokens.find(({ start }) => start >= end)?.word ?? '');

const firstVerbStart = (parse: Parse): number | undefined =>
  parse.view.tokens[reportingVerbs(parse)[0]?.from ?? -1]?.start;

// Who puts a number on something: "X put the number at four", "X speaks of 11,000", "X counted nine", "X's figure is 61".
// Invariant: it frames only where a number follows within a few words; "put an end to it" says nothing.

import type { Parse } from '../clauses/parse.ts';
import { amountAt, fractionAt } from '../words/read-amounts.ts';
import { beginningsOf, isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';

const REACH = 22;

const isNumber = ({ tokens, lexicon }: SentenceView, at: number): boolean => {
  const amount = amountAt({ tokens, lexicon }, at);
  // "own figure is TWO THIRDS"
  if (amount === null) return fractionAt({ tokens, lexicon }, at) !== null;
  return amount.count !== null || amount.fraction !== null;
};

const FIGURES = ['spokenFigures', 'tollFigures', 'lossFigures'];

/** "raised THE NUMBER of dead to eight"; "cut the road to six villages" gives no figure. */
const isOfFigure = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some(({ word }) => FIGURES.some((list) => view.lexicon.has(list, word)));

/** The word a number must follow: "at" of "put", "of" of "speak"; any within three words for "count". */
const numberBehind = (view: SentenceView, at: number): boolean => {
  const link = view.lexicon.look('figureVerbs', wordAt(view, at));
  if (link === null) return false;
  if (link === 'none') return [1, 2, 3].some((ahead) => isNumber(view, at + ahead));
  for (let i = at + 1; i < Math.min(at + REACH, view.tokens.length); i++) {
    if (/^[.;:]$/.test(wordAt(view, i))) return false;
    if (wordAt(view, i) === link && (isNumber(view, i + 1) || isNumber(view, i + 2)))
      return link !== 'to' || isOfFigure(view, at, i);
    if (link === 'of') return false;
  }
  return false;
};

/** "the army's FIGURE is 61", "the UN's own COUNT is seven": the owner speaks. */
const ownerBefore = (view: SentenceView, at: number): number | null => {
  if (!isIn(view, 'figureNouns', at)) return null;
  const owner = ['ownWord', 'figureAdjectives'].some((list) => isIn(view, list, at - 1)) ? at - 2 : at - 1;
  const owned = /^('s|'|’)$/.test(wordAt(view, owner));
  const is = isIn(view, 'be', at + 1) && [2, 3].some((ahead) => isNumber(view, at + ahead));
  return owned && is && owner >= 1 ? owner : null;
};

const contentTo = (view: SentenceView, from: number): number => {
  let to = from;
  // "“I COUNTED ELEVEN,” said X": inside a quotation the figure ends with it.
  const inside = view.tokens[from - 1]?.quoted === true;
  while (to < view.tokens.length && wordAt(view, to) !== ';' && !(inside && view.tokens[to]?.quoted !== true)) to++;
  return to;
};

/** "By the government's OWN COUNT, 29 districts …": whose count it is says so. */
const ownCount = (view: SentenceView): Said | null => {
  if (!isIn(view, 'byWordsOfCount', 0)) return null;
  const own = view.tokens.findIndex((_, at) => at > 1 && at < 10 && isIn(view, 'ownWord', at));
  const owned = own > 2 && /^('s|'|’)$/.test(wordAt(view, own - 1)) && isIn(view, 'countNouns', own + 1);
  return owned ? { from: 1, to: own - 1, content: own + 2 } : null;
};

/** Words from the speaker's last to the content's first, where nothing is said between. */
const OWN = 3;

interface Said {
  readonly from: number;
  readonly to: number;
  readonly content: number;
}

const frameOf = (view: SentenceView, said: Said): RawFrame | null => {
  const { tokens, sentence } = view;
  const [first, last] = [tokens[said.from], tokens[said.to - 1]];
  const [start, end] = [tokens[said.content], tokens[contentTo(view, said.content) - 1]];
  if (first === undefined || last === undefined || start === undefined || end === undefined) return null;
  const cue = tokens[said.content - 1];
  // "“WE estimate that 65 percent is held,” said X": whoever is quoted.
  if (first.quoted && said.to - said.from === 1 && isIn(view, 'firstPerson', said.from)) return null;
  // "hours earlier THE count was 19": an article is nobody who counts.
  if (said.to <= said.from || cue === undefined || isIn(view, 'determiners', said.to - 1)) return null;
  return {
    // "The governor denied A AND PUT": what stands between is said, and none of the speaker's name.
    start: said.content - said.to > OWN ? cue.start : first.start,
    ...{ end: start.start, sentence: sentence.index },
    speaker: { start: first.start, end: last.end },
    cue: { start: cue.start, end: cue.end },
    content: [{ start: start.start, end: end.end }],
    ...{ told: null, polarity: 'affirmed', modality: null },
  };
};

/** "The governor denied A AND PUT the number at 30": who speaks goes on. */
const speakerOn = (parse: Parse, head: number): Pick<Said, 'from' | 'to'> => {
  const before = reportingVerbs(parse).find((verb) => verb.to < head && !verb.gerund && !verb.infinitive);
  const source = before === undefined ? null : sourceBefore(parse, before.from);
  return source !== null && source.from < source.to ? source : sourceBefore(parse, head);
};

const saidAt = (parse: Parse, at: number): Said | null => {
  const { view } = parse;
  const owner = ownerBefore(view, at);
  if (owner !== null) {
    const { from } = sourceBefore(parse, owner);
    return { from, to: owner, content: at + 1 };
  }
  if (!numberBehind(view, at) || isIn(view, 'be', at - 1)) return null;
  let head = at;
  // "The mayor HAS SINCE put", "The ministry FIRST put"; the paper "Eastry NOW" is a name.
  const isAdverb = (i: number): boolean => isIn(view, 'verbAdverbs', i) && /^\p{Ll}/u.test(view.tokens[i]?.text ?? '');
  while (isIn(view, 'have', head - 1) || isAdverb(head - 1)) head--;
  if (isIn(view, 'be', head - 1)) return null;
  const { from, to } = isIn(view, 'conjunctions', head - 1) ? speakerOn(parse, head) : sourceBefore(parse, head);
  return { from, to, content: at + 1 };
};

/** One raw frame for each figure that somebody gives. */
export const findFigures = (parse: Parse): readonly RawFrame[] => {
  const own = ownCount(parse.view);
  const first = (own && frameOf(parse.view, own)) ?? [];
  return [first, framesAt(parse), givenBelow(parse) ?? []].flat();
};

/** "The ministry gave these figures for the north:": what stands below is its own. */
const givenBelow = (parse: Parse): RawFrame | null => {
  const { view } = parse;
  const colon = view.tokens.length - 1;
  if (wordAt(view, colon) !== ':') return null;
  const at = beginningsOf(view, ['givingVerbs']).find(
    (from) =>
      from > 0 &&
      isIn(view, 'givingVerbs', from) &&
      view.tokens.slice(from, colon).some((_, i) => isIn(view, 'givenNouns', from + i)),
  );
  if (at === undefined) return null;
  const { from, to } = sourceBefore(parse, isIn(view, 'have', at - 1) ? at - 1 : at);
  return frameOf(view, { from, to, content: colon });
};

/** "Elders CAME UP WITH seven", "a monitor ARRIVED AT three": a phrase right before the number. */
const phraseSaid = (parse: Parse, at: number): Said | null => {
  const { view } = parse;
  const length = phraseLength(view, 'figurePhrases', at);
  if (length === 0 || ![0, 1, 2].some((ahead) => isNumber(view, at + length + ahead))) return null;
  const head = isIn(view, 'have', at - 1) ? at - 1 : at;
  const { from, to } = sourceBefore(parse, head);
  return { from, to, content: at + length };
};

const framesAt = (parse: Parse): readonly RawFrame[] =>
  beginningsOf(parse.view, ['figureNouns', 'figureVerbs', 'figurePhrases']).flatMap((at) => {
    const said = saidAt(parse, at) ?? phraseSaid(parse, at);
    return (said && frameOf(parse.view, said)) ?? [];
  });

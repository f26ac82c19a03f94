// Who says what he counts himself: "By their own count they hold A", "By the army's own admission A has fallen".
// Invariant: "its own" belongs to the subject of the clause; "by one count" and "by all accounts" are nobody's own.

import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { isIn, startOfPhrase, wordAt, wordsOf } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import type { Bounds } from './source-scan.ts';

/** The subject of the clause beside the phrase: behind one that leads, else before. */
const subjectNear = (parse: Parse, at: number): Bounds | null => {
  const verb = parse.verbs.find(({ from, infinitive }) => !infinitive && (at > 1 || from > at));
  if (verb === undefined) return null;
  const { from, to } = sourceBefore(parse, verb.from);
  return from < to ? { from, to } : null;
};

/** "by the rebels' own count" has its owner in front; "by their own count" takes the subject. */
const ownerOf = (parse: Parse, link: number, own: number): Bounds | null => {
  const { view } = parse;
  if (isPossessive(view, own - 1)) return { from: startOfPhrase(view, own - 2), to: own - 1 };
  // "By their own count they hold A, the rebels say": whose they are the other frame says.
  const framed = reportingVerbs(parse).length > 0;
  return own === link + 2 && isIn(view, 'possessives', own - 1) && !framed ? subjectNear(parse, link) : null;
};

/** An owner of so many words may stand between "by" and "own". */
const OWNER = 6;

const frameAt = (parse: Parse, own: number): RawFrame | null => {
  const { view } = parse;
  if (!isIn(view, 'ownWords', own) || !isIn(view, 'ownCounts', own + 1)) return null;
  const link = view.tokens.findLastIndex((_, at) => at < own && at >= own - OWNER && isIn(view, 'agentWords', at));
  const owner = link < 0 ? null : ownerOf(parse, link, own);
  if (owner === null) return null;
  const before = spanOf(view, 0, link);
  const behind = spanOf(view, wordAt(view, own + 2) === ',' ? own + 3 : own + 2, view.tokens.length);
  const [speaker, cue] = [spanOf(view, owner.from, owner.to), spanOf(view, link, own + 2)];
  if (speaker === null || cue === null) return null;
  return {
    ...{ start: cue.start, end: cue.end, cue, sentence: view.sentence.index, speaker },
    ...{ content: [before, behind].filter((span) => span !== null), told: null, polarity: 'affirmed', modality: null },
  };
};

/** "By HIS account six are held": he who spoke last, where nobody else speaks in the sentence. */
const pronounFrame = (parse: Parse): readonly RawFrame[] => {
  const { view } = parse;
  // "By OUR count": the paper speaks, as it does where nobody else does.
  const whose = isIn(view, 'possessives', 1) && !isIn(view, 'firstPerson', 1);
  const opens = isIn(view, 'agentWords', 0) && whose && isIn(view, 'ownCounts', 2);
  const framed = opens && reportingVerbs(parse).length > 0;
  const behind = spanOf(view, wordAt(view, 3) === ',' ? 4 : 3, view.tokens.length);
  const [speaker, cue] = [spanOf(view, 1, 2), spanOf(view, 0, 3)];
  if (!opens || framed || speaker === null || cue === null || behind === null) return [];
  return [
    {
      ...{ start: cue.start, end: cue.end, cue, sentence: view.sentence.index, speaker },
      ...{ content: [behind], told: null, polarity: 'affirmed', modality: null },
    },
  ];
};

/** Words of "By the district's police chief's". */
const LONGEST = 9;

/** "By the POLICE CHIEF'S ESTIMATE, six are held": whose estimate opens the sentence says what stands behind its comma. */
const estimateFrame = (parse: Parse): readonly RawFrame[] => {
  const { view } = parse;
  const at = isIn(view, 'agentWords', 0) ? view.tokens.findIndex((_, i) => i > 2 && isIn(view, 'ownCounts', i)) : -1;
  if (at < 0 || at > LONGEST || !isPossessive(view, at - 1) || reportingVerbs(parse).length > 0) return [];
  const behind = spanOf(view, wordAt(view, at + 1) === ',' ? at + 2 : at + 1, view.tokens.length);
  const [speaker, cue] = [spanOf(view, 1, at - 1), spanOf(view, 0, at + 1)];
  if (speaker === null || cue === null || behind === null) return [];
  return [
    {
      ...{ start: cue.start, end: cue.end, cue, sentence: view.sentence.index, speaker },
      ...{ content: [behind], told: null, polarity: 'affirmed', modality: null },
    },
  ];
};

/** "By the RECKONING OF THE COUNCIL, A", ", by the count of the UN, A": whose it is stands behind "of". */
const reckonedFrames = (parse: Parse): readonly RawFrame[] =>
  wordsOf(parse.view, 'ownCounts').flatMap((at) => {
    const { view } = parse;
    const link = isIn(view, 'determiners', at - 1) ? at - 2 : at - 1;
    const opens = link === 0 || wordAt(view, link - 1) === ',';
    if (!opens || !isIn(view, 'agentWords', link) || !isIn(view, 'partLinks', at + 1)) return [];
    const comma = view.tokens.findIndex(({ word }, i) => i > at + 2 && i < at + LONGEST && word === ',');
    const behind = comma < 0 ? null : spanOf(view, comma + 1, view.tokens.length);
    const [speaker, cue] = [spanOf(view, at + 2, comma), spanOf(view, link, Math.max(comma, at))];
    if (speaker === null || cue === null || behind === null) return [];
    const content = [behind];
    const said = { start: cue.start, end: cue.end, cue, sentence: view.sentence.index, speaker, content };
    return [{ ...said, told: null, polarity: 'affirmed', modality: null }];
  });

/** One raw frame for each own count. */
export const findOwnCount = (parse: Parse): readonly RawFrame[] => [
  ...reckonedFrames(parse),
  ...pronounFrame(parse),
  ...estimateFrame(parse),
  ...ownFrames(parse),
];

const ownFrames = (parse: Parse): readonly RawFrame[] =>
  wordsOf(parse.view, 'ownWords').flatMap((at) => {
    const frame = frameAt(parse, at);
    return frame === null ? [] : [frame];
  });

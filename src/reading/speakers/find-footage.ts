// What a film says: "posted a video showing A", "Video posted by the group showed A": whose film it is, is whose word it is.
// Invariant: only a verb of showing right beside the noun makes a frame of it.

import type { Parse } from '../clauses/parse.ts';
import { isIn } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { contentEnd, spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';
import { isReduced } from './source-scan.ts';

/** "posted a video showing A": what the film of a party shows is what the party says. */
const footageAt = (parse: Parse, noun: number): RawFrame | null => {
  const { view, verbs } = parse;
  if (!isIn(view, 'footageNouns', noun)) return null;
  const link = [1, 2, 3].map((step) => noun + step).find((at) => isIn(view, 'footageLinks', at));
  if (link === undefined) return null;
  const verb = verbs.findLast((one) => one.to <= noun && noun - one.to <= 4 && !isReduced(parse, one));
  if (verb === undefined || !verb.lemmas.some((lemma) => view.lexicon.has('footageVerbs', lemma)) || verb.passive)
    return null;
  const { from, to } = sourceBefore(parse, verb.from);
  const [speaker, cue, said] = [
    spanOf(view, from, to),
    spanOf(view, verb.from, verb.to),
    spanOf(view, link + 1, view.tokens.length),
  ];
  if (speaker === null || cue === null || said === null) return null;
  return {
    ...{
      start: Math.min(speaker.start, cue.start),
      end: Math.max(speaker.end, cue.end),
      cue,
      sentence: view.sentence.index,
    },
    ...{ speaker, content: [said], told: null, polarity: 'affirmed', modality: null },
  };
};

/** "Video posted by the group showed A": the film is the voice, and a party's film is the party's. */
const filmAt = (parse: Parse, noun: number): RawFrame | null => {
  const { view, verbs } = parse;
  if (!isIn(view, 'footageNouns', noun)) return null;
  const verb = verbs.find((one) => one.from > noun && !isReduced(parse, one));
  if (verb === undefined || verb.passive || verb.from - noun > FILM || !isIn(view, 'filmForms', verb.head)) return null;
  const { from, to } = sourceBefore(parse, verb.from);
  if (noun < from || noun >= to) return null;
  const [speaker, cue, said] = [
    spanOf(view, from, to),
    spanOf(view, verb.from, verb.to),
    spanOf(view, verb.to, contentEnd(parse, verb.to)),
  ];
  if (speaker === null || cue === null || said === null) return null;
  return {
    ...{ start: speaker.start, end: cue.end, cue, sentence: view.sentence.index, speaker, content: [said] },
    ...{ told: null, polarity: 'affirmed', modality: null },
  };
};

/** A film's maker stands between it and the verb. */
const FILM = 10;

/** The frame of a noun for a film, or null. */
export const footageFrame = (parse: Parse, noun: number): RawFrame | null =>
  footageAt(parse, noun) ?? filmAt(parse, noun);

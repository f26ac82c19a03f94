// Who is said to have told the sentence before: "“We hold A.” That was the mayor, X.", "A has fallen. The source is X."
// Invariant: only a sentence of the same paragraph without a frame of its own is meant; "that was a lie" names nobody.

import { parseSentence } from '../clauses/parse-sentence.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { Draft } from '../marks.ts';
import { isIn, phraseLength, type SentenceView, viewSentences } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { sourceEnd } from './source-after.ts';
import { isNounStart, isOfficeWord } from './source-words.ts';

/** "a moment ago, on state television" may follow who it was; a name or an office stands within so many words. */
const NEAR = 6;

const allQuoted = ({ tokens }: SentenceView): boolean => {
  const words = tokens.filter(({ type }) => type === 'word');
  return words.length > 0 && words.every(({ quoted }) => quoted);
};

const speakerFrom = (view: SentenceView, from: number): readonly [number, number] | null => {
  const parse = parseSentence(view);
  const to = sourceEnd(parse, from);
  const office = view.tokens.findIndex((_, at) => at >= from && at < from + NEAR && isOfficeWord(view, at));
  // "That was the end of the mayor's career": the office is what is spoken of, and not who.
  const owned =
    isPossessive(view, office + 1) ||
    view.tokens.slice(from, office).some((_, i) => isIn(view, 'prepositions', from + i));
  // "The source is Karim Bakhtar, a member of the council": his office stands behind the name.
  const somebody = office >= from && (!owned || /^\p{Lu}/u.test(view.tokens[from]?.text ?? ''));
  return isNounStart(view, from) && somebody && to > from ? [from, to] : null;
};

/** At most one raw frame a sentence, over the sentence before it. */
export const findSourced = (draft: Draft): readonly RawFrame[] => {
  const views = viewSentences(draft);
  return views.flatMap((view, at): readonly RawFrame[] => {
    const before = views[at - 1];
    if (before === undefined || before.sentence.paragraph !== view.sentence.paragraph) return [];
    const quoted = allQuoted(before) ? phraseLength(view, 'quotedSources', 0) : 0;
    const length = Math.max(quoted, phraseLength(view, 'namedSources', 0));
    const found = length > 0 ? speakerFrom(view, length) : null;
    const speaker = found === null ? null : spanOf(view, found[0], found[1]);
    const cue = spanOf(view, 0, length);
    if (speaker === null || cue === null) return [];
    const content = [{ start: before.sentence.start, end: before.sentence.end }];
    const { start } = cue;
    const sentence = view.sentence.index;
    return [
      { start, end: speaker.end, cue, sentence, speaker, content, told: null, polarity: 'affirmed', modality: null },
    ];
  });
};

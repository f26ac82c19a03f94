// "According to X, A", "A, according to X": the whole sentence is X's.

import type { RawFrame } from './name-speakers.ts';
import type { Parse } from './parse.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

const phraseEnd = ({ tokens, lexicon }: SentenceView, at: number): number => {
  for (const phrase of lexicon.list('accordingTo')) {
    const words = phrase.split(' ');
    if (words.every((word, i) => tokens[at + i]?.word === word)) return at + words.length;
  }
  return -1;
};

const speakerEnd = (view: SentenceView, from: number, leads: boolean): number => {
  let at = from;
  while (at < view.tokens.length && !/^[.;:"“”—–]$/.test(wordAt(view, at))) {
    if (leads && at > from && view.markAt[at]?.type === 'place' && !isIn(view, 'prepositions', at - 1)) break;
    if (wordAt(view, at) === ',' && (leads || !view.lexicon.has('determiners', wordAt(view, at + 1)))) break;
    at++;
  }
  return at;
};

const frameAt = (view: SentenceView, at: number, from: number): RawFrame | null => {
  const leads = at <= 1;
  const to = speakerEnd(view, from, leads);
  const first = view.tokens[from];
  const last = view.tokens[to - 1];
  if (first === undefined || last === undefined || to <= from) return null;
  const { start, end } = view.sentence;
  const before = { start, end: view.tokens[at]?.start ?? start };
  const after = { start: last.end, end };
  const content = leads ? [after] : [before, after];
  return {
    ...{ start: view.tokens[at]?.start ?? start, end: last.end, sentence: view.sentence.index },
    ...{
      speaker: { start: first.start, end: last.end },
      cue: { start: view.tokens[at]?.start ?? start, end: view.tokens[from - 1]?.end ?? start },
      content,
      told: null,
      polarity: 'affirmed',
      modality: null,
    },
  };
};

/** One raw frame for each "according to". */
export const findAccording = ({ view }: Parse): readonly RawFrame[] =>
  view.tokens.flatMap((_, at) => {
    const from = phraseEnd(view, at);
    const frame = from < 0 ? null : frameAt(view, at, from);
    return frame === null ? [] : [frame];
  });

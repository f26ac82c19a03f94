// "told Wire 7 on condition of anonymity", "said, asking not to be named": words beside a frame that hide its speaker.
// Invariant: a speaker with a name is hidden by no such words; they are somebody else's in his sentence.

import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import type { Draft } from '../marks.ts';
import { findPhrases } from '../mentions/find-phrases.ts';
import type { Known } from './known-speakers.ts';

/** "A Council officer in Garth": the noun itself is no name. */
const isNameless = ({ theatre }: Draft, speaker: string): boolean => {
  const words = speaker.replace(/,.*$/su, '').split(/\s+/);
  const link = words.findIndex((word, i) => i > 0 && theatre.lexicon.has('prepositions', word.toLowerCase()));
  return /^\p{Ll}/u.test(words[(link > 0 ? link : words.length) - 1] ?? '');
};

/** A word alone may be anybody's. */
const hidingPhrases = kept(({ list }: Lexicon): readonly string[] =>
  Object.freeze(list('anonymousVoices').filter((phrase) => phrase.includes(' '))),
);

interface Spoken extends Span {
  readonly sentence: number;
  readonly speaker: Span | null;
}

/** "Speaking on condition of anonymity, an officer said": the scene before who speaks, where it tells of his speaking. */
const sceneOf = ({ report, theatre }: Draft, from: number, to: number): string => {
  const before = report.text.slice(from, to);
  const first = /^\p{L}+/u.exec(before)?.[0].toLowerCase() ?? '';
  const speaks = ['speakingWords', 'asideParticiples', 'hidingLeads'].some((list) => theatre.lexicon.has(list, first));
  return speaks && /,\s*$/u.test(before) ? before : '';
};

/** The words that hide the speaker, to be weighed with his office; null where nothing hides him. */
export const hiddenBy = (draft: Draft, frame: Spoken, who: Known): string | null => {
  const sentence = draft.sentences[frame.sentence];
  if (sentence === undefined || frame.speaker === null || !isNameless(draft, who.speaker ?? '')) return null;
  const { text } = draft.report;
  const beside = `${sceneOf(draft, sentence.start, frame.start)} ${text.slice(frame.end, sentence.end)}`.replace(
    /[“"][^”"]*[”"]?/gu,
    ' ',
  );
  const [found] = findPhrases(beside, hidingPhrases(draft.theatre.lexicon));
  return found === undefined ? null : beside.slice(found.start, found.end);
};

// A sentence that names or means a place and has a word of holding or taking, and of which nothing was recorded, becomes a note with
// its reason: what was dropped and why, or that no rule fits. So what the reader misses it does not miss in silence.
// Invariant: one note a sentence at most, and none where a claim, a count or an incident quotes it.
import type { Lexicon } from '../model/lexicon.ts';
import type { Note, NoteCode } from '../model/outcome.ts';
import type { Span } from '../model/text.ts';
import { notOfWar } from './drop-background.ts';
import type { Draft, Sentence, TracedDrop } from './marks.ts';
import { inSentence, sentenceAt } from './words/by-sentence.ts';

/** By the reason in the trace; every other reason is of a mood. */
const CODES: ReadonlyMap<string, NoteCode> = new Map<string, NoteCode>([
  ['a condition', 'not-understood-condition'],
  ['a question', 'not-understood-question'],
  ['dated before the time of the theatre', 'not-understood-history'],
  ['told as history', 'not-understood-history'],
  ['told of the past', 'not-understood-history'],
  ['an exercise or a play', 'not-understood-exercise'],
  ['nobody who fights does it', 'not-understood-nobody-fights'],
  ['no place is named or meant', 'not-understood-no-place-meant'],
  ['a number of places: none', 'not-understood-none-counted'],
]);

const controlLemmas = new WeakMap<Lexicon, ReadonlySet<string>>();

/** The verbs that say who holds what without further words ("capture", not "take"), and the nouns that need no holder by them. */
const controlWordsOf = (lexicon: Lexicon): ReadonlySet<string> => {
  const known = controlLemmas.get(lexicon);
  if (known !== undefined) return known;
  const plain = lexicon.verbRules.filter(({ after, lead, place }) => after === null && lead === null && place !== null);
  const words = new Set([
    ...plain.flatMap(({ verbs }) => verbs),
    ...lexicon.nounRules.filter(({ needsActor }) => !needsActor).flatMap(({ nouns }) => nouns),
  ]);
  controlLemmas.set(lexicon, words);
  return words;
};

const hasControlWord = ({ tokens }: Sentence, lexicon: Lexicon): boolean => {
  const words = controlWordsOf(lexicon);
  return tokens.some(
    ({ word }) => words.has(word) || (lexicon.verbs.get(word) ?? []).some(({ lemma }) => words.has(lemma)),
  );
};

/** By name, or as "the district". */
const meansPlace = (draft: Draft, { index }: Sentence): boolean =>
  inSentence(draft.mentions, index).some(
    (mark) =>
      (mark.type === 'place' && mark.sure && !mark.locates) ||
      (mark.type === 'scope' && mark.definite && mark.kind !== null),
  );

/** The sentences that something recorded quotes. */
const recordedIn = (draft: Draft): ReadonlySet<number> => {
  const quotes: readonly Span[] = [...draft.claims, ...draft.aggregates, ...draft.incidents].map(({ quote }) => quote);
  const sentences = new Set<number>();
  for (const { start, end } of quotes)
    for (let at = sentenceAt(draft, start); at <= sentenceAt(draft, end - 1); at++) sentences.add(at);
  return sentences;
};

const noteOf = (sentence: Sentence, drop: TracedDrop | undefined): Note => {
  const span = { start: sentence.start, end: sentence.end };
  if (drop === undefined) return { code: 'not-understood-no-rule', message: 'no rule fits', span };
  return { code: CODES.get(drop.reason) ?? 'not-understood-not-a-deed', message: drop.reason, span };
};

/** Pass: fills `notes` with what was not understood; a report of no war has nothing to understand. */
export const noteMissed = (draft: Draft): Draft => {
  const recorded = recordedIn(draft);
  const drops = Map.groupBy(draft.drops, ({ sentence }) => sentence);
  const notes = draft.sentences.flatMap((sentence): readonly Note[] => {
    if (recorded.has(sentence.index) || !meansPlace(draft, sentence)) return [];
    const [drop] = drops.get(sentence.index) ?? [];
    return drop === undefined && !hasControlWord(sentence, draft.theatre.lexicon) ? [] : [noteOf(sentence, drop)];
  });
  return notes.length === 0 || notOfWar(draft) !== null ? draft : { ...draft, notes: [...draft.notes, ...notes] };
};

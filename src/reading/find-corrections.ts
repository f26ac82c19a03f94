// A report that corrects or withdraws what its outlet said before: the sentence, and what it is about.
// Invariant: it only marks; whether an earlier claim is met, and its retraction, is the ledger's business.
import type { Correction } from '../model/report.ts';
import { quoteOf } from '../model/text.ts';
import { hasPhrase } from './find-phrases.ts';
import type { Draft, Pass, Sentence } from './marks.ts';

/** The first place, kind and day that the sentence speaks of. */
const subjectOf = (sentence: Sentence, { mentions, predicates, dates }: Draft): Correction['of'] => {
  const place = mentions.find((mention) => mention.type === 'place' && mention.sentence === sentence.index);
  if (place?.type !== 'place') return null;
  const [only, ...others] = place.candidates;
  return {
    place: only !== undefined && others.length === 0 ? only : place.text,
    kind: predicates.find((predicate) => predicate.sentence === sentence.index)?.kind ?? null,
    date: dates.find((date) => date.sentence === sentence.index)?.when.latest ?? null,
  };
};

const isCorrection = (sentence: Sentence, { report, theatre }: Draft): boolean =>
  hasPhrase(report.text.slice(sentence.start, sentence.end), theatre.lexicon.list('correctionWords'));

/** A bare heading ("Corrections") says that corrections follow, and corrects nothing itself. */
const correctionOf = (sentence: Sentence, draft: Draft): readonly Correction[] => {
  const of = subjectOf(sentence, draft);
  if (sentence.heading && of === null) return [];
  const quote = quoteOf(draft.report.text, sentence);
  return [{ quote, of, text: quote.text }];
};

export const findCorrections: Pass = (draft) => {
  const corrections = draft.sentences
    .filter((sentence) => isCorrection(sentence, draft))
    .flatMap((sentence) => correctionOf(sentence, draft));
  const trace = corrections.map(({ quote }) => ({ pass: 'find-corrections', span: quote, says: 'corrects' }));
  return { ...draft, corrections: [...draft.corrections, ...corrections], trace: [...draft.trace, ...trace] };
};

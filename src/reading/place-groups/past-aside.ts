// What two commas say of a place in a list: "A, on the Norland border, and B", "A, to the north of C, and B".
// Invariant: no verb stands between the commas, and the list goes on behind the second.
import { isReportingForm } from '../clauses/object-position.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** So many words stand at most in ", near the border with Norland,". */
const ASIDE = 8;

/** "A, NORTH OF B,", "A, TO THE NORTH OF B,". */
const isBearing = (view: SentenceView, at: number): boolean =>
  isIn(view, 'compassPoints', isIn(view, 'toWords', at) ? at + 2 : at);

/** "A, on the Norland border, and B": where the list goes on behind words that only say where its last place lies. */
export const pastAside = (view: SentenceView, to: number): number => {
  const thing = view.theatre.open && isIn(view, 'articles', to + 1);
  if (wordAt(view, to) !== ',' || !(thing || isIn(view, 'asidePrepositions', to + 1) || isBearing(view, to + 1)))
    return to;
  for (let at = to + 2; at <= to + ASIDE; at++) {
    if (wordAt(view, at) === ',') return isIn(view, 'listLinks', at + 1) ? at : to;
    if (view.tokens[at]?.type === 'mark' || isIn(view, 'be', at) || isIn(view, 'have', at)) return to;
    // "took A, a rail hub, and B", and not "took A, a rebel said, and B"
    if (thing && (isReportingForm(view, at) || view.markAt[at]?.type === 'place')) return to;
  }
  return to;
};

// A denial, or a claim that cannot be true beside an earlier one, points at what it answers in the same report.
// Invariant: an answer points only backwards, at another side's claim on the same place (judgement call 6).
import type { Kind, UnplacedClaim } from '../model/claim.ts';
import type { Draft } from './marks.ts';

/** What a claim of this kind by the other side answers. */
const COUNTERS: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  hold: ['capture', 'recapture', 'hold', 'loss', 'entry', 'surrender'],
  repulse: ['capture', 'attack', 'entry', 'hold'],
  withdrawal: ['surrender'],
};

const samePlace = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  a.place.text.toLowerCase() === b.place.text.toLowerCase() ||
  a.place.candidates.some((id) => b.place.candidates.includes(id));

const otherVoice = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  !a.by.sides.some((side) => b.by.sides.includes(side));

const counters = (later: UnplacedClaim, earlier: UnplacedClaim): boolean => {
  if (later.polarity === 'denied')
    return (
      earlier.polarity === 'affirmed' &&
      (later.kind === earlier.kind ||
        (later.kind === 'loss' && earlier.kind === 'capture') ||
        (later.kind === 'capture' && earlier.kind === 'loss'))
    );
  const fits = COUNTERS[later.kind]?.includes(earlier.kind) ?? false;
  return fits && earlier.polarity === 'affirmed' && later.modality === 'actual' && later.actor !== earlier.actor;
};

const answerOf = (claims: readonly UnplacedClaim[], later: UnplacedClaim): UnplacedClaim | null =>
  claims.findLast(
    (earlier) =>
      earlier.quote.start < later.quote.start &&
      samePlace(earlier, later) &&
      otherVoice(earlier, later) &&
      counters(later, earlier),
  ) ?? null;

/** Pass: sets `answers`. Ids do not change: an answer is not part of what was read. */
export const linkAnswers = (draft: Draft): Draft => {
  const claims = draft.claims.map((claim) => ({
    ...claim,
    answers: claim.answers ?? answerOf(draft.claims, claim)?.id ?? null,
  }));
  const trace = claims.flatMap(({ answers, quote }) =>
    answers === null
      ? []
      : [{ pass: 'linkAnswers', span: { start: quote.start, end: quote.end }, says: `answers ${answers}` }],
  );
  return { ...draft, claims, trace: [...draft.trace, ...trace] };
};

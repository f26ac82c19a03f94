// One place, one kind, one actor, one speaker, one day: predicates become claims.
// Invariant: the quote is the report's own text at its offsets; a day that is not said is implied from the saying.
import type { Attribution, Claim, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { quoteOf } from '../model/text.ts';
import { UNKNOWN_WHEN, type When } from '../model/time.ts';
import { deadlineOf, whenOf } from './date-predicate.ts';
import { frameOver } from './frame-over.ts';
import type { Draft, Frame, Predicate, PredicatePlace } from './marks.ts';
import { outletVoice } from './outlet-voice.ts';
import { READER } from './reader.ts';

const polarityOf = (predicate: Predicate, frame: Frame | null): Claim['polarity'] => {
  const denies = frame?.polarity === 'denied';
  if (!denies) return predicate.polarity;
  return predicate.polarity === 'denied' ? 'affirmed' : 'denied';
};

interface Said {
  readonly frame: Frame | null;
  readonly by: Attribution;
  readonly when: When;
  readonly deadline: When | null;
}

const sayingOf = (draft: Draft, predicate: Predicate): Said => {
  const frame = frameOver(draft, predicate.start);
  const dated = whenOf(draft, predicate);
  return {
    frame,
    by: frame?.by ?? outletVoice(draft),
    when: dated ?? UNKNOWN_WHEN,
    deadline: deadlineOf(draft, predicate),
  };
};

interface Spoken {
  readonly predicate: Predicate;
  readonly said: Said;
}

const claimOf = (draft: Draft, { predicate, said }: Spoken, { mention, scope }: PredicatePlace): UnplacedClaim => {
  const { kind, actor, to, tactical } = predicate;
  const modality = predicate.modality === 'actual' ? (said.frame?.modality ?? 'actual') : predicate.modality;
  const claim: Omit<UnplacedClaim, 'id'> = {
    ...{ report: draft.report.id, place: mention, placeSpan: mention.span, scope, kind, actor, to, modality, tactical },
    polarity: polarityOf(predicate, said.frame),
    ...{ when: said.when, by: said.by, quote: quoteOf(draft.report.text, predicate.clause), answers: null },
    ...{ force: null, deadline: said.deadline, partial: predicate.partial },
    ...{ reading: confidenceOf(predicate, mention.span.start), reader: READER },
  };
  return { id: claimId(claim), ...claim };
};

/** Names in the clause are surer than words that lean on the sentences before. */
const confidenceOf = ({ clause, doer }: Predicate, placeStart: number): number => {
  const named = clause.start <= placeStart && placeStart < clause.end;
  return (named ? 0.9 : 0.7) - (doer === null || doer.pronoun ? 0.1 : 0);
};

const uniqueById = (claims: readonly UnplacedClaim[]): readonly UnplacedClaim[] => [
  ...new Map(claims.map((claim) => [claim.id, claim])).values(),
];

/** Pass: fills `claims`. */
export const buildClaims = (draft: Draft): Draft => {
  const claims = draft.predicates.flatMap((predicate) => {
    const said = sayingOf(draft, predicate);
    return predicate.places.map((place) => claimOf(draft, { predicate, said }, place));
  });
  const unique = uniqueById(claims);
  const trace = unique.map((claim) => ({
    pass: 'buildClaims',
    span: { start: claim.quote.start, end: claim.quote.end },
    says: `${claim.kind} ${claim.place.text}`,
  }));
  return { ...draft, claims: unique, trace: [...draft.trace, ...trace] };
};

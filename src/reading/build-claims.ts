// One place, one kind, one actor, one speaker, one day: predicates become claims.
// Invariant: the quote is the report's own text at its offsets; a day that is not said is implied from the saying;
// how sure the claim is follows from how it was made (doubts.ts).
import type { Attribution, Claim, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { covers, quoteOf } from '../model/text.ts';
import { UNKNOWN_WHEN, type When } from '../model/time.ts';
import { besideDenial } from './claims/beside-denial.ts';
import { confidenceIn, sureWords } from './claims/confidence.ts';
import { type Doubt, doubtsOf } from './claims/doubts.ts';
import { frameOver } from './clauses/frame-over.ts';
import { deadlineOf, whenOf } from './dates/date-predicate.ts';
import type { Draft, Frame, Predicate, PredicatePlace, Sentence } from './marks.ts';
import { READER } from './reader.ts';
import { outletVoice } from './speakers/outlet-voice.ts';
import { inSentence } from './words/by-sentence.ts';

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

/** "Both sides claim to hold A": each says it of itself. */
const ownWords = (draft: Draft, { rule, actor }: Predicate, by: Attribution): Attribution => {
  const fighting = by.sides.filter((side) =>
    draft.theatre.sides.some(({ id, belligerent }) => belligerent && id === side),
  );
  const [own] = by.sides.filter((side) => side === actor);
  const shared = draft.theatre.lexicon.has('sharingRules', rule) && fighting.length > 1;
  return shared && own !== undefined ? { ...by, sides: [own] } : by;
};

/** "Residents EXPECT A to fall": foreseen by those who think so, whoever spoke before. */
const isThought = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence): boolean =>
  tokens.some(({ word }) =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma, base }) => word === base && lexicon.has('thinkingVerbs', lemma)),
  );

/** "A is encircled, he said. B could fall within days.": what may come is not foreseen by the paper, but by who spoke just before. */
const foreseenBy = (draft: Draft, { modality, sentence }: Predicate): Frame | null => {
  const here = draft.sentences[sentence];
  if (modality !== 'possible' || here === undefined || here.heading) return null;
  if (draft.sentences[sentence - 1]?.paragraph !== here.paragraph || isThought(draft, here)) return null;
  return inSentence(draft.frames, sentence - 1).at(-1) ?? null;
};

const sayingOf = (draft: Draft, predicate: Predicate): Said => {
  const over = frameOver(draft, predicate.start) ?? foreseenBy(draft, predicate);
  const frame = besideDenial(draft, over, predicate) === null ? over : null;
  const dated = whenOf(draft, predicate);
  return {
    frame,
    by: ownWords(draft, predicate, frame?.by ?? outletVoice(draft)),
    when: dated ?? UNKNOWN_WHEN,
    deadline: deadlineOf(draft, predicate),
  };
};

interface Spoken {
  readonly predicate: Predicate;
  readonly said: Said;
}

/** A claim, and what about its making leaves doubt. */
interface Made {
  readonly claim: UnplacedClaim;
  readonly doubts: readonly Doubt[];
}

const claimOf = (draft: Draft, { predicate, said }: Spoken, place: PredicatePlace): Made => {
  const { mention, scope } = place;
  const { kind, actor, to, tactical } = predicate;
  const { frame, when } = said;
  // "denied the RUMOUR that A had fallen": who denies it says that it has not.
  const denied = frame?.polarity === 'denied' && predicate.modality === 'reported';
  const own = denied ? 'actual' : predicate.modality;
  const modality = own === 'actual' ? (frame?.modality ?? 'actual') : own;
  const polarity = polarityOf(predicate, frame);
  const doubts = doubtsOf(draft, { predicate, place, frame, when, modality, polarity });
  const claim: Omit<UnplacedClaim, 'id'> = {
    ...{ report: draft.report.id, place: mention, placeSpan: mention.span, scope, kind, actor, to, modality, tactical },
    ...{ polarity, when, by: said.by, quote: quoteOf(draft.report.text, predicate.clause), answers: null },
    ...{ force: null, deadline: said.deadline, partial: predicate.partial },
    ...{ reading: confidenceIn(draft.theatre.lexicon, doubts), reader: READER },
  };
  return { claim: { id: claimId(claim), ...claim }, doubts };
};

const uniqueById = (made: readonly Made[]): readonly Made[] => [
  ...new Map(made.map((one) => [one.claim.id, one])).values(),
];

/** "Both sides said THEY held A": two say it, each of itself. */
const eachOfItself = (draft: Draft, spoken: Spoken): readonly Spoken[] => {
  const { predicate, said } = spoken;
  const { sides } = said.by;
  const fighting = sides.filter((side) =>
    draft.theatre.sides.some(({ id, belligerent }) => belligerent && id === side),
  );
  const { doer, means } = predicate;
  const doerIsTeller =
    doer !== null &&
    (doer.pronoun || (said.frame?.speaker != null && covers(said.frame.speaker, doer))) &&
    !doer.modifies;
  const ofThemselves =
    // "Both sides said A was THEIRS"
    (doerIsTeller || (doer === null && means !== null)) &&
    fighting.length > 1 &&
    OF_ONE.includes(predicate.kind) &&
    fighting.some((side) => side === predicate.actor);
  if (!ofThemselves) return [spoken];
  return fighting.map((side) => ({
    predicate: { ...predicate, actor: side },
    said: { ...said, by: { ...said.by, sides: [side] } },
  }));
};

/** What only one of two sides can have done or have. */
const OF_ONE: readonly Predicate['kind'][] = ['hold', 'capture', 'recapture'];

/** Pass: fills `claims`. */
export const buildClaims = (draft: Draft): Draft => {
  const told = draft.predicates.filter(
    (predicate) => besideDenial(draft, frameOver(draft, predicate.start), predicate) !== 'open',
  );
  const made = told.flatMap((predicate) =>
    eachOfItself(draft, { predicate, said: sayingOf(draft, predicate) }).flatMap((spoken) =>
      predicate.places.map((place) => claimOf(draft, spoken, place)),
    ),
  );
  const unique = uniqueById(made);
  const trace = unique.map(({ claim, doubts }) => ({
    pass: 'buildClaims',
    span: { start: claim.quote.start, end: claim.quote.end },
    says: `${claim.kind} ${claim.place.text} · ${sureWords(claim.reading, doubts)}`,
  }));
  return { ...draft, claims: unique.map(({ claim }) => claim), trace: [...draft.trace, ...trace] };
};

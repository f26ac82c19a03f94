// A denial, or a claim that cannot be true beside an earlier one, points at what it answers in the same report.
// Invariant: an answer points only backwards in time, at another side's claim on the same place (judgement call 6).
import type { Kind, UnplacedClaim } from '../model/claim.ts';
import { kept } from '../model/keep.ts';
import type { Gazetteer, Place, PlaceId } from '../model/place.ts';
import { saidBefore } from './dates/moments.ts';
import type { Draft } from './marks.ts';

/** What a claim of this kind by the other side answers. */
const COUNTERS: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  hold: ['capture', 'recapture', 'hold', 'loss', 'entry', 'surrender', 'withdrawal'],
  repulse: ['capture', 'attack', 'entry', 'hold'],
  withdrawal: ['surrender'],
};

/** What its own actor is said to have suffered or done: the side that holds a place has not lost it. */
const OWN: readonly Kind[] = ['loss', 'surrender', 'withdrawal'];

/** The crossing of each province that has one alone: "the crossing" of that province is no other. */
const loneCrossings = kept((gazetteer: Gazetteer): ReadonlyMap<PlaceId, PlaceId> => {
  const crossings = gazetteer.all().filter(({ kind }) => kind === 'crossing');
  const byProvince = Map.groupBy(crossings, ({ id }) => gazetteer.ancestors(id).find(isProvince)?.id ?? '');
  return new Map([...byProvince].flatMap(([id, [one, second]]) => (one && !second ? [[id, one.id] as const] : [])));
});

const isProvince = ({ kind }: Place): boolean => kind === 'province';

/** Claims that share one of these are on one place. */
const placeKeys = ({ theatre }: Draft, { place, scope }: UnplacedClaim): readonly string[] => {
  const { text, candidates } = place;
  const lone = scope === 'crossing' ? loneCrossings(theatre.gazetteer) : null;
  return [text.toLowerCase(), ...candidates, ...candidates.flatMap((id) => lone?.get(id) ?? [])];
};

/** "the ministry" and "the district's police chief" may be of one side and say two things. */
const otherSpeaker = (a: UnplacedClaim, b: UnplacedClaim): boolean => {
  const [one, two] = [a.by.speaker?.toLowerCase() ?? '', b.by.speaker?.toLowerCase() ?? ''];
  return one !== '' && two !== '' && !one.includes(two) && !two.includes(one);
};

const otherVoice = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  otherSpeaker(a, b) || !a.by.sides.some((side) => b.by.sides.includes(side));

/** Denied that one's own side left: answered is that it did, or that the other side has the place. */
const GIVEN: readonly Kind[] = ['loss', 'withdrawal', 'surrender'];
const TAKEN: readonly Kind[] = ['capture', 'recapture', 'hold'];

const denies = (later: UnplacedClaim, earlier: UnplacedClaim): boolean => {
  if (earlier.polarity !== 'affirmed') return false;
  if (later.kind === earlier.kind) return true;
  if (later.kind === 'capture' && earlier.kind === 'loss') return true;
  const own = later.actor === earlier.actor;
  if (!GIVEN.includes(later.kind)) return false;
  if (TAKEN.includes(earlier.kind)) return !own || (later.kind === 'loss' && earlier.kind === 'capture');
  return own && GIVEN.includes(earlier.kind);
};

const counters = (later: UnplacedClaim, earlier: UnplacedClaim): boolean => {
  if (later.polarity === 'denied') return denies(later, earlier);
  const fits = COUNTERS[later.kind]?.includes(earlier.kind) ?? false;
  // Of an attack that failed the actor is the attacker, who is said to be in.
  const against = later.kind === 'repulse' || (OWN.includes(earlier.kind) && later.kind === 'hold');
  const same = later.actor === earlier.actor;
  return fits && earlier.polarity === 'affirmed' && later.modality === 'actual' && same === against;
};

type ByPlace = ReadonlyMap<string, readonly UnplacedClaim[]>;

const indexPlaces = (draft: Draft, claims: readonly UnplacedClaim[]): ByPlace => {
  const byPlace = new Map<string, UnplacedClaim[]>();
  for (const claim of claims)
    for (const key of new Set(placeKeys(draft, claim))) {
      const said = byPlace.get(key);
      if (said === undefined) byPlace.set(key, [claim]);
      else said.push(claim);
    }
  return byPlace;
};

/** Most claims answer nothing by their kind: of thousands on one place none need be looked at. */
const mayAnswer = ({ polarity, kind, modality }: UnplacedClaim): boolean =>
  polarity === 'denied' || (COUNTERS[kind] !== undefined && modality === 'actual');

/** The last claim before it, in the order of the claims, that it answers. */
const answerOf = (
  draft: Draft,
  { order, byPlace }: { readonly order: ReadonlyMap<UnplacedClaim, number>; readonly byPlace: ByPlace },
  later: UnplacedClaim,
) => {
  if (!mayAnswer(later)) return null;
  const found = placeKeys(draft, later).flatMap(
    (key) =>
      (byPlace.get(key) ?? []).findLast(
        (earlier) =>
          saidBefore(draft, earlier.quote, later.quote) && otherVoice(earlier, later) && counters(later, earlier),
      ) ?? [],
  );
  return found.sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0))[0] ?? null;
};

/** Pass: sets `answers`. Ids do not change: an answer is not part of what was read. */
export const linkAnswers = (draft: Draft): Draft => {
  // On a live page whose newest entry stands first, what was said before stands below.
  const said = draft.claims.toSorted((a, b) =>
    saidBefore(draft, a.quote, b.quote) ? -1 : saidBefore(draft, b.quote, a.quote) ? 1 : 0,
  );
  const order = new Map(said.map((claim, at) => [claim, at]));
  const byPlace = indexPlaces(draft, said);
  const claims = draft.claims.map((claim) => ({
    ...claim,
    answers: claim.answers ?? answerOf(draft, { order, byPlace }, claim)?.id ?? null,
  }));
  const trace = claims.flatMap(({ answers, quote }) =>
    answers === null
      ? []
      : [{ pass: 'linkAnswers', span: { start: quote.start, end: quote.end }, says: `answers ${answers}` }],
  );
  return { ...draft, claims, trace: [...draft.trace, ...trace] };
};

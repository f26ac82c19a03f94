// Puts one mention at a place: its candidates, or close spellings of it, told apart by the rules; else a refusal that says why.
// Invariant: a place that is given was decided by a named rule; where two remain none is given.
import type { Scope } from '../model/claim.ts';
import type { Refusal } from '../model/outcome.ts';
import type { Gazetteer, Place, PlacedPlace, PlaceId, PlaceMention } from '../model/place.ts';
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { landmarkOf } from './find-landmark.ts';
import { type Ranking, rankCandidates } from './rank-candidates.ts';

export interface Asked {
  readonly mention: PlaceMention;
  readonly scope: Scope | null;
}

export interface Placed extends Asked {
  readonly place: PlacedPlace;
  /** What decided; null where the report has to be read by a person. */
  readonly refusal: Refusal | null;
}

/** What the report says of names outside their own sentence. */
export interface Elsewhere {
  /** What the same name surely means, by the name as `spelled`. */
  readonly settled: ReadonlyMap<string, readonly PlaceId[]>;
  /** Every name that only one place bears, as `spelled`. */
  readonly full: ReadonlyMap<string, PlaceId>;
}

export interface PlaceSetting {
  readonly theatre: Theatre;
  readonly report: ReportId;
  readonly elsewhere: Elsewhere;
}

export const asWritten = (text: string): string => text.replace(/\s+/gu, ' ');
export const spelled = ({ text }: PlaceMention): string => asWritten(text).toLowerCase();

const unplaced = (mention: PlaceMention, reason: string): PlacedPlace => ({
  id: null,
  name: asWritten(mention.text),
  province: null,
  kind: mention.context.kindWord,
  candidates: [],
  reason,
});

const nameOf = ({ name, kind, province }: Place): string =>
  province === null || kind === 'province' ? `${name} (${kind})` : `${name} (${kind}, ${province})`;

export const same = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);

const refuse = (code: 'place-ambiguous' | 'place-unknown', at: { mention: PlaceMention; report: ReportId }) => ({
  code,
  stage: 'places' as const,
  report: at.report,
  file: null,
  span: at.mention.span,
});

const unknown = (asked: Asked, report: ReportId): Placed => {
  const { mention } = asked;
  const reason = `"${asWritten(mention.text)}" is no place of the gazetteer, nor close to one; a spelling that it has was expected.`;
  return {
    ...asked,
    place: unplaced(mention, 'no such name'),
    refusal: { ...refuse('place-unknown', { mention, report }), reason, expected: [] },
  };
};

const ambiguous = (asked: Asked, { left, reason }: Ranking, report: ReportId): Placed => {
  const { mention } = asked;
  const expected = left.map(({ id }) => id);
  const says = `"${asWritten(mention.text)}" may be ${left.map(nameOf).join(' or ')}, and the report does not tell them apart; a province or a kind of place beside the name was expected.`;
  const place = {
    ...unplaced(mention, reason),
    province: same(left.map(({ province }) => province)),
    kind: same(left.map(({ kind }) => kind)),
    candidates: expected,
  };
  return { ...asked, place, refusal: { ...refuse('place-ambiguous', { mention, report }), reason: says, expected } };
};

const decided = (asked: Asked, { place, reason }: { place: Place; reason: string }): Placed => {
  const { id, name, province, kind } = place;
  return { ...asked, place: { id, name, province, kind, candidates: [], reason }, refusal: null };
};

export const candidatesFor = ({ candidates, text }: PlaceMention, gazetteer: Gazetteer): readonly Place[] =>
  (candidates.length > 0 ? candidates : gazetteer.lookup(text)).flatMap((id) => gazetteer.get(id) ?? []);

const saidElsewhere = (mention: PlaceMention, { settled, full }: Elsewhere) => {
  const name = spelled(mention);
  return {
    elsewhere: settled.get(name) ?? [],
    inFull: [...full].flatMap(([longer, id]) => (longer.startsWith(`${name} `) ? [id] : [])),
  };
};

/** Decides one mention (reading guide, judgement calls 7 and 8). Without a gazetteer it stays a name. */
export const placeMention = (asked: Asked, { theatre, report, elsewhere }: PlaceSetting): Placed => {
  const { mention } = asked;
  const { gazetteer } = theatre;
  if (theatre.open) return { ...asked, place: unplaced(mention, 'theatre without a gazetteer'), refusal: null };
  const candidates = candidatesFor(mention, gazetteer);
  if (candidates.length === 0) return unknown(asked, report);
  const question = {
    context: mention.context,
    scope: asked.scope,
    gazetteer,
    ...saidElsewhere(mention, elsewhere),
  };
  const close = mention.candidates.length === 0 ? `close spelling of ${candidates[0]?.name}; ` : '';
  const landmark = landmarkOf(candidates, question);
  if (landmark !== null) return decided(asked, { ...landmark, reason: close + landmark.reason });
  const ranking = rankCandidates(candidates, question);
  const [place, second] = ranking.left;
  if (place === undefined || second !== undefined) return ambiguous(asked, ranking, report);
  return decided(asked, { place, reason: close + ranking.reason });
};

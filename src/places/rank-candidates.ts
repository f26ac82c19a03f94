// Which of the places that bear a name is meant: an ordered list of named rules, each leaving fewer candidates or none out.
// Invariant: a rule only ever drops candidates for a reason in the report or the gazetteer; no coin is tossed for the rest.
import type { Scope } from '../model/claim.ts';
import type { Gazetteer, Place, PlaceContext, PlaceId, PlaceKind } from '../model/place.ts';
import { kindsFor, lastChoiceFor } from './kind-order.ts';

export interface Question {
  readonly context: PlaceContext;
  /** What of the place the claim is about; null for an incident. */
  readonly scope: Scope | null;
  /** Places that the same name surely means elsewhere in the report. */
  readonly elsewhere: readonly PlaceId[];
  /** Places that the report names in full by a longer name that begins with this one. */
  readonly inFull: readonly PlaceId[];
  readonly gazetteer: Gazetteer;
}

export interface PlaceRule {
  readonly name: string;
  readonly says: string;
  /** The candidates left, and what decided; null where the rule has nothing to say. */
  readonly narrow: (candidates: readonly Place[], question: Question) => Narrowed | null;
}

interface Narrowed {
  readonly kept: readonly Place[];
  readonly because: string | null;
}

export interface Ranking {
  readonly left: readonly Place[];
  /** The rules that dropped something, in order: "province named with it: Ghazni; district before town". */
  readonly reason: string;
}

const holds = (gazetteer: Gazetteer, larger: PlaceId, smaller: Place): boolean =>
  gazetteer.ancestors(smaller.id).some(({ id }) => id === larger);

const provinceOf = (gazetteer: Gazetteer, place: Place): PlaceId | null =>
  [place, ...gazetteer.ancestors(place.id)].find(({ kind }) => kind === 'province')?.id ?? null;

const provinceOfId = (gazetteer: Gazetteer, id: PlaceId): PlaceId | null => {
  const place = gazetteer.get(id);
  return place === null ? null : provinceOf(gazetteer, place);
};

const ofKinds = (candidates: readonly Place[], kinds: readonly PlaceKind[]): readonly Place[] =>
  candidates.filter(({ kind }) => kinds.includes(kind));

/** What a bare name may be the whole of: a scope that the reader guessed from the name is no word of the report. */
export const GUESSED_SCOPES: readonly Scope[] = ['district', 'city', 'town', 'province'];

/** What the words call it: the noun beside the name, else the part of it that the claim is about; a bare name is nothing. */
const wordFor = ({ context, scope }: Question): PlaceKind | Scope | null =>
  context.kindWord ?? (scope === null || GUESSED_SCOPES.includes(scope) ? null : scope);

const kindsMeant = (question: Question): readonly PlaceKind[] => kindsFor(wordFor(question));

const kindAgrees: PlaceRule = {
  name: 'kind of place',
  says: '"the district of A" is no province: what cannot be called by the word that stands with the name is left out.',
  narrow: (candidates, question) => {
    const kinds = kindsMeant(question);
    const kept = ofKinds(candidates, kinds);
    return kinds.length === 0 ? null : { kept, because: wordFor(question) };
  },
};

const provinceNamed: PlaceRule = {
  name: 'named with it',
  says: '"A in B": the larger place that is named with it holds it.',
  narrow: (candidates, { context, gazetteer }) => {
    for (const id of context.within) {
      const inside = candidates.filter((place) => holds(gazetteer, id, place));
      if (inside.length > 0) return { kept: inside, because: gazetteer.get(id)?.name ?? null };
      const province = provinceOfId(gazetteer, id);
      const near = candidates.filter((place) => province !== null && provinceOf(gazetteer, place) === province);
      if (near.length > 0) return { kept: near, because: gazetteer.get(id)?.name ?? null };
    }
    return null;
  },
};

const neighbours: PlaceRule = {
  name: 'neighbours in the list',
  says: '"A, B and C": the province in which most names of a list have a place is the one that is meant.',
  narrow: (candidates, { context, gazetteer }) => {
    const beside = context.beside.map((ids) => new Set(ids.map((id) => provinceOfId(gazetteer, id))));
    const votes = candidates.map((place) => beside.filter((names) => names.has(provinceOf(gazetteer, place))).length);
    const most = Math.max(0, ...votes);
    const kept = candidates.filter((_, index) => votes[index] === most);
    return most === 0 ? null : { kept, because: kept[0]?.province ?? null };
  },
};

const toldApart: PlaceRule = {
  name: 'as last told apart',
  says: 'After "A in B" a bare A is that one, until the report tells of the other.',
  narrow: (candidates, { context, gazetteer }) => {
    const provinces = new Set(context.told.map((id) => provinceOfId(gazetteer, id)));
    const same = candidates.filter(({ id }) => context.told.includes(id));
    const near = candidates.filter((place) => provinces.has(provinceOf(gazetteer, place)));
    const kept = same.length > 0 ? same : near;
    return kept.length === 0 ? null : { kept, because: kept[0]?.province ?? null };
  },
};

const sameNameElsewhere: PlaceRule = {
  name: 'as elsewhere in the report',
  says: 'A name that the report has told apart once means the same place in all of it.',
  narrow: (candidates, { elsewhere, gazetteer }) => {
    const provinces = new Set(elsewhere.map((id) => provinceOfId(gazetteer, id)));
    if (provinces.size !== 1) return null;
    const kept = candidates.filter((place) => provinces.has(provinceOf(gazetteer, place)));
    return { kept, because: kept[0]?.province ?? null };
  },
};

const namedInFull: PlaceRule = {
  name: 'named in full elsewhere',
  says: 'A bare "A" in a report on "A Airfield" is short for the airfield, where the gazetteer calls it so too.',
  narrow: (candidates, question) => {
    if (wordFor(question) !== null) return null;
    const kept = candidates.filter(({ id }) => question.inFull.includes(id));
    return { kept, because: kept[0]?.name ?? null };
  },
};

const provinceOfReport: PlaceRule = {
  name: 'province of the report',
  says: 'Of two namesakes the one is meant whose province the report speaks of, where it speaks of no other.',
  narrow: (candidates, { context, gazetteer }) => {
    const spoken = new Set(context.report);
    const kept = candidates.filter((place) => spoken.has(provinceOf(gazetteer, place) ?? ''));
    const provinces = new Set(kept.map((place) => place.province));
    return provinces.size === 1 ? { kept, because: kept[0]?.province ?? null } : null;
  },
};

const oneProvince = (gazetteer: Gazetteer, candidates: readonly Place[]): boolean =>
  new Set(candidates.map((place) => provinceOf(gazetteer, place))).size === 1;

const bestKind: PlaceRule = {
  name: 'kind said',
  says: '"the town of A" is the town and not its district, as the word says; between provinces only "city" is enough.',
  narrow: (candidates, question) => {
    if (!oneProvince(question.gazetteer, candidates) && question.context.kindWord !== 'city') return null;
    const kind = kindsMeant(question).find((one) => ofKinds(candidates, [one]).length > 0);
    return kind === undefined ? null : { kept: ofKinds(candidates, [kind]), because: kind };
  },
};

const bareName: PlaceRule = {
  name: 'bare name',
  says: 'A bare name of a capital means the city, any other that is district and town the district (reading guide, call 7).',
  narrow: (candidates, { gazetteer }) => {
    const kind = lastChoiceFor(candidates);
    if (kind !== 'city' && !oneProvince(gazetteer, candidates)) return null;
    return kind === null ? null : { kept: ofKinds(candidates, [kind]), because: kind };
  },
};

/** What the sentence itself says; what it settles for a name holds for the same name elsewhere in the report. */
export const SURE_RULES: readonly PlaceRule[] = [kindAgrees, provinceNamed, neighbours];

export const RULES: readonly PlaceRule[] = [
  kindAgrees,
  provinceNamed,
  neighbours,
  toldApart,
  sameNameElsewhere,
  provinceOfReport,
  namedInFull,
  bestKind,
  bareName,
];

/** Applies the rules in their order until one candidate is left or no rule has anything more to say. */
export const rankCandidates = (
  candidates: readonly Place[],
  question: Question,
  rules: readonly PlaceRule[] = RULES,
): Ranking => {
  if (candidates.length === 1) return { left: candidates, reason: 'only candidate' };
  let left = candidates;
  const reasons: string[] = [];
  for (const { name, narrow } of rules) {
    if (left.length <= 1) break;
    const narrowed = narrow(left, question);
    if (narrowed === null || narrowed.kept.length === 0 || narrowed.kept.length === left.length) continue;
    left = narrowed.kept;
    reasons.push(narrowed.because === null ? name : `${name}: ${narrowed.because}`);
  }
  return { left, reason: reasons.join('; ') || 'nothing tells them apart' };
};

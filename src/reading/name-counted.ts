// A number whose places the next sentence names: "Nine districts have fallen, sources said. The districts are A, B and C."
// Invariant: the names are said to be those counted, of the same unit, right behind the count; nothing else is told of them.
import type { AggregateClaim, Kind, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { buildClaims } from './build-claims.ts';
import { frameOver } from './clauses/frame-over.ts';
import type { Parse } from './clauses/parse.ts';
import { objectFrom, parseSentence } from './clauses/parse-sentence.ts';
import type { Draft, Predicate } from './marks.ts';
import type { PlaceGroup } from './place-groups/find-place-groups.ts';
import { makeState } from './predicates/make-state.ts';
import { findMeantPlaces } from './resolve-places.ts';
import { inSentence, sentenceAt } from './words/by-sentence.ts';
import { actual } from './words/moods.ts';
import {
  beginningsOf,
  isIn,
  phraseLength,
  type SentenceView,
  viewSentences,
  wordAt,
  wordsOf,
} from './words/view-sentence.ts';

/** How many sentences back the number may stand. */
const BACK = 2;
/** "The list is completed by A": so far back where a list is spoken of. */
const LIST_BACK = 8;
/** "The nine fallen", "These": so many words stand at most before the noun. */
const LEAD = 4;

interface Listing {
  readonly parse: Parse;
  readonly names: PlaceGroup;
  /** "districts"; null behind "they". */
  readonly unit: string | null;
  readonly back: number;
  readonly one?: true;
}

interface CountedSubject {
  readonly to: number;
  readonly unit: string | null;
  /** "THAT is A": of one. */
  readonly one?: true;
}

/** Where the verb stands behind "The districts", "They", with the noun; null where the sentence begins otherwise. */
const subjectAt = ({ tokens, markAt, lexicon }: SentenceView): CountedSubject | null => {
  // "AMONG them were A and B"
  const from = lexicon.has('amongWords', tokens[0]?.word ?? '') ? 1 : 0;
  const first = tokens[from]?.word ?? '';
  if (lexicon.has('pluralPronouns', first) || lexicon.has('objectPersons', first)) return { to: from + 1, unit: null };
  if (lexicon.has('pointingSubjects', first)) return { to: from + 1, unit: null, one: true };
  if (!lexicon.has('definiteWords', first)) return null;
  const noun = markAt.findIndex((mark, at) => at > from && at <= from + LEAD && mark?.type === 'scope');
  const mark = markAt[noun];
  return mark?.type === 'scope' && mark.plural ? { to: mark.to, unit: mark.noun } : null;
};

const listingOf = (view: SentenceView): Listing | null =>
  listOf(view) ?? enumerated(view) ?? namedByTeller(view) ?? included(view);

/** Words of "The council member". */
const TELLER = 4;

/** "The government holds five. HE NAMED A, B, C, D and E": whoever counted them names them. */
const namedByTeller = (view: SentenceView): Listing | null => {
  const at = wordsOf(view, 'namingForms').find((i) => i > 0 && i <= TELLER);
  if (at === undefined || view.sentence.heading) return null;
  const parse = parseSentence(view);
  const [names, ...more] = parse.groups.filter(({ from }) => from > at);
  const colon = wordAt(view, at + 1) === ':' || isIn(view, 'objectPlurals', at + 1) ? 1 : 0;
  const only = names !== undefined && names.from <= at + 2 + colon && more.length === 0;
  return only && names.items.length > 1 && names.items.every(({ place }) => place !== null)
    ? { parse, unit: null, back: BACK, names }
    : null;
};

/** "… and INCLUDE A AMONG THEM", "It named among them A and B": some of those that were counted. */
const included = (view: SentenceView): Listing | null => {
  const at = wordsOf(view, 'includeForms').find((i) => i > 0);
  if (at === undefined) return null;
  const parse = parseSentence(view);
  const lead = phraseLength(view, 'amongThem', at + 1);
  const names = objectFrom(parse, at + 1 + lead);
  const tail = names === null ? 0 : phraseLength(view, 'amongThem', names.to);
  return names !== null && lead + tail > 0 && names.items.every(({ place }) => place !== null)
    ? { parse, unit: null, back: BACK, names }
    : null;
};

/** "The list is completed by A, in X, and B, whose fall …", "Also on the list are A and B". */
const listOf = (view: SentenceView): Listing | null => {
  const from = isIn(view, 'listLinks', 0) ? 1 : 0;
  const lead = phraseLength(view, 'listLeads', from);
  if (lead === 0 || view.sentence.heading) return null;
  const parse = parseSentence(view);
  const first = parse.groups.find((group) => group.from === from + lead);
  if (first === undefined) return null;
  const joined = parse.groups.filter(
    (group) => group === first || (group.from > first.from && isIn(view, 'listLinks', group.from - 1)),
  );
  const items = joined.flatMap((group) => group.items);
  return items.every(({ place }) => place !== null)
    ? { parse, unit: null, back: LIST_BACK, names: { ...first, items, to: joined.at(-1)?.to ?? first.to } }
    : null;
};

/** "The districts are A in X, B in Y and C", "They include A and B": the groups of names that fill the sentence. */
const enumerated = (view: SentenceView): Listing | null => {
  const subject = view.sentence.heading ? null : subjectAt(view);
  const is = subject?.one === true ? 'be' : 'enumeratingForms';
  if (subject === null || !isIn(view, is, subject.to)) return null;
  const parse = parseSentence(view);
  const groups = parse.groups.filter(({ from }) => from > subject.to);
  // "The districts are far from A" names none of them: the names follow one another right behind the verb.
  const listed = groups.every(({ from }, i) =>
    i === 0
      ? from === subject.to + (wordAt(view, subject.to + 1) === ':' ? 2 : 1)
      : /^[,;]$/.test(wordAt(view, from - 1)) || isIn(view, 'listLinks', from - 1),
  );
  const items = groups.flatMap((group) => group.items);
  const [first] = groups;
  const last = groups.at(-1);
  const named = listed && items.length > 0 && items.every(({ place }) => place !== null);
  if (first === undefined || last === undefined || !named || parse.verbs.some(({ from }) => from > subject.to))
    return null;
  const single = subject.one === true;
  if (single && !/^[.,—–]?$/.test(wordAt(view, last.to))) return null;
  return {
    parse,
    unit: subject.unit,
    back: single ? 1 : BACK,
    names: { ...first, items, to: last.to },
    ...(single ? { one: true } : {}),
  };
};

const COUNTED: readonly AggregateClaim['kind'][] = [
  'capture',
  'recapture',
  'loss',
  'surrender',
  'withdrawal',
  'hold',
  'siege',
];

/** The number that the names belong to: the last one before them, of the same unit and no smaller than they are many. */
const countOf = (draft: Draft, { parse, names, unit, back, one }: Listing): AggregateClaim | null => {
  const { sentence } = parse.view;
  const { lexicon } = draft.theatre;
  const start = sentence.tokens[names.from]?.start ?? sentence.start;
  const before = draft.aggregates.filter(({ quote }) => quote.start < start);
  const last = back > BACK ? before.findLast(({ kind }) => COUNTED.includes(kind)) : before.at(-1);
  if (last === undefined || sentenceAt(draft, last.quote.start) < sentence.index - back) return null;
  const wanted = unit === null ? null : (lexicon.look('unitScopes', unit) ?? unit.replace(/s$/u, ''));
  const same = wanted === null || wanted === last.unit || wanted === lexicon.look('unitScopes', last.unit);
  if (one === true && last.count !== 1) return null;
  const enough = last.count === null || last.count >= names.items.length;
  return same && enough && COUNTED.includes(last.kind) && last.polarity === 'affirmed' ? last : null;
};

/** "Three districts changed hands: A, B and C": nobody is said to have them (guide, judgement call 4). */
const isOfNobody = ({ actor, kind }: AggregateClaim): boolean =>
  actor === null && (kind === 'capture' || kind === 'recapture');

const claimsOf = (draft: Draft, { parse, names }: Listing, count: AggregateClaim): readonly UnplacedClaim[] => {
  if (isOfNobody(count)) return [];
  const kind = count.kind as Kind;
  const state = { name: 'named of a number', kind, at: names.from, from: 0, to: names.to, place: names, actor: null };
  const made: Predicate = {
    ...makeState(parse, state, { ...actual(kind), modality: count.modality }),
    actor: count.actor,
  };
  const places = findMeantPlaces(draft)(made);
  const { claims } = buildClaims({ ...draft, predicates: [{ ...made, places }], trace: [] });
  const own = frameOver(draft, made.start);
  // "Three districts fell. They are A, B and C": a small number has looked ahead for its names already.
  const known = new Set(draft.claims.map(({ kind: other, placeSpan }) => `${other} ${placeSpan?.start}`));
  const fresh = claims.filter(({ placeSpan }) => !known.has(`${kind} ${placeSpan?.start}`));
  return fresh.map(({ id: _, ...claim }) => {
    const told = { ...claim, by: own?.by ?? count.by, when: count.when };
    return { id: claimId(told), ...told };
  });
};

/** "Two have been taken by the rebels: A AND B": as many names as were counted, behind the colon that ends the sentence. */
const namedBehindColon = (draft: Draft, view: SentenceView): readonly UnplacedClaim[] => {
  const count = inSentenceOf(draft, view).at(-1);
  const colon = view.tokens.findIndex(
    ({ word, start }) => /^[:,]$/.test(word) && count !== undefined && start >= count.quote.end,
  );
  if (count === undefined || colon < 0 || !COUNTED.includes(count.kind) || count.polarity === 'denied') return [];
  const parse = parseSentence(view);
  const [names, ...more] = parse.groups.filter(({ from }) => from > colon);
  const fits = names?.from === colon + 1 && names.items.length === count.count && more.length === 0;
  if (!fits || names.items.some(({ place }) => place === null)) return [];
  return claimsOf(draft, { parse, names, unit: null, back: BACK }, count);
};

/** "A on Saturday, B and C on Sunday: three capitals have fallen": as many names as are counted stand before the colon or dash. */
const namedBeforeColon = (draft: Draft, view: SentenceView): readonly UnplacedClaim[] => {
  const [count] = inSentenceOf(draft, view);
  const mark = view.tokens.findLastIndex(
    ({ word, start }) => /^[:—–-]$/u.test(word) && count !== undefined && start < count.quote.start,
  );
  if (!count?.count || mark < 2 || !COUNTED.includes(count.kind) || count.polarity === 'denied') return [];
  const parse = parseSentence(view);
  const groups = parse.groups.filter(({ to }) => to <= mark);
  const [first] = groups;
  const items = groups.flatMap((group) => group.items);
  const told = parse.verbs.some(({ from }) => from < mark) || items.some(({ place }) => place === null);
  if (first === undefined || told || items.length !== count.count || first.from > 1) return [];
  const names = { ...first, items, to: groups.at(-1)?.to ?? first.to };
  return claimsOf(draft, { parse, names, unit: null, back: 0 }, count);
};

/** "lost five but said two had been retaken, AMONG THEM A": what no verb has taken is named of the number told last before it. */
const namedOfLast = (draft: Draft, view: SentenceView): readonly UnplacedClaim[] =>
  beginningsOf(view, ['includingWords']).flatMap((at) => {
    const length = at === 0 ? 0 : phraseLength(view, 'includingWords', at);
    const start = view.tokens[at]?.start ?? 0;
    const count = length === 0 ? undefined : inSentenceOf(draft, view).findLast(({ quote }) => quote.start < start);
    if (!count?.count || !COUNTED.includes(count.kind) || count.polarity === 'denied') return [];
    const parse = parseSentence(view);
    const names = parse.groups.find(({ from }) => from === at + length);
    if (names === undefined || names.items.length > count.count) return [];
    const spans = names.items.map(({ place }) => place?.start);
    // "Eight fell, among them A. In A there is fighting": what a later sentence tells of it has not taken it.
    const taken = draft.claims.some(
      ({ placeSpan, quote }) =>
        placeSpan !== null && spans.includes(placeSpan.start) && quote.start < view.sentence.end,
    );
    return taken || spans.includes(undefined) ? [] : claimsOf(draft, { parse, names, unit: null, back: 0 }, count);
  });

/** "WITH A, the rebels have taken six districts": the name that makes the number full. */
const countedWith = (draft: Draft, view: SentenceView): readonly UnplacedClaim[] => {
  const count = isIn(view, 'absoluteLinks', 0) ? inSentenceOf(draft, view)[0] : undefined;
  if (!count?.count || !COUNTED.includes(count.kind) || count.polarity === 'denied') return [];
  const parse = parseSentence(view);
  const names = parse.groups.find(({ from }) => from === 1);
  const fits = names !== undefined && wordAt(view, names.to) === ',' && names.items.length <= count.count;
  if (!fits || names.items.some(({ place }) => place === null)) return [];
  return claimsOf(draft, { parse, names, unit: null, back: 0 }, count);
};

const inSentenceOf = ({ aggregates }: Draft, { sentence }: SentenceView): readonly AggregateClaim[] =>
  aggregates.filter(({ quote }) => quote.start >= sentence.start && quote.end <= sentence.end);

/** Pass: adds the places that a number is said to be of. */
export const nameCounted = (draft: Draft): Draft => {
  const added = viewSentences(draft).flatMap((view) => {
    const told = inSentence(draft.predicates, view.sentence.index).length > 0;
    const listing = told ? (listOf(view) ?? included(view)) : listingOf(view);
    if (listing === null)
      return [namedBehindColon, namedBeforeColon, namedOfLast, countedWith].flatMap((find) => find(draft, view));
    const count = listing === null ? null : countOf(draft, listing);
    return listing === null || count === null ? [] : claimsOf(draft, listing, count);
  });
  const trace = added.map(({ quote, kind, place }) => ({
    pass: 'nameCounted',
    span: { start: quote.start, end: quote.end },
    says: `${kind} ${place.text}: named of a number told before`,
  }));
  const claims = [...draft.claims, ...added].sort((a, b) => a.quote.start - b.quote.start);
  return added.length === 0 ? draft : { ...draft, claims, trace: [...draft.trace, ...trace] };
};

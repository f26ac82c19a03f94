// Who takes a stand without a verb of saying: "urged voters to wait", "called for calm", "hopes to return", "opposes the plan".
// Invariant: asked for the marks alone; no claim rests on them. Somebody must stand before the verb: weather threatens nobody.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { frameOf, spans } from '../speakers/frame-of-saying.ts';
import type { RawFrame } from '../speakers/name-speakers.ts';
import { contentEnd, spanOf } from '../speakers/said-content.ts';
import { sourceEnd } from '../speakers/source-after.ts';
import { sourceBefore } from '../speakers/source-before.ts';
import { type Bounds, isReduced } from '../speakers/source-scan.ts';
import { isNounStart } from '../speakers/source-words.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { isSomebody } from './stance-owners.ts';

/** Words between a verb and the link that belongs to it: "urged the two sides and their backers to". */
const REACH = 12;

const has = ({ view }: Parse, { lemmas }: VerbGroup, list: string): boolean =>
  lemmas.some((lemma) => view.lexicon.has(list, lemma));

/** The next word of a list behind a verb, before any stop; -1 for none. */
const linkBehind = ({ view }: Parse, from: number, list: string): number => {
  for (let at = from; at < from + REACH && !/^[,.;:]$/u.test(wordAt(view, at)); at++)
    if (isIn(view, list, at)) return at;
  return -1;
};

const opensNoun = ({ view, phraseAt }: Parse, at: number): boolean =>
  (isNounStart(view, at) || phraseAt[at]?.from === at || /\p{Ll}{3}ly$/u.test(wordAt(view, at))) &&
  // "pressed FORWARD"
  !isInAny(view, ['clauseComplements', 'onwardWords'], at);

/** "call for", "complain about": the words of a verb with its link. */
const linkedLength = ({ view }: Parse, { lemmas, to }: VerbGroup): number => {
  // "spoke EMOTIONALLY of"
  const adverb = /\p{Ll}{3}ly$/u.test(wordAt(view, to)) ? 1 : 0;
  const linked = lemmas.some((lemma) => view.lexicon.has('linkedStances', `${lemma} ${wordAt(view, to + adverb)}`));
  return linked ? adverb + 1 : 0;
};

/** "expressed concern THAT", "issued a fresh call FOR": the words of what is voiced, with its noun; 0 for none. */
const voicedLength = (parse: Parse, verb: VerbGroup): number => {
  const { view } = parse;
  if (!has(parse, verb, 'voicingStances')) return 0;
  for (let at = verb.to; at < verb.to + VOICED; at++) {
    if (view.tokens[at]?.type !== 'word' || isIn(view, 'prepositions', at)) return 0;
    if (isIn(view, 'voicedNouns', at) && isIn(view, 'voicedLinks', at + 1)) return at + 1 - verb.to;
  }
  return 0;
};

/** Words of "his very deep concern". */
const VOICED = 5;

/** "hopes ONE DAY TO RETURN": the infinitive right behind, or behind a time; -1 for none. */
const infinitiveFrom = ({ view, verbAt }: Parse, from: number): number => {
  let at = from;
  while (at < from + TIME && isInAny(view, TIMES, at)) at++;
  return isIn(view, 'infinitiveLinks', at) && verbAt[at]?.infinitive === true ? at : -1;
};

/** Words of "some day soon". */
const TIME = 3;
const TIMES = ['timeNouns', 'verbAdverbs', 'weekdays', 'countWords', 'numbers', 'timeAdverbs', 'stanceTimes'];

/** Where what is wanted, urged or opposed begins, and where the words end that tell so; null where the verb tells nothing so. */
const objectOf = (parse: Parse, verb: VerbGroup): Bounds | null => {
  const { to } = verb;
  const linked = linkedLength(parse, verb);
  if (linked > 0) return { from: to + linked, to: to + linked };
  const voiced = voicedLength(parse, verb);
  if (voiced > 0) return { from: to + voiced, to: to + voiced };
  if (has(parse, verb, 'infinitiveStances') && infinitiveFrom(parse, to) > 0) return { from: to, to };
  const governs = (list: string, links: string): boolean =>
    has(parse, verb, list) && opensNoun(parse, to) && linkBehind(parse, to + 1, links) > 0;
  if (governs('askingStances', 'infinitiveLinks')) return { from: to, to };
  if (governs('seeingStances', 'quotedLinks') || governs('chargingStances', 'chargingLinks')) return { from: to, to };
  const gerund = has(parse, verb, 'gerundStances') && parse.verbAt[to]?.forms.includes('ing') === true;
  return gerund || (has(parse, verb, 'objectStances') && opensNoun(parse, to)) ? { from: to, to } : null;
};

/** "is confident THAT", "was frustrated that", "are eager to": how somebody feels about it. */
const feelingOf = ({ view }: Parse, { lemmas, to, negated, passive }: VerbGroup): Bounds | null => {
  // "were FRUSTRATED that": it looks like a passive.
  if (passive && isIn(view, 'feelingWords', to - 1) && isIn(view, 'feelingClauses', to)) return { from: to, to };
  const at = isIn(view, 'verbAdverbs', to) || /\p{Ll}ly$/u.test(wordAt(view, to)) ? to + 1 : to;
  const feels =
    !negated &&
    lemmas.some((lemma) => view.lexicon.has('be', lemma) || view.lexicon.has('feelingVerbs', lemma)) &&
    isIn(view, 'feelingWords', at) &&
    isIn(view, 'feelingClauses', at + 1);
  return feels ? { from: at + 1, to: at + 1 } : null;
};

/** "The government PLANS to build were shelved": a form that is a noun too, with the clause's own verb behind it. */
const isNoun = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbs } = parse;
  if (!verb.bare || verb.forms.includes('past') || !has(parse, verb, 'ambiguousStances')) return false;
  if (isInAny(view, ['prepositions', 'determiners', 'possessives'], verb.from - 1)) return true;
  return verbs.some(
    (one) =>
      one.from > verb.to &&
      !one.infinitive &&
      !one.gerund &&
      !isReduced(parse, one) &&
      !view.tokens
        .slice(verb.to, one.from)
        .some(({ word }, i) => word === ',' || isInAny(view, ['relatives', 'conjunctions', 'frameWalls'], verb.to + i)),
  );
};

/** Who does it: before the verb; of a participle behind a comma or a second verb, whom the sentence began with. */
const ownerOf = (parse: Parse, verb: VerbGroup): Bounds | null => {
  const { view, verbs } = parse;
  const before = wordAt(view, verb.from - 1);
  const ing = verb.bare && verb.forms.includes('ing');
  const shares = (ing && before === ',') || (!ing && isIn(view, 'conjunctions', verb.from - 1));
  // "Farmers, FEARING the worst, sold up"
  const aside = ing && before === ',' ? sourceBefore(parse, verb.from - 1) : null;
  const earlier = verbs.filter((one) => one.to < verb.from && !one.gerund && !one.infinitive);
  // "The elders MET IN A and proposed it": the only verb before is no mere participle.
  const first = shares ? (earlier.find((one) => !isReduced(parse, one)) ?? earlier[0]) : verb;
  if (first === undefined && aside?.from === 0 && aside.to > 0 && isSomebody(view, aside)) return aside;
  if (first === undefined || (ing && !shares) || isInAny(view, ['relatives', 'clauseRelatives'], first.from - 1))
    return null;
  const source = withAntecedent(parse, sourceBefore(parse, first.from));
  return source.from < source.to && isSomebody(view, source) ? source : null;
};

/** "THE UNION THAT represents the workers criticised": whom the clause tells of stands before it. */
const withAntecedent = ({ view, phraseAt }: Parse, source: Bounds): Bounds => {
  const before = isIn(view, 'relatives', source.from - 1) ? phraseAt[source.from - 2] : undefined;
  return before === undefined ? source : { from: before.from, to: source.to };
};

/** "marched TO DEMAND that A", "met on Friday TO DISCUSS it": the verb of those who do something in order to speak; null for none. */
const aimedFrom = (parse: Parse, verb: VerbGroup): VerbGroup | null => {
  if (!verb.infinitive || !has(parse, verb, 'aimedStances')) return null;
  const own = parse.verbs.filter(({ gerund, infinitive }) => !gerund && !infinitive);
  const before = own.findLast(({ to }) => to <= verb.from);
  if (before === undefined || verb.from === before.to || before.modal !== null || before.passive) return null;
  return isReduced(parse, before) && own.at(-1) !== before ? null : before;
};

/** "to demand THAT he go". */
const demandOf = ({ view }: Parse, { infinitive, to }: VerbGroup): Bounds | null =>
  infinitive && isIn(view, 'clauseComplements', to) ? { from: to, to } : null;

/** "CONTINUED to call for", "BEGAN urging": the verb that only says how far it goes. */
const aspectBefore = ({ view, verbs }: Parse, { from }: VerbGroup): VerbGroup | null => {
  const before = verbs.find(({ to }) => to === from);
  return before !== undefined && isIn(view, 'aspectForms', before.head) ? before : null;
};

const stanceOf = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const goesOn = aspectBefore(parse, verb);
  const aim = aimedFrom(parse, verb);
  if ((verb.infinitive && goesOn === null && aim === null) || view.tokens[verb.head]?.quoted || isNoun(parse, verb))
    return null;
  // "one woman said, DECLINING to give her name"
  if (isIn(view, 'hidingForms', verb.head) && wordAt(view, verb.from - 1) === ',') return null;
  const object = feelingOf(parse, verb) ?? (verb.passive ? null : (objectOf(parse, verb) ?? demandOf(parse, verb)));
  const owner = object === null ? null : ownerOf(parse, aim ?? goesOn ?? verb);
  if (object === null || owner === null) return null;
  const end = Math.min(contentEnd(parse, verb.to), clauseEnd(parse, object.from), mediumFrom(parse, object.from));
  const content = spans(spanOf(view, object.from, end));
  if (content.length === 0) return null;
  const frame = frameOf(
    parse,
    { ...verb, from: (goesOn ?? verb).from, to: object.to },
    { speaker: [owner.from, owner.to], content },
  );
  return { ...frame, told: null };
};

/** "called for calm IN A STATEMENT on Thursday": where he did so; behind a clause it may belong to that. */
const mediumFrom = ({ view, verbs }: Parse, from: number): number => {
  const { tokens } = view;
  if (verbs.some((verb) => verb.from >= from)) return tokens.length;
  const at = tokens.findIndex(
    (_, i) =>
      i > from &&
      isIn(view, 'tailPrepositions', i) &&
      isInAny(view, ['determiners', 'possessives'], i + 1) &&
      [i + 2, i + 3].some((noun) => isIn(view, 'sayingMedia', noun)),
  );
  return at < 0 ? tokens.length : at;
};

/** Behind a comma another clause begins: ", but he", ", and the union", ", while". */
const clauseEnd = (parse: Parse, from: number): number => {
  const { view } = parse;
  const at = view.tokens.findIndex(
    ({ word, quoted }, i) =>
      i > from &&
      !quoted &&
      (word === ';' ||
        (word === ',' &&
          (isInAny(view, ['strongContrast', 'contrastWords', 'frameWalls'], i + 1) ||
            phraseLength(view, 'clauseRelatives', i + 1) > 0 ||
            /\p{Ll}{3}ing$/u.test(wordAt(view, i + 1)) ||
            (parse.verbAt[i + 1]?.from === i + 1 && !parse.verbAt[i + 1]?.infinitive) ||
            (isIn(view, 'conjunctions', i + 1) &&
              parse.verbs.some((one) => one.from > i + 1 && one.from < i + REACH))))),
  );
  return at < 0 ? view.tokens.length : at;
};

/** "The ruling WAS CRITICISED BY the union": whoever stands behind "by". */
const byOthers = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const by = verb.to + (/\p{Ll}ly$/u.test(wordAt(view, verb.to)) ? 1 : 0);
  const stands = ['objectStances', 'askingStances', 'seeingStances'].some((list) => has(parse, verb, list));
  if (!verb.passive || !stands || !isIn(view, 'agentWords', by) || !isNounStart(view, by + 1)) return null;
  const owner = { from: by + 1, to: sourceEnd(parse, by + 1) };
  const { from, to } = sourceBefore(parse, verb.from);
  if (from >= to || view.tokens[verb.head]?.quoted || !isSomebody(view, owner)) return null;
  // "was criticised by the mayor, WHO SAID it came late": that is another saying.
  const next = wordAt(view, owner.to) === ',' ? owner.to + 1 : owner.to;
  const rest = isIn(view, 'clauseRelatives', next) ? null : spanOf(view, owner.to, clauseEnd(parse, owner.to));
  const content = spans(spanOf(view, from, to), rest);
  return frameOf(parse, verb, { speaker: [owner.from, owner.to], content });
};

/** "The bank PLANS to close": a form in -s that is read as a noun elsewhere, before an infinitive. */
const plainForms = ({ view, verbAt }: Parse): readonly VerbGroup[] =>
  view.tokens.flatMap(({ word, quoted }, at): readonly VerbGroup[] => {
    const stands = word.endsWith('s') && view.lexicon.has('infinitiveStances', word.slice(0, -1));
    if (!stands || quoted || verbAt[at] !== undefined || verbAt[at + 1]?.infinitive !== true) return [];
    const base = { from: at, to: at + 1, head: at, lemmas: [word.slice(0, -1)], forms: ['s'] as const, bare: true };
    return [{ ...base, passive: false, perfect: false, negated: false, modal: null, infinitive: false, gerund: false }];
  });

/** One raw frame for each such verb with somebody before it. */
export const findStances = (parse: Parse): readonly RawFrame[] =>
  [...parse.verbs, ...plainForms(parse)].flatMap((verb) => stanceOf(parse, verb) ?? byOthers(parse, verb) ?? []);

// Counts that no verb's rule governs. Their holder stands beside them: "138 district centres in rebel hands, 97 with the government";
// of troops that leave, and of what is not control: "2,300 families have left their homes". Invariant: a count that a verb governs is not here.
import type { SideId } from '../model/actor.ts';
import type { AggregateClaim } from '../model/claim.ts';
import type { Span } from '../model/text.ts';
import { sideAt } from './actor-meant.ts';
import { hasPhrase } from './find-phrases.ts';
import type { Quantity } from './find-quantities.ts';
import type { Draft, PlaceMark, Sentence } from './marks.ts';

/** A quantity as a place in the sentence, so that "captured 29 districts" reads as "captured Ashford". */
export interface Stand extends PlaceMark {
  readonly quantity: Quantity;
}

/** A count with what is said of it, found without a verb's rule. */
export interface BareCount {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  readonly kind: AggregateClaim['kind'];
  readonly actor: SideId | null;
  readonly clause: Span;
}

const REACH = 10;

/** "in rebel hands", "under government control", "with the government" within a few words behind the count. */
const holderBehind = (stand: Stand, sentence: Sentence, draft: Draft): { actor: SideId; end: number } | null => {
  const { lexicon } = draft.theatre;
  const actor = draft.mentions.find(
    (mark) =>
      mark.type === 'actor' &&
      mark.sentence === sentence.index &&
      mark.from >= stand.to &&
      mark.from < stand.to + REACH,
  );
  if (actor?.type !== 'actor') return null;
  const words = sentence.tokens;
  if (words.slice(stand.to, actor.from).some(({ word }) => lexicon.verbs.has(word) && !lexicon.has('be', word)))
    return null;
  const noun = words[actor.to];
  const inHands = noun !== undefined && lexicon.has('holdNouns', noun.word);
  const isWith = words.slice(stand.to, actor.from).some(({ word }) => lexicon.has('holdLinks', word));
  const side = inHands || (isWith && !actor.pronoun) ? sideAt(draft, actor) : null;
  return side === null ? null : { actor: side, end: inHands ? noun.end : actor.end };
};

const heldCount = (stand: Stand, sentence: Sentence, draft: Draft): BareCount | null => {
  const { lexicon } = draft.theatre;
  const holder = lexicon.has('placeUnits', stand.quantity.unit) ? holderBehind(stand, sentence, draft) : null;
  if (holder === null) return null;
  const clause = { start: stand.start, end: holder.end };
  return { quantity: stand.quantity, sentence, kind: 'hold', actor: holder.actor, clause };
};

const LEAVING_REACH = 6;

/** "has started to withdraw its remaining 2,500 troops": troops are counted where they leave. */
const leavingCount = (stand: Stand, sentence: Sentence, draft: Draft): BareCount | null => {
  const { lexicon } = draft.theatre;
  if (stand.quantity.unit !== 'troops') return null;
  const verb = sentence.tokens.slice(Math.max(0, stand.from - LEAVING_REACH), stand.from).findLast(({ word }) => {
    const lemmas = (lexicon.verbs.get(word) ?? []).map(({ lemma }) => lemma);
    return lexicon.verbRules.some(
      ({ kind, verbs }) => kind === 'withdrawal' && verbs.some((one) => lemmas.includes(one)),
    );
  });
  const doer = draft.mentions.findLast(
    (mark) => mark.type === 'actor' && mark.sentence === sentence.index && verb !== undefined && mark.end <= verb.start,
  );
  if (!verb || doer?.type !== 'actor') return null;
  const clause = { start: doer.start, end: stand.end };
  return { quantity: stand.quantity, sentence, kind: 'withdrawal', actor: sideAt(draft, doer), clause };
};

/** People who fled are counted too, but it says nothing of control (reading guide, judgement call 11). */
const displacedCount = (stand: Stand, sentence: Sentence, draft: Draft): BareCount | null => {
  const { lexicon } = draft.theatre;
  const text = draft.report.text.slice(sentence.start, sentence.end);
  const fled = hasPhrase(text, lexicon.list('incident:displacement|'));
  if (!fled || !lexicon.has('displacedUnits', stand.quantity.unit)) return null;
  return { quantity: stand.quantity, sentence, kind: 'not-control', actor: null, clause: sentence };
};

export const findBareCounts = (draft: Draft, stands: readonly Stand[]): readonly BareCount[] =>
  stands.flatMap((stand) => {
    const sentence = draft.sentences[stand.sentence];
    if (!sentence || stand.quantity.asked) return [];
    const found = [heldCount, leavingCount, displacedCount].map((find) => find(stand, sentence, draft));
    return found.find((count) => count !== null) ?? [];
  });

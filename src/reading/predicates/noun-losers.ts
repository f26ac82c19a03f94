// Who lost what a noun says was lost: "the Reds' loss of A", "the loss of A by the Reds", "a blow to the Reds", "suffered the loss of A",
// "the surrender of the Reds in A".
// Invariant: "the loss of A to the Reds" has its taker there, and no loser.
import type { NounRule } from '../../model/lexicon.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isGenitive } from '../words/genitives.ts';
import { isIn } from '../words/view-sentence.ts';

/** Words between a link and whom it names: "to THE retreating REDS". */
const NAMED = 3;

const actorBehind = (parse: Parse, link: number): ActorMark | null => {
  const finder = finderOf(parse);
  for (let at = link + 1; at <= link + NAMED; at++) {
    const actor = finder.actorAt(at);
    if (actor !== null) return actor;
  }
  return null;
};

/** "suffered the loss of A": whoever suffers. */
const sufferer = (parse: Parse, from: number): ActorMark | null => {
  const verb = parse.verbs.find(({ to }) => to === from || (to === from - 1 && isIn(parse.view, 'determiners', to)));
  const suffers = verb?.lemmas.some((lemma) => parse.view.lexicon.has('lossBearing', lemma)) === true;
  return verb !== undefined && suffers && !verb.passive ? subjectOf(parse, verb).actor : null;
};

/** Words between "was" and whom the blow strikes. */
const BLOW = 8;

/** "The loss of A was a heavy blow TO THE REDS", ", a setback for the Reds". */
const struck = (parse: Parse, to: number): ActorMark | null => {
  const { view } = parse;
  const blow = view.tokens.findIndex((_, at) => at >= to && at < to + BLOW && isIn(view, 'blowNouns', at));
  return blow >= 0 && isIn(view, 'blowLinks', blow + 1) ? actorBehind(parse, blow + 1) : null;
};

/** "the capture of THE REDS' last stronghold, A", "the fall of THE ARMY'S base in A": whose it was, before its name. */
const ownerInside = ({ view }: Parse, { at, place }: Pick<Loss, 'at' | 'place'>): ActorMark | null => {
  const name = place?.items.find((item) => item.place !== null)?.place?.from ?? -1;
  if (name < 0 || !isIn(view, 'partLinks', at + 1)) return null;
  const mark = view.markAt.slice(at + 2, Math.min(name, at + 2 + NAMED)).find((one) => one?.type === 'actor');
  if (mark?.type !== 'actor' || mark.pronoun || mark.means === 'civilian') return null;
  return isGenitive(view, mark.to) || mark.modifies ? mark : null;
};

/** "the capture of A FROM THE REDS": whom it was taken from. */
export const robbedOf = (parse: Parse, match: Pick<Loss, 'rule' | 'to' | 'at' | 'place'>): ActorMark | null => {
  if (!['capture', 'recapture'].includes(match.rule.kind)) return null;
  return isIn(parse.view, 'robbedLinks', match.to) ? actorBehind(parse, match.to) : ownerInside(parse, match);
};

/** Words of "A and all major bases in the district". */
const FRONTED = 14;

/** "WITH the loss of A, THE REDS are confined to B": whose the sentence goes on to tell of. */
const leftWithout = (parse: Parse, from: number, to: number): ActorMark | null => {
  const { view } = parse;
  const link = isIn(view, 'determiners', from) ? from - 1 : isIn(view, 'determiners', from - 1) ? from - 2 : from - 1;
  if (link !== 0 || !isIn(view, 'withWords', link)) return null;
  const comma = view.tokens.findIndex(({ word }, at) => at >= to && at < to + FRONTED && word === ',');
  return comma < 0 ? null : actorBehind(parse, comma);
};

interface Loss {
  readonly rule: NounRule;
  /** Who stands before the noun: "the Reds' loss". */
  readonly owner: ActorMark | null;
  /** The noun itself. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly place: PlaceGroup | null;
}

/** Null where the noun gives nothing up, or nobody says whose it was. */
export const loserOf = (parse: Parse, { rule, owner, at, from, to, place }: Loss): ActorMark | null => {
  if (!rule.gives) return rule.kind === 'loss' ? ownerInside(parse, { at, place }) : null;
  const own =
    rule.kind === 'surrender' && isIn(parse.view, 'partLinks', at + 1) ? finderOf(parse).actorAt(at + 2) : null;
  if (own !== null) return own;
  if (owner !== null && !owner.pronoun) return owner;
  const by = isIn(parse.view, 'agentWords', to) ? actorBehind(parse, to) : null;
  return by ?? sufferer(parse, from) ?? struck(parse, to) ?? leftWithout(parse, from, to) ?? owner;
};

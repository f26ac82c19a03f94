// Who did it and to whom: the parties named, by the theatre's own id where it knows them, else by their side.
import type { Theatre } from '../../model/theatre.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { subjectOf, subjectPhrase } from '../clauses/find-subject.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import { agentFrom } from '../clauses/parse-sentence.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { isIn } from '../words/view-sentence.ts';
import { countPeople } from './count-people.ts';
import type { Found } from './incident-cues.ts';

export interface Parties {
  readonly actor: string | null;
  readonly target: string | null;
}

/** "the border police", a network, a corps: a force or organisation that the theatre knows by name. */
const partyNamed = ({ text }: ActorMark, { actors }: Theatre): string | null => {
  const name = text.toLowerCase();
  const found = actors.find(
    (actor) =>
      (actor.kind === 'force' || actor.kind === 'organisation') &&
      [actor.name, ...actor.names].some((one) => one.toLowerCase() === name),
  );
  return found?.id ?? null;
};

/** "GUNMEN shot dead two aid workers": whose they were nobody says. */
const isNameless = ({ lexicon }: Theatre, { text, pronoun }: ActorMark): boolean =>
  !pronoun && lexicon.has('namelessDoers', text.toLowerCase());

const partyOf = (draft: Draft, mark: ActorMark | null): string | null => {
  if (mark === null || isNameless(draft.theatre, mark)) return null;
  return partyNamed(mark, draft.theatre) ?? sideAt(draft, mark);
};

/** "a Taliban rocket attack": whose it is stands before the noun. */
const ownerBefore = ({ parse, cue }: Found): ActorMark | null => {
  for (let at = cue.from - 1; at > cue.from - 4; at--) {
    const mark = parse.view.markAt[at];
    if (mark?.type === 'actor' && !mark.pronoun) return mark;
    if (mark !== undefined || parse.verbAt[at] !== undefined) return null;
  }
  return null;
};

const objectBehind = (found: Found): ActorMark | null => {
  const { parse, cue } = found;
  const verb = cue.verb;
  const from = verb?.to ?? cue.to;
  const phrase = parse.phrases.find((one) => one.from >= from && one.from <= from + 3);
  const actor = ownerIn(found, phrase) ?? phrase?.actor ?? null;
  // "dragged six passengers off a bus and shot THEM": civilians, and no side.
  return actor?.pronoun && cue.type === 'violence against civilians' ? null : actor;
};

/** "14 REBELS and three SOLDIERS": whose men the numbers count, where they are of more than one side. */
const isOfBoth = (draft: Draft, { parse: { view }, stretch }: Found): boolean => {
  const sides = countPeople(view, stretch).flatMap(({ to }): readonly string[] => {
    const mark = [to, to + 1, to + 2].map((at) => view.markAt[at]).find((one) => one !== undefined);
    const side = mark?.type === 'actor' && !mark.pronoun ? sideAt(draft, mark) : null;
    return side === null ? [] : [side];
  });
  return new Set(sides).size > 1;
};

/** "a RED shadow governor": of an office with a side before it that side counts, whoever else may have governors. */
const ownerIn = ({ parse }: Found, phrase: NounPhrase | undefined): ActorMark | null => {
  const mark = parse.view.markAt[phrase?.actor?.from ?? -1];
  const before = parse.view.markAt[(mark?.from ?? 0) - 1] ?? parse.view.markAt[(mark?.from ?? 0) - 2];
  const owns = mark?.type === 'actor' && mark.means === 'government' && before?.type === 'actor';
  return owns && before.from >= (phrase?.from ?? 0) ? before : null;
};

/** One who does a thing to his own side is not told to be its target. */
const apart = ({ actor, target }: Parties): Parties => ({ actor, target: target === actor ? null : target });

/** "left nine members of the security forces DEAD": who stands before the word suffered it. */
const isOfVictims = ({ parse, cue }: Found): boolean =>
  cue.verb === null && ['deathWords', 'injuryWords'].some((list) => isIn(parse.view, list, cue.from));

/** "killed nine soldiers in A and 12 REBELS in B": who was counted there. */
const countedThere = ({ parse, cue, stretch }: Found): ActorMark | null => {
  const mark = cue.from === stretch[0] ? parse.view.markAt[cue.to] : undefined;
  return mark?.type === 'actor' && !mark.pronoun ? mark : null;
};

/** "The army AND THE REBELS swapped 40 prisoners": both did it. */
const isByBoth = (draft: Draft, { parse, cue }: Found): boolean => {
  const phrase = cue.verb === null ? null : subjectPhrase(parse, cue.verb);
  const joined = phrase !== null && isIn(parse.view, 'conjunctions', phrase.from - 1);
  const other = joined ? parse.view.markAt[phrase.from - 2] : undefined;
  const sides = [other, phrase?.actor].map((one) => (one?.type === 'actor' ? sideAt(draft, one) : null));
  return sides[0] !== null && sides[1] !== null && sides[0] !== sides[1];
};

/** Of a passive the agent did it and the subject suffered it; of an active the other way round. */
const partiesTold = (draft: Draft, found: Found): Parties => {
  const { cue, parse } = found;
  const { verb } = cue;
  const there = countedThere(found);
  if (there !== null && found.losses !== null && verb !== null && cue.to > verb.to)
    return { actor: null, target: partyOf(draft, there) };
  const owner = ownerBefore(found);
  if (isOfVictims(found)) return { actor: null, target: partyOf(draft, owner) };
  const own = partyOf(draft, owner ?? (verb === null || cue.to <= verb.from ? agentFrom(parse, cue.to) : null));
  if (verb === null) return { actor: own, target: null };
  if (cue.to <= verb.from) return apart({ actor: own, target: partyOf(draft, objectBehind(found)) });
  const subject = subjectOf(parse, verb).actor;
  // "the guards lost eight men", "nine soldiers fell": who loses did not do it.
  if (verb.lemmas.some((lemma) => parse.view.lexicon.has('sufferingVerbs', lemma)))
    return { actor: null, target: partyOf(draft, subject) };
  const agent = agentFrom(parse, verb.to);
  if (verb.passive || (verb.bare && verb.forms.includes('participle') && agent !== null))
    return apart({ actor: partyOf(draft, agent ?? owner), target: partyOf(draft, subject) });
  return apart({ actor: own ?? partyOf(draft, subject), target: partyOf(draft, objectBehind(found)) });
};

/** "left 14 rebels and three soldiers dead", "both swapped 40": where both sides did it or suffered it, neither is named. */
export const partiesOf = (draft: Draft, found: Found): Parties => {
  // "A police officer PUT THE DEAD AT 27" only counts them.
  const told = found.toll || isByBoth(draft, found) ? { actor: null, target: null } : partiesTold(draft, found);
  return told.target !== null && found.losses !== null && isOfBoth(draft, found) ? { ...told, target: null } : told;
};

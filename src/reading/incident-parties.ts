// Who did it and to whom: the parties named, by the theatre's own id where it knows them, else by their side.
import type { Theatre } from '../model/theatre.ts';
import { sideAt } from './actor-meant.ts';
import { subjectOf } from './find-subject.ts';
import type { Found } from './incident-cues.ts';
import type { ActorMark, Draft } from './marks.ts';
import { agentFrom } from './parse-sentence.ts';
import { isIn } from './view-sentence.ts';

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

const objectBehind = ({ parse, cue }: Found): ActorMark | null => {
  const verb = cue.verb;
  const from = verb?.to ?? cue.to;
  const phrase = parse.phrases.find((one) => one.from >= from && one.from <= from + 3);
  const actor = phrase?.actor ?? null;
  // "dragged six passengers off a bus and shot THEM": civilians, and no side.
  return actor?.pronoun && cue.type === 'violence against civilians' ? null : actor;
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

/** Of a passive the agent did it and the subject suffered it; of an active the other way round. */
export const partiesOf = (draft: Draft, found: Found): Parties => {
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

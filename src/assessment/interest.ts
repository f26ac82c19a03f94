// Whether a statement serves who makes it (control-method E2), and as which kind of voice it is judged (section 6).
// Invariant: decided by who speaks and what is said of whom, never by which side it is: swap the sides and nothing changes.
import type { VoiceClass } from '../model/claim.ts';
import type { Interest, Source, SourceClass } from '../model/source.ts';
import { campOf, type Ground } from './ground.ts';
import type { Statement } from './statements.ts';

const SEEING: readonly VoiceClass[] = ['resident', 'witness'];

/** Who has no part in the cell, or only saw it, gains by nothing. */
const hasPart = (rivals: ReadonlySet<string>, { party, camp, claim }: Statement): boolean =>
  party && rivals.has(camp) && !SEEING.includes(claim.by.voice.class);

const whenAbout = (own: boolean): Interest => (own ? 'self-serving' : 'against');

/** A local officer who asks for help may gain by telling of danger, though not by granting a loss. */
const inDanger = (own: boolean, { claim }: Statement): Interest =>
  !own && ['local-official', 'commander'].includes(claim.by.voice.class) ? 'neutral' : whenAbout(own);

/** The parties to the cell are the camps of `rivals`. */
export const interestOf = (
  { ground, rivals }: { readonly ground: Ground; readonly rivals: ReadonlySet<string> },
  one: Statement,
): Interest => {
  const { what, side } = one.says;
  if (side === null || !hasPart(rivals, one)) return 'neutral';
  const own = campOf(ground, side) === one.camp;
  switch (what) {
    case 'has':
    case 'kept':
    case 'inside':
      return whenAbout(own);
    case 'siege':
    case 'threat':
      return inDanger(own, one);
    case 'lost':
    case 'not':
    case 'out':
    case 'planned':
    case 'repulse':
      return whenAbout(!own);
    case 'attack':
    case 'nothing':
      return 'neutral';
  }
};

const sourceClassOf = ({ rumour, claim }: Statement): SourceClass => {
  if (rumour) return 'rumour';
  const { voice } = claim.by;
  if (voice.class !== 'third-party') return voice.class;
  return voice.onRecord ? (voice.stake ? 'third-party-with-stake' : 'third-party') : 'anonymous';
};

/** Who answers for a statement, and in which interest: what has one letter. */
export const sourceOf = (where: Parameters<typeof interestOf>[0], one: Statement): Source => ({
  class: sourceClassOf(one),
  side: one.side,
  interest: interestOf(where, one),
});

export const sourceKey = ({ class: voice, side, interest }: Source): string => `${voice}|${side}|${interest}`;

// What a probability, or a denial, has to do with a verdict, in words: why a proof does not confirm, what a status rests on.
// Invariant: says in words what a rule asked of p, and nothing of p where no rule asked.

import { findObstacle, type Obstacle } from './find-confirmed.ts';
import { findFighting } from './find-contested.ts';
import { findDanger } from './find-threatened.ts';
import { campOf } from './ground.ts';
import { likelihoodWords } from './likelihood.ts';
import { dayFrom } from './statements.ts';
import { denialsOf, type Proof } from './structure.ts';
import { groundIn, type Question, shareOf } from './verdict.ts';
import { does, listed, newest, sideName, speakerName } from './voice-names.ts';
import type { DayState } from './walk.ts';

const questionOf = ({ view, verdict: { carry, chain, proof } }: DayState): Question => ({
  ...{ view, carry },
  structure: { chain, proof },
});

const words = (question: Question, p: number): string => likelihoodWords(groundIn(question).parameters, p);

/** By which right a holder is proven: who admits it, or who says so. */
export const describeProof = (state: DayState, { rule, holder, by, support }: Proof): string => {
  const { ground } = state.view.prepared;
  if (rule === 'S1' || rule === 'S4') return admittedBy(state, { rule, by, support });
  const neutral = support.filter(({ party }) => !party);
  const thirds = neutral.filter(({ claim }) => claim.by.voice.class === 'third-party');
  const { names, one } = listed([...thirds, ...neutral].map((each) => speakerName(ground, each)));
  return rule === 'S3'
    ? `${sideName(ground, holder)} claims it and ${names} ${one ? 'agrees' : 'agree'}`
    : `${names}, independent of each other, say so`;
};

const admittedBy = (state: DayState, { rule, by, support }: Omit<Proof, 'holder'>): string => {
  const { ground } = state.view.prepared;
  const admitted = support.filter(({ camp }) => camp === by);
  const named = admitted.filter(({ says }) => says.what === 'has');
  const voice = newest(named.length > 0 ? named : admitted.length > 0 ? admitted : support);
  if (voice === undefined) return 'the side that lost it says so';
  const speaker = speakerName(ground, voice);
  if (rule === 'S4') return `${does(speaker, ['speaks', 'speak'])} of a loss, of a retreat or of retaking it`;
  return `the side that lost it says so: ${speaker} reported it for ${dayFrom(voice.day)}`;
};

const HINDERS: Readonly<Record<Obstacle, (question: Question, proof: Proof) => string>> = {
  p: (question, { holder }) => {
    const { confirmEnter } = groundIn(question).parameters.bars;
    const p = shareOf(question, holder) ?? 0;
    return `all that is reported together makes it ${words(question, p)}, and confirming takes ${words(question, confirmEnter)}`;
  },
  interval: () =>
    'with more or less listening, or from another start, all that is reported together falls short of what confirming takes',
  denial: ({ view }, proof) => {
    const denial = newest(denialsOf(view, proof));
    const who = denial === undefined ? 'the other side' : speakerName(view.prepared.ground, denial);
    return `${does(who, ['denies', 'deny'])} it, and nobody has contradicted that since`;
  },
};

/** The proof of a holder that is not confirmed all the same, and what holds it back; null where there is no such proof. */
export const heldBackWords = (state: DayState): string | null => {
  const { proof, status } = state.verdict;
  if (status === 'confirmed' || proof === null || proof.holder === null) return null;
  const question = questionOf(state);
  const obstacle = findObstacle(question, proof);
  if (obstacle === null) return null;
  return `${describeProof(state, proof)}, but ${HINDERS[obstacle](question, proof)}`;
};

/** What a reader of *confirmed* must know of the model's own view: it doubts an admission (S1), or no longer finds it so likely. */
export const doubtWords = (state: DayState): string => {
  const question = questionOf(state);
  const { holder, proof } = state.verdict;
  const p = shareOf(question, holder);
  if (p === null || p >= groundIn(question).parameters.bars.confirmEnter) return '';
  if (proof?.rule === 'S1') return `; from all reports together the model finds it ${words(question, p)}`;
  return `; it was confirmed before, and is ${words(question, p)} still`;
};

/** Of whoever is said to be inside, or to hold on: how likely that is; empty without a model. */
export const contestedWords = ({ view, day }: DayState): string => {
  const { belief, ground } = view.prepared;
  if (belief === null) return '';
  const p = belief.contested(day);
  if (p >= ground.parameters.bars.contested)
    return `; that both are inside is ${likelihoodWords(ground.parameters, p)}`;
  return `; it was so lately, and that both are inside still is ${likelihoodWords(ground.parameters, p)}`;
};

export const heldWords = (state: DayState): string => {
  const question = questionOf(state);
  const p = shareOf(question, state.verdict.holder);
  return p === null ? '' : ` (${words(question, p)})`;
};

/** Why reports of fighting, or of danger, earn no status: what the model finds too unlikely; null where it is not that. */
export const unlikelyWords = (state: DayState): string | null => {
  const question = questionOf(state);
  const { belief, ground } = state.view.prepared;
  if (belief === null) return null;
  const { holder } = question.carry;
  const contested = belief.contested(state.day);
  if (contested < ground.parameters.bars.contested && findFighting(question).length > 0)
    return `fighting inside is reported, but that both sides are there now is ${words(question, contested)}`;
  const held = shareOf(question, holder);
  if (held !== null && held < ground.parameters.bars.held && findDanger(question).length > 0)
    return `it is said to be in danger, but that ${sideName(ground, holder)} has it still is ${words(question, held)}`;
  return null;
};

/** A holder's camp and a proof's are one: what is held back is what is claimed. */
export const isHeldBack = ({ verdict, view }: DayState): boolean => {
  const { ground } = view.prepared;
  const { holder, proof } = verdict;
  if (holder === null || holder === 'none' || proof === null || proof.holder === null) return false;
  return campOf(ground, holder) === campOf(ground, proof.holder);
};

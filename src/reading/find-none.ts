// "How many districts do the rebels hold? None." and "Of 407 districts the enemy is present in none": the count is 0.
// Invariant: nothing is counted where no kind of control is said.
import type { AggregateClaim } from '../model/claim.ts';
import type { Draft } from './marks.ts';

export const findNone = (_draft: Draft): readonly AggregateClaim[] => [];

// The commands under `whoholds review`: a person's acts on the evidence, the log of them, and what to look at.
import type { Command } from 'commander';
import type { SettingName } from '../settings.ts';
import { LEDGER, needing, run, withSettings } from './program.ts';

const HELP = `
Nobody writes an assessment: a person changes the evidence, with a name and a reason, and assessment follows.
An act is known from when it is made: answers with an earlier --as-of keep the old picture.

Examples:
  whoholds review queue --limit 10
  whoholds review retract CLAIM --by "Ada Finch" --reason "The mayor spoke of the hill, not of the town."
  whoholds review place CLAIM PLACE --by "Ada Finch" --reason "The dateline names the province."
  whoholds review answers DENIAL CLAIM --other --by "Ada Finch" --reason "She denies the number, not the fall."
  whoholds review log`;

const CLAIM: readonly SettingName[] = [
  ...(['report', 'quote', 'at', 'place', 'scope', 'kind', 'actor', 'denied', 'modality', 'to', 'day'] as const),
  ...(['speaker', 'role', 'sides', 'via', 'partial', 'tactical', 'answers'] as const),
];

/** Every act: the ledger, who and why. */
const act = (command: Command, names: readonly SettingName[] = []): Command =>
  withSettings(needing(withSettings(command, names), ['by', 'reason']), [...LEDGER, 'json']);

const loaded = () => import('./review.ts');

const addClaimActs = (review: Command): void => {
  act(review.command('assert [claim]'), CLAIM)
    .description('assert a claim of your own reading, or with a claim’s id: stand by it, or bring it back')
    .action((claim, options) => run(async () => (await loaded()).assertCommand(claim, options)));
  act(review.command('retract <claim>'))
    .description('take a claim back')
    .action((claim, options) => run(async () => (await loaded()).retractCommand(claim, options)));
  act(review.command('place <claim> <place>'), ['scope'])
    .description('put a claim at the place it means: an id or any spelling')
    .action((claim, place, options) => run(async () => (await loaded()).placeCommand(claim, place, options)));
  act(review.command('answers <denial> [claim]'), ['same', 'other'])
    .description('judge whether a denial is of the same proposition as a claim (without one: as the claim it answers)')
    .action((denial, claim, options) => run(async () => (await loaded()).answersCommand(denial, claim, options)));
};

const addFamilyActs = (review: Command): void => {
  act(review.command('join <report> <other>'))
    .description('judge two reports one story: they count once')
    .action((report, other, options) => run(async () => (await loaded()).joinCommand(report, other, options)));
  act(review.command('cut <report> [other]'))
    .description('judge two reports two stories; with one report: it is no other’s copy')
    .action((report, other, options) => run(async () => (await loaded()).cutCommand(report, other, options)));
};

export const addReview = (program: Command): void => {
  const review = program
    .command('review')
    .description('change the evidence with a name and a reason, and see what to look at')
    .addHelpText('after', HELP);
  addClaimActs(review);
  addFamilyActs(review);
  withSettings(review.command('log'), [...LEDGER, 'json'])
    .description('all that people did, in order, with their reasons')
    .action((options) => run(async () => (await loaded()).logCommand(options)));
  withSettings(review.command('queue'), [...LEDGER, 'on', 'limit', 'json'])
    .description('what to look at, by how much it could move the map')
    .action((options) => run(async () => (await loaded()).queueCommand(options)));
};

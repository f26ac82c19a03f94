// A denial and what it is said to answer: whether the two can be a pair, and how that was judged before.
import { lendersOf, naturalCell } from '../assessment/scopes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type AnswerEdge, answerId } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { Fault } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';

interface Ground {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
}

const usage = (message: string, expected: readonly string[] = []): Fault => new Fault('usage', message, { expected });

/** How the pair was judged before; null where nobody did. */
export const judgementOf = async ({ ledger }: Ground, denial: Claim, claim: Claim): Promise<AnswerEdge | null> => {
  const id = answerId(denial.id, claim.id);
  const all = await ledger.answers(undefined, [denial.report]);
  return all.find(({ value, retracted }) => value.id === id && retracted === null)?.value ?? null;
};

const isNear = ({ theatre }: Ground, a: Claim, b: Claim): boolean => {
  if (a.place.id === null || b.place.id === null) return false;
  const { gazetteer } = theatre;
  const around = (id: PlaceId): readonly PlaceId[] => lendersOf(naturalCell(gazetteer, id), gazetteer);
  return around(a.place.id).includes(b.place.id) || around(b.place.id).includes(a.place.id);
};

/** A claim cannot answer itself, nor one on a place that has nothing to do with its own. */
export const checkPair = (ground: Ground, denial: Claim, claim: Claim): void => {
  if (denial.id === claim.id) throw usage(`The claim ${claim.id} cannot answer itself.`);
  if (isNear(ground, denial, claim)) return;
  const places = `${denial.place.id ?? 'no place'} and ${claim.place.id ?? 'no place'}`;
  throw usage(
    `${denial.id} cannot answer ${claim.id}: they speak of ${places}, which have nothing to do with each other.`,
  );
};

/** What it may stand against: other sides' claims on the same place. */
export const noAnswer = async ({ ledger }: Ground, denial: Claim): Promise<never> => {
  const page = await ledger.claims({ place: denial.place.id, limit: 20 });
  const others = page.rows.filter(
    ({ claim, retracted }) => retracted === null && !claim.by.sides.some((side) => denial.by.sides.includes(side)),
  );
  throw usage(
    `The reader did not say which claim ${denial.id} answers: name it.`,
    others.map(({ claim }) => claim.id),
  );
};

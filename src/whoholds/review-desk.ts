// People's acts on the evidence. Each is checked, becomes entries in one transaction, and is told in one sentence.
// Invariant: only claims, families and answers are written; the same act twice writes nothing the second time.
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim } from '../ledger/records.ts';
import { type AnswerEdge, answerId } from '../model/answer.ts';
import type { Claim, ClaimId, Scope } from '../model/claim.ts';
import type { PersonsAct } from '../model/entry.ts';
import { Fault } from '../model/outcome.ts';
import { isPerson, personName, putThereBy, readerOfPerson } from '../model/person.ts';
import type { PlaceId } from '../model/place.ts';
import type { Report, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { checkPair, judgementOf, noAnswer } from './answer-pairs.ts';
import { FamilyDesk } from './family-desk.ts';
import { buildHandClaim, placedBy, scopeAt } from './hand-claim.ts';
import type { Acted, AnswerQuestion, HandClaim, ReviewAct, Reviewer } from './review-contract.ts';

const usage = (message: string, expected: readonly string[] = []): Fault => new Fault('usage', message, { expected });

const LONGEST_NAME = 100;

/** Who decides, with the reason: no act without both. */
const checked = ({ name, reason }: Reviewer): Reviewer => {
  const who = name.trim();
  if (who === '' || who.length > LONGEST_NAME || /\p{Cc}/u.test(who))
    throw usage(`An act needs the name of who does it: at most ${LONGEST_NAME} characters on one line.`);
  if (reason.trim() === '') throw usage('An act needs a reason: one sentence that others can check.');
  return { name: who, reason: reason.trim() };
};

const claimWords = ({ polarity, kind, actor, place, scope }: Claim): string =>
  `${polarity === 'denied' ? 'denied ' : ''}${kind} of ${place.name} (${scope})${actor === null ? '' : ` by ${actor}`}`;

export interface ReviewGround {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly now: () => Instant;
}

interface Done {
  readonly act: ReviewAct;
  readonly subject: string;
  readonly says: string;
}

/** The acts on claims, ties and answers, on one open ledger. */
export class ReviewDesk {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  readonly #now: () => Instant;
  readonly #families: FamilyDesk;

  constructor({ ledger, theatre, now }: ReviewGround) {
    this.#ledger = ledger;
    this.#theatre = theatre;
    this.#now = now;
    this.#families = new FamilyDesk(ledger);
  }

  get #ground() {
    return { ledger: this.#ledger, theatre: this.#theatre };
  }

  async #write(acts: readonly PersonsAct[], { name, reason }: Reviewer, done: Done): Promise<Acted> {
    const now = this.#now();
    const by = readerOfPerson(name);
    const written = await this.#ledger.decide(acts, { by, reason, known: now, recorded: now });
    // Somebody else was quicker between the look and the act.
    const says = written > 0 ? done.says : 'Nothing to do: it stands so already.';
    return { ...done, says, changed: written > 0, seq: await this.#ledger.seq() };
  }

  async #unchanged(done: Done): Promise<Acted> {
    return { ...done, changed: false, seq: await this.#ledger.seq() };
  }

  async #known(id: ClaimId): Promise<LedgerClaim> {
    const found = await this.#ledger.claim(id);
    if (found !== null) return found;
    throw usage(`There is no claim ${id} in this ledger. "whoholds why PLACE" shows the claims with their ids.`);
  }

  async #live(id: ClaimId): Promise<Claim> {
    const { claim, retracted } = await this.#known(id);
    if (retracted === null) return claim;
    throw usage(
      `The claim ${id} was taken back (${retracted.reason}). "whoholds review assert ${id}" brings it back first.`,
    );
  }

  async #report(id: ReportId): Promise<Report> {
    const found = await this.#ledger.report(id);
    if (found !== null) return found.report;
    throw usage(`There is no report ${id} in this ledger. "whoholds why PLACE" shows the reports with their ids.`);
  }

  async assert(hand: HandClaim, reviewer: Reviewer, replaces: ClaimId | null = null): Promise<Acted> {
    const by = checked(reviewer);
    if (replaces !== null) await this.#live(replaces);
    const report = await this.#report(hand.report);
    if (hand.answers !== null) await this.#live(hand.answers);
    const reader = readerOfPerson(by.name);
    const placeReason = putThereBy(by.name, by.reason);
    const claim = buildHandClaim(hand, { theatre: this.#theatre, report, reader, placeReason });
    const known = await this.#ledger.claim(claim.id);
    if (known !== null && known.retracted === null) return this.#already(known.claim, claim);
    const back: readonly PersonsAct[] = replaces === null ? [] : [{ act: 'retract', type: 'claim', subject: replaces }];
    const says = `Asserted: ${claimWords(claim)}, as ${claim.id}${replaces === null ? '' : `, in place of ${replaces}`}.`;
    return this.#write([...back, { act: 'assert', what: { type: 'claim', value: claim } }], by, {
      ...{ act: 'assert', subject: claim.id, says },
    });
  }

  /** The same words were read as the same claim before; only the place may differ, which is another act. */
  async #already(known: Claim, asked: Claim): Promise<Acted> {
    if (known.place.id !== asked.place.id) {
      throw usage(
        `These words are the claim ${known.id} already, at ${known.place.id ?? 'no place'}: "whoholds review place ${known.id} ${asked.place.id}" moves it.`,
      );
    }
    const says = `Nothing to do: the claim is in the ledger as ${known.id} (${known.reader}).`;
    return this.#unchanged({ act: 'assert', subject: known.id, says });
  }

  async standBy(id: ClaimId, reviewer: Reviewer): Promise<Acted> {
    const by = checked(reviewer);
    const { claim, retracted } = await this.#known(id);
    if (retracted === null && isPerson(claim.reader)) {
      const says = `Nothing to do: ${personName(claim.reader)} stands by the claim ${id} already.`;
      return this.#unchanged({ act: 'assert', subject: id, says });
    }
    const value = { ...claim, reading: 1, reader: readerOfPerson(by.name) };
    const says = `${retracted === null ? 'Stood by' : 'Brought back'}: ${claimWords(claim)}.`;
    return this.#write([{ act: 'assert', what: { type: 'claim', value } }], by, { act: 'assert', subject: id, says });
  }

  async retract(id: ClaimId, reviewer: Reviewer): Promise<Acted> {
    const by = checked(reviewer);
    const { claim, retracted } = await this.#known(id);
    if (retracted !== null) {
      const says = `Nothing to do: the claim ${id} was taken back already (${retracted.reason}).`;
      return this.#unchanged({ act: 'retract', subject: id, says });
    }
    const says = `Taken back: ${claimWords(claim)}.`;
    return this.#write([{ act: 'retract', type: 'claim', subject: id }], by, { act: 'retract', subject: id, says });
  }

  async place(id: ClaimId, to: { place: PlaceId; scope: Scope | null }, reviewer: Reviewer): Promise<Acted> {
    const by = checked(reviewer);
    const claim = await this.#live(id);
    const place = placedBy(this.#theatre, to.place, putThereBy(by.name, by.reason));
    const scope = to.scope ?? scopeAt(place, claim.scope);
    if (claim.place.id === place.id && claim.scope === scope) {
      const says = `Nothing to do: the claim ${id} is at ${place.id} (${scope}) already.`;
      return this.#unchanged({ act: 'place', subject: id, says });
    }
    const value = { ...claim, place, scope, reading: 1, reader: readerOfPerson(by.name) };
    const says = `Put at ${place.id} (${scope}), before at ${claim.place.id ?? 'no place'}: ${claimWords(value)}.`;
    return this.#write([{ act: 'assert', what: { type: 'claim', value } }], by, { act: 'place', subject: id, says });
  }

  async join([a, b]: readonly [ReportId, ReportId], reviewer: Reviewer): Promise<Acted> {
    const by = checked(reviewer);
    const reports = [await this.#report(a), await this.#report(b)] as const;
    const { edge, done, says } = await this.#families.planJoin(reports, readerOfPerson(by.name));
    const told: Done = { act: 'join', subject: edge.id, says };
    return done
      ? this.#unchanged(told)
      : this.#write([{ act: 'assert', what: { type: 'family', value: edge } }], by, told);
  }

  async cut(ids: readonly [ReportId] | readonly [ReportId, ReportId], reviewer: Reviewer): Promise<Acted> {
    const by = checked(reviewer);
    for (const id of ids) await this.#report(id);
    const { edges, parted, says } = await this.#families.planCut(ids);
    const [tie, second] = parted === null ? edges : [parted];
    const told: Done = { act: 'cut', subject: tie !== undefined && second === undefined ? tie.id : ids[0], says };
    const acts: readonly PersonsAct[] = [
      ...(parted === null ? [] : [{ act: 'assert', what: { type: 'family', value: parted } } as const]),
      ...[...edges, ...(parted === null ? [] : [parted])].map(
        ({ id }) => ({ act: 'retract', type: 'family', subject: id }) as const,
      ),
    ];
    return acts.length === 0 ? this.#unchanged(told) : this.#write(acts, by, told);
  }

  async answers(question: AnswerQuestion, reviewer: Reviewer): Promise<Acted> {
    const by = checked(reviewer);
    const denial = await this.#live(question.denial);
    const claim = await this.#live(question.claim ?? denial.answers ?? (await noAnswer(this.#ground, denial)));
    checkPair(this.#ground, denial, claim);
    const { sameProposition } = question;
    const words = `${denial.id} ${sameProposition ? 'is' : 'is not'} of the same proposition as ${claim.id}`;
    const judged = await judgementOf(this.#ground, denial, claim);
    const told: Done = { act: 'answers', subject: answerId(denial.id, claim.id), says: `Judged: ${words}.` };
    if (judged?.sameProposition === sameProposition) {
      const says = `Nothing to do: ${personName(judged.judgedBy)} judged already that ${words}.`;
      return this.#unchanged({ ...told, says });
    }
    const value: AnswerEdge = {
      ...{ id: told.subject, report: denial.report, denial: denial.id, claim: claim.id, sameProposition },
      judgedBy: readerOfPerson(by.name),
    };
    return this.#write([{ act: 'assert', what: { type: 'answer', value } }], by, told);
  }
}

// The letters of all sources as known at a moment: made from every cell of the ledger, once for each of its states.
// Invariant: nothing known later than the moment is in them; a large ledger has those of its kept state or the starting ones.
import { cutEvidence } from '../assessment/assess.ts';
import type { Ground } from '../assessment/ground.ts';
import { diagonalOf, type Letters, lettersFrom, NO_HISTORY, sourceGrades } from '../assessment/letters.ts';
import { cellsOf, lendersOf } from '../assessment/scopes.ts';
import { type JudgedClaim, judgeClaims, recordOf } from '../assessment/track-record.ts';
import { prepare } from '../assessment/view.ts';
import type { ClaimId } from '../model/claim.ts';
import type { Moment } from '../model/control.ts';
import type { Instant } from '../model/time.ts';
import type { SourceGrades } from './contract.ts';
import { LARGE_LEDGER, MOST_RETOLD } from './derived-control.ts';
import type { Gatherer } from './gatherer.ts';

type Known = Omit<Moment, 'on'>;

export interface LetterSources {
  readonly gatherer: Gatherer;
  /** The letters kept beside a large ledger, as all is known now; null where none are. */
  readonly kept: () => Promise<Letters | null>;
  readonly lastSeq: () => Promise<number>;
}

/** What became of each claim, by the id of its first saying; null where the ledger is too large to tell it at once. */
export type Outcomes = ReadonlyMap<ClaimId, boolean | null>;

interface Found {
  readonly letters: Letters;
  readonly outcomes: Outcomes | null;
}

export class LetterDesk {
  readonly #ground: Ground;
  readonly #sources: LetterSources;
  #seq: number | null = null;
  #byMoment = new Map<Instant | null, Promise<Found>>();

  constructor(ground: Ground, sources: LetterSources) {
    this.#ground = ground;
    this.#sources = sources;
  }

  async at(known: Known): Promise<Letters> {
    return (await this.#at(known)).letters;
  }

  async outcomes(known: Known): Promise<Outcomes | null> {
    if (known.seq < LARGE_LEDGER) return (await this.#at(known)).outcomes;
    return known.seq < MOST_RETOLD ? (await this.#make(known)).outcomes : null;
  }

  #at({ asOf, seq }: Known): Promise<Found> {
    if (this.#seq !== seq) this.#byMoment = new Map();
    this.#seq = seq;
    const known = this.#byMoment.get(asOf);
    if (known !== undefined) return known;
    const found = this.#find({ asOf, seq });
    this.#byMoment.set(asOf, found);
    // Whoever waits is told of a fault of the database; the next who asks tries again.
    found.catch(() => this.#byMoment.delete(asOf));
    return found;
  }

  /** As people and programs are told of them. */
  async grades(known: Known): Promise<SourceGrades> {
    const letters = await this.at(known);
    const { grading } = this.#ground.parameters;
    return { sources: sourceGrades(grading, letters), diagonal: diagonalOf(grading, letters) };
  }

  async #find({ asOf, seq }: Known): Promise<Found> {
    if (seq < LARGE_LEDGER) return this.#make({ asOf, seq });
    const kept = asOf === null && seq === (await this.#sources.lastSeq()) ? await this.#sources.kept() : null;
    return { letters: kept ?? NO_HISTORY, outcomes: null };
  }

  async #make({ asOf, seq }: Known): Promise<Found> {
    const ground = this.#ground;
    const { gatherer } = this.#sources;
    const gathered = await gatherer.whole(seq);
    const known = cutEvidence([...gathered.evidence.values()].flat(), { asOf, seq });
    const at = Map.groupBy(known, ({ claim }) => claim.place.id ?? '');
    const judged: JudgedClaim[] = [];
    const records = cellsOf(known, ground.gazetteer).map((cell) => {
      const near = lendersOf(cell, ground.gazetteer).flatMap((place) => at.get(place) ?? []);
      const prepared = prepare(ground, { cell, heard: gatherer.heardIn(cell, asOf, gathered) }, near);
      const claims = judgeClaims(prepared);
      judged.push(...claims);
      return recordOf(prepared, claims);
    });
    return {
      letters: lettersFrom(records),
      outcomes: new Map(judged.map(({ first, came }) => [first.claim.id, came])),
    };
  }
}

// The letters of all sources as known at a moment: made from every cell of the ledger, once for each of its states.
// Invariant: nothing known later than the moment is in them; a large ledger has those of its kept state or the starting ones.
import { cutEvidence } from '../assessment/assess.ts';
import type { Ground } from '../assessment/ground.ts';
import { diagonalOf, type Letters, lettersFrom, NO_HISTORY, sourceGrades } from '../assessment/letters.ts';
import { cellsOf, lendersOf } from '../assessment/scopes.ts';
import { recordOf, type TrackRecord } from '../assessment/track-record.ts';
import { prepare } from '../assessment/view.ts';
import type { Moment } from '../model/control.ts';
import type { Instant } from '../model/time.ts';
import type { SourceGrades } from './contract.ts';
import { LARGE_LEDGER } from './derived-control.ts';
import type { Gatherer } from './gatherer.ts';

type Known = Omit<Moment, 'on'>;

export interface LetterSources {
  readonly gatherer: Gatherer;
  /** The letters kept beside a large ledger, as all is known now; null where none are. */
  readonly kept: () => Promise<Letters | null>;
  readonly lastSeq: () => Promise<number>;
}

export class LetterDesk {
  readonly #ground: Ground;
  readonly #sources: LetterSources;
  #seq: number | null = null;
  #byMoment = new Map<Instant | null, Promise<Letters>>();

  constructor(ground: Ground, sources: LetterSources) {
    this.#ground = ground;
    this.#sources = sources;
  }

  at({ asOf, seq }: Known): Promise<Letters> {
    if (this.#seq !== seq) this.#byMoment = new Map();
    this.#seq = seq;
    const known = this.#byMoment.get(asOf);
    if (known !== undefined) return known;
    const letters = this.#find({ asOf, seq });
    this.#byMoment.set(asOf, letters);
    // Whoever waits is told of a fault of the database; the next who asks tries again.
    letters.catch(() => this.#byMoment.delete(asOf));
    return letters;
  }

  /** As people and programs are told of them. */
  async grades(known: Known): Promise<SourceGrades> {
    const letters = await this.at(known);
    const { grading } = this.#ground.parameters;
    return { sources: sourceGrades(grading, letters), diagonal: diagonalOf(grading, letters) };
  }

  async #find({ asOf, seq }: Known): Promise<Letters> {
    if (seq < LARGE_LEDGER) return this.#make({ asOf, seq });
    if (asOf !== null || seq !== (await this.#sources.lastSeq())) return NO_HISTORY;
    return (await this.#sources.kept()) ?? NO_HISTORY;
  }

  async #make({ asOf, seq }: Known): Promise<Letters> {
    const ground = this.#ground;
    const { gatherer } = this.#sources;
    const gathered = await gatherer.whole(seq);
    const known = cutEvidence([...gathered.evidence.values()].flat(), { asOf, seq });
    const at = Map.groupBy(known, ({ claim }) => claim.place.id ?? '');
    const records = cellsOf(known, ground.gazetteer).map((cell): TrackRecord => {
      const near = lendersOf(cell, ground.gazetteer).flatMap((place) => at.get(place) ?? []);
      return recordOf(prepare(ground, { cell, heard: gatherer.heardIn(cell, asOf, gathered) }, near));
    });
    return lettersFrom(records);
  }
}

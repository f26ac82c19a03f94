// Ids of aggregates and incidents: what was read and where it stands, as for claims; rules and gold make them alike.
// Invariant: reading the same report twice gives the same ids.
import type { AggregateClaim, Incident } from '../model/claim.ts';
import type { PlacedPlace, PlaceMention } from '../model/place.ts';
import { contentId } from '../model/text.ts';

export const aggregateId = (aggregate: Omit<AggregateClaim, 'id'>): string =>
  contentId('agg', [
    aggregate.report,
    aggregate.quote.start,
    aggregate.quote.end,
    aggregate.count,
    aggregate.comparator,
    aggregate.fraction,
    aggregate.unit,
    aggregate.kind,
    aggregate.actor,
    aggregate.polarity,
    aggregate.by.speaker,
    aggregate.predicate,
  ]);

const placeWords = (place: PlacedPlace | PlaceMention | null): string | null =>
  place === null ? null : 'name' in place ? place.name : place.text;

export const incidentId = <P extends PlacedPlace | PlaceMention>(incident: Omit<Incident<P>, 'id'>): string =>
  contentId('inc', [
    incident.report,
    incident.quote.start,
    incident.quote.end,
    incident.type,
    incident.subtype,
    incident.actor,
    placeWords(incident.place),
    incident.by.speaker,
    incident.when.earliest,
    incident.when.latest,
  ]);

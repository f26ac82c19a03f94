// A person among the readers: `person/NAME` stands where `rules/VERSION` or `gold` does, and what a person decided stands.

const PERSON = 'person/';
const PUT_THERE = 'put there by ';

export const readerOfPerson = (name: string): string => `${PERSON}${name}`;

export const isPerson = (reader: string): boolean => reader.startsWith(PERSON);

/** The name alone; any other reader as it is. */
export const personName = (reader: string): string => (isPerson(reader) ? reader.slice(PERSON.length) : reader);

/** A place's own reason where a person gave it. */
export const putThereBy = (name: string, reason: string): string => `${PUT_THERE}${name}: ${reason}`;

/** Who put a claim in or put it right, where a person did, and where the place is theirs, why; else null. */
export const reviewedBy = (claim: { readonly reader: string; readonly place: { readonly reason: string } }) => {
  if (!isPerson(claim.reader)) return null;
  const { reason } = claim.place;
  return reason.startsWith(PUT_THERE) ? reason : `vouched for by ${personName(claim.reader)}`;
};

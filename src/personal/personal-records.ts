/** Ids of the records with values of a unit. */
export interface PersonalRecords {
  submissions: string[];
  sheets: string[];
  /** Remarks of superiors on its figures. */
  remarks: string[];
  acknowledgements: string[];
  nominations: string[];
  /** Outcomes from above of these nominations. */
  outcomes: string[];
  awards: string[];
  payments: string[];
  /** Complaints about awards of the unit, or by it. */
  complaints: string[];
  facts: string[];
  listings: string[];
  /** Objections to the unit, or by it. */
  objections: string[];
  /** Drafted decisions with a reason about one of these nominations. */
  decisions: string[];
  /** Memberships of the unit in councils. */
  members: string[];
  /** Meetings in which the unit declared a recusal as a member. */
  meetings: string[];
  /** Documents whose title names the unit. */
  documents: string[];
  /** Personal files that are, or were, evidence in a report or score sheet of the unit. */
  files: string[];
  /** Records that were taken out: their values are in the journal alone. */
  takenOut: Referred[];
}

/** Record of the journal, by type and id. */
export interface Referred {
  type: string;
  id: string;
}

/** None of any record. */
export const noRecords: PersonalRecords = {
  submissions: [],
  sheets: [],
  remarks: [],
  acknowledgements: [],
  nominations: [],
  outcomes: [],
  awards: [],
  payments: [],
  complaints: [],
  facts: [],
  listings: [],
  objections: [],
  decisions: [],
  members: [],
  meetings: [],
  documents: [],
  files: [],
  takenOut: [],
};

import { ObjectType } from '@nestjs/graphql';
import { code, count, id } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({ description: 'Counts of an erasure of personal values of a person or household.' })
export class PersonalErasure {
  @Shown(id, 'Id of the unit.')
  id: string;

  @Shown(count(1), 'Version of the unit.')
  version: number;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Shown(count(), 'Values dropped from the journal.')
  values: number;

  @Shown(count(), 'Reports whose free text was erased.')
  submissions: number;

  @Shown(count(), 'Score sheets of the unit.')
  sheets: number;

  @Shown(count(), 'Remarks of superiors on figures of the unit.')
  remarks: number;

  @Shown(count(), 'Acknowledgements whose note was erased.')
  acknowledgements: number;

  @Shown(count(), 'Nominations whose free text was erased.')
  nominations: number;

  @Shown(count(), 'Awards whose citation was erased.')
  awards: number;

  @Shown(count(), 'Payments whose receiver was erased.')
  payments: number;

  @Shown(count(), 'Complaints about awards of the person, or by it, whose text was erased.')
  complaints: number;

  @Shown(count(), 'Facts that were taken out.')
  facts: number;

  @Shown(count(), 'Lists of consultations on which the name was erased.')
  listings: number;

  @Shown(count(), 'Objections to the person, or raised by it, whose text was erased.')
  objections: number;

  @Shown(count(), 'Documents whose title was erased.')
  documents: number;

  @Shown(count(), 'Personal files whose bytes were erased.')
  files: number;
}

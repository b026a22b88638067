import { ObjectType } from '@nestjs/graphql';
import { line, prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

/** A heading of the plan (mục). Printed labels may repeat; the path does not. */
@ObjectType({ description: 'A heading of the plan.' })
export class Section {
  @Shown(line(40), 'Place in the tree of headings, by order only: "2.1.3".')
  path: string;

  @Shown(line(20), 'Label as printed, which may occur twice: "II."', { nullable: true })
  printedLabel: string | null;

  @Shown(prose(500), 'Title as printed.')
  title: string;
}

import { ObjectType } from '@nestjs/graphql';
import { code, flag } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { line } from '../api/text-shapes.js';
import { nominationType, type NominationType } from './nomination-type.js';
import { source, sourceText, verified } from './sourced.js';

@ObjectType({ description: 'A document a nomination of one type is to have (thành phần hồ sơ).' })
export class DossierItem {
  @Shown(nominationType, 'Type of nomination.')
  type: NominationType;

  @Shown(code, 'Code within form and type: "bien-ban".')
  item: string;

  @Shown(line(20), 'Type of the document: TTr (tờ trình), BC (báo cáo), BB (biên bản) ….')
  documentType: string;

  @Shown(line(300), 'Name: "Biên bản bình xét".')
  name: string;

  @Shown(flag, 'Whether the paper is required.')
  required: boolean;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}

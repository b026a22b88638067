import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AwardsService } from '../commendations/awards.service.js';
import { CommunesService } from '../communes/communes.service.js';
import type { Office } from '../councils/council-member.entity.js';
import type { Matter } from '../councils/matter.entity.js';
import type { Meeting } from '../councils/meeting.entity.js';
import { MeetingsService } from '../councils/meetings.service.js';
import { Database } from '../database/database.js';
import { PaperTemplatesService } from '../templates/paper-templates.service.js';
import { formPrinted } from './form-printed.rules.js';
import * as ballots from './ballot-paper.rules.js';
import * as papers from './meeting-paper.rules.js';
import type { MatterPrinted, MeetingPrinted } from './meeting-paper.rules.js';
import { placeOf } from './office.rules.js';
import type { MeetingPaperKind } from './paper.inputs.js';
import type { Paper } from './paper.js';
import { PapersQueries, type Nominee, type Seated } from './papers.queries.js';
import { prescribedFor } from './prescribed.rules.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { demandReads, noPaper, personsAmong } from './to-print.js';

const offices: Readonly<Record<Office, string>> = {
  ...{ CHAIR: 'Chủ tịch', VICE_CHAIR: 'Phó Chủ tịch', SECRETARY: 'Thư ký', MEMBER: 'Ủy viên' },
};

const makers: Readonly<Record<MeetingPaperKind, (meeting: MeetingPrinted) => Paper>> = {
  ...{ MINUTES: papers.minutes, INVITATION: papers.invitation, BALLOT: ballots.ballot, COUNT: ballots.count },
};
const ofSecretBallots: readonly MeetingPaperKind[] = ['BALLOT', 'COUNT'];

/** Meetings as they are printed. */
@Injectable()
export class MeetingPapersService {
  constructor(
    private readonly database: Database,
    private readonly queries: PapersQueries,
    private readonly meetings: MeetingsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
    private readonly awards: AwardsService,
    private readonly templates: PaperTemplatesService,
  ) {}

  /**
   * A paper of a meeting, with the names of its day; what is not recorded is blank. Refusals: NOT_FOUND; FORBIDDEN for
   * a key that is bound to units; SCOPE_MISSING without the right to meetings and names; RULE for a meeting that was
   * cancelled, and for ballots where hands are counted.
   */
  meetingPaper(
    caller: Caller,
    commune: string,
    { id, kind = 'MINUTES' }: { id: string; kind?: MeetingPaperKind },
  ): Promise<PrintedPaper> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const meeting = await this.meetings.meeting(caller, commune, id);
      if (reach.units) throw forbidden('meetingPaper');
      if (meeting.state === 'CANCELLED') throw noPaper();
      demandReads(caller, commune, ['meeting', 'units']);
      const members = meeting.summoned === null ? await this.queries.seated(reach, meeting) : [];
      const ids = meeting.matters.map(({ nominationId }) => nominationId);
      const nominees = await this.queries.nominees(reach, { ids, day: meeting.heldOn });
      const codes = nominees.map(({ formCode }) => formCode);
      const forms = await this.catalogue.formsNamed(caller, codes, { on: meeting.heldOn });
      const printed = await this.printed(caller, reach, { meeting, members, nominees, forms });
      if (ofSecretBallots.includes(kind) && ballots.secret(printed).length === 0) throw noPaper('/kind');
      const persons = [
        ...members.flatMap(({ personId, replacedById }) => [
          personId,
          ...(replacedById === null ? [] : [replacedById]),
        ]),
        ...personsAmong(nominees),
      ];
      const template = await this.templates.docxOf(reach, kind);
      const prescribed = prescribedFor(kind, forms.values());
      return asPrinted(makers[kind](printed), { communeId: reach.communeId, persons, template, prescribed });
    });
  }

  private async printed(
    caller: Caller,
    reach: Reach,
    { meeting, members, nominees, forms }: ToPrint,
  ): Promise<MeetingPrinted> {
    const { councilId, heldOn, place, summoned, present, matters } = meeting;
    const [council = ''] = await this.awards.namesOn(reach, [{ unitId: councilId, day: heldOn }]);
    const named = new Map(nominees.map((nominee) => [nominee.nominationId, nominee]));
    const of = await this.communes.commune(caller, reach.key);
    const isThere = ({ presence }: Seated) => presence === null || presence === 'PRESENT';
    const nameOf = (office: Office) =>
      members.find((member) => member.office === office && isThere(member))?.name ?? null;
    return {
      ...{ council, heldOn, heldAt: place, summoned, present, year: heldOn.slice(0, 4) },
      ...{ place: placeOf(of), above: `UBND ${of.name}` },
      ...{ chair: nameOf('CHAIR'), secretary: nameOf('SECRETARY') },
      members: members.map((member) => ({
        ...{ name: member.name, office: offices[member.office], presence: presenceOf(member) },
      })),
      matters: matters.map((matter) => {
        const { name = '', unitName = null, formCode = '', formName = '' } = named.get(matter.nominationId) ?? {};
        const form = formPrinted(formName, forms.get(formCode)?.category, of.kindText);
        return matterPrinted(matter, { name, unit: unitName, form, members });
      }),
    };
  }
}

interface ToPrint {
  meeting: Meeting;
  members: readonly Seated[];
  nominees: readonly Nominee[];
  forms: ReadonlyMap<string, AwardForm>;
}

function presenceOf({ presence, replacedBy, hasOpinion }: Seated): string | null {
  if (presence === null) return null;
  if (presence === 'PRESENT') return 'Có mặt';
  if (presence === 'REPLACED') return `${replacedBy ?? ''} dự thay`;
  return hasOpinion ? 'Vắng mặt, có ý kiến bằng văn bản' : 'Vắng mặt';
}

function matterPrinted(
  matter: Matter,
  { members, ...nominee }: Pick<MatterPrinted, 'name' | 'unit' | 'form'> & { members: readonly Seated[] },
): MatterPrinted {
  const { votesFor, votesAgainst, votesBlank, votesInvalid, notReturned, base, outcome, recusals, rule } = matter;
  const isCounted = votesFor !== null;
  return {
    ...nominee,
    isSecret: rule.ballot === 'PAPER',
    counts: isCounted
      ? {
          ...{ for: votesFor, against: votesAgainst ?? 0, blank: votesBlank ?? 0 },
          ...{ invalid: votesInvalid ?? 0, notReturned: notReturned ?? 0 },
        }
      : null,
    ...{ base, outcome },
    recused: recusals.flatMap(({ memberId }) => members.find(({ id }) => id === memberId)?.name ?? []),
  };
}

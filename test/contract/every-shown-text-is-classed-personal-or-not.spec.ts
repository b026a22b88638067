import { ModulesContainer } from '@nestjs/core';
import { OPERATION, type OperationMetadata } from '../../src/api/operation.js';
import { isRecord, type Class } from '../../src/api/shape.js';
import { shownOf } from '../../src/api/shown.js';
import { hasDataSubject } from '../../src/api/disclosures.js';
import { useApp } from '../app.js';

const test = useApp('empty');

/**
 * Every member that leaves the house, judged by hand. `personal`: it is, or may be, of a person: a commitment in the
 * journal, and erased. `plain`: it stands in the journal for ever; a free text that may name somebody does not belong there.
 */
const views: Readonly<Record<string, { personal?: string; plain: string }>> = {
  Acknowledgement: { personal: 'note', plain: 'id version planId plan unitId unitCode form heldOn peopleReached' },
  Actor: { personal: 'name', plain: 'id version key kind appointments' },
  AllowedDoubt: { plain: 'pointer code' },
  Allotment: { plain: 'indicatorCode target sum difference periods partsSum partsDifference changeDifference notes' },
  AmountBasis: { plain: 'coefficient factor baseSalary rounding unit' },
  ApiKey: {
    plain:
      'id version actorId actorKey unitId prefix scopes expiresAt revokedAt confirmed issuedById state lastUsedAt key',
  },
  Appointment: {
    plain: 'id version actorId role unitId superiorId documentId delegatedBy acts capacity validFrom validTo',
  },
  ActorIdentity: { plain: 'id version actorId actorKey issuer subject client confirmed linkedById state' },
  Webhook: {
    plain:
      'id version ownerId owner url kinds formerSecretUntil state pausedFor position failingSince nextAttemptAt signingSecret',
  },
  WebhookDelivery: { plain: 'id webhookId position attempt at milliseconds outcome status' },
  Attendance: { plain: 'memberId personCode presence replacedByCode opinionOn' },
  // The law: it names offices, nobody.
  Authority: { plain: 'code title here level source verified' },
  Award: {
    personal: 'recipientName citation revokedReason',
    plain:
      'id version commune unitId unitCode formCode formName ruleSet type period decisionId numberText issuer nominationId documentId verificationCode grantedOn raw payable amountBasis amountReason payingAwardId paid paidOn toPay toRecover presentedOn objectReturnedOn deedOn daysToDecision correctedOn correctionDocumentId revokedOn revokedGround revokingDecisionId',
  },
  AwardForm: {
    plain:
      'id version code name category nominees ruleSet validFrom validTo authority coefficient factors salaryRise prerequisite quota voteRule roads dossier prescribed timeLimits conditions source verified',
  },
  Condition: { plain: 'code types nominees text cure needs source verified' },
  // Members that the holder of a certificate reads; they stand in no journal.
  AwardVerification: {
    plain:
      'verificationCode commune communeName recipientName unitName invented formCode formName period issuer numberText grantedOn correctedOn correctedNumberText revokedOn revokedNumberText sha256 head',
  },
  BaseSalary: { plain: 'id version validFrom validTo amount source verified' },
  Calendar: { plain: 'nominateBy meetBy decideBy' },
  // `personal` is for who may read it; the others are commitments where they must be.
  Change: {
    plain: 'position item form op seen kind type recordId version on at actor reason data leaf personal',
  },
  ProofItem: { plain: 'position item form op seen kind type recordId version on at actor reason data content leaf' },
  // A table takes no reason and no author: they stay in the score sheets.
  CandidateStanding: { plain: 'unitId unitCode block points rank class reasons missing inputs tree difference' },
  // A view of records: it stands in no journal.
  PrintedPaper: { plain: 'title text prescribed' },
  Publication: {
    plain:
      'id version planId plan schemeId scheme revision period stage state number replaces membersOn asOf final figures ties inputHash publishedOn open rows',
  },
  RecordedFigure: { plain: 'figure of value outOf target' },
  DecidedTie: { plain: 'block class units' },
  TimeLimit: { plain: 'of days countedIn source verified' },
  UndecidedTie: { plain: 'block class places points units' },
  Standing: {
    plain:
      'id version commune publicationId planId plan scheme revision period number replaces unitId unitCode block blockName points rank class className reasons missing inputHash publishedOn inputs tree',
  },
  Changes: { plain: 'items cursor more head' },
  Snapshot: { plain: 'items next position hash cursor' },
  // A threshold of a check.
  CheckThreshold: { plain: 'code value' },
  Clarification: { plain: 'question readings' },
  Commune: {
    plain: 'id version key name kindText validFrom validTo identifiers invented predecessors successors head',
  },
  // A body; its name is no person's.
  Council: { plain: 'id unitCode name members' },
  CouncilMember: { plain: 'id version councilCode personId personCode office validFrom validTo documentId actor' },
  // Numbers of collectives.
  Completeness: {
    plain:
      'commune plan period asOf unitId unitCode dueOn state units unitsComplete owed reported nothing estimates returned missing late missingCodes',
  },
  // Titles, bases and recipients are as printed.
  Coverage: { plain: 'reported owed' },
  Decision: {
    plain:
      'id version kind state documentId number numberSuffix numberText verificationCode issuer series symbol year title place bases recipients signer authorityId signedOn fileId sha256 head grants refusals',
  },
  Denial: { personal: 'reason', plain: 'nominationId' },
  // Signers are named by duty; recipients are as printed.
  Document: {
    personal: 'title',
    plain:
      'id version type number numberSuffix symbol series year issuedOn place issuer persons signer authorityId recipients bases refersTo fileIds',
  },
  DossierItem: { plain: 'type item documentType name required source verified' },
  // A value is a figure, a rating, YES, NO or a grade in words: what is approved and published.
  DueOfFrequency: { plain: 'frequency dueDays dueIn' },
  Entry: {
    personal: 'nothingToReport note remark verifiedReason approvedReason',
    plain: 'indicatorId indicatorCode scope reported outOf verified verifiedOn approved evidenceIds',
  },
  // Its reason is that of the change, and personal there.
  Extension: { plain: 'unitId unitCode until' },
  ExpectedShare: { plain: 'period share' },
  File: { personal: 'name sha256', plain: 'id version mediaType size personal documentId sameAs' },
  // A finding is computed from figures; its explanation is the unit's own text.
  Finding: { personal: 'explanation', plain: 'code severity indicatorCode figures text' },
  FindingFigure: { plain: 'name value' },
  FindingText: { plain: 'vi en' },
  Grant: { personal: 'reason', plain: 'nominationId unitCode formCode' },
  Ground: { plain: 'type id' },
  Head: { plain: 'position hash' },
  // Made of awards, standings and facts, and stored nowhere.
  Honour: {
    plain:
      'kind year on until period category code name numberText issuer level sector citation monthsEarlier monthsVerified block rank revokedOn unitId unitCode awardId standingId factId',
  },
  PrescribedForm: { plain: 'paper number layoutRead source verified' },
  SalaryRise: { plain: 'months source verified' },
  // Of the calendar.
  Holiday: { plain: 'id version day name kind' },
  // Identifiers of communes and superiors; those of a person are personal as a whole there.
  Identifier: { plain: 'system value validFrom validTo' },
  // Texts of the file that the caller sent; they stand in no journal.
  ImportFault: { plain: 'column cell code detail readings' },
  ImportForm: { plain: 'headings rows' },
  ImportFormRow: { plain: 'cells' },
  ImportNote: { plain: 'column raw value reading' },
  ImportReport: { plain: 'kept sheet heading headings ignored skipped created updated unchanged rejected rows' },
  ImportedRow: { plain: 'row outcome code recordId faults notes cells figures' },
  Indicator: {
    plain:
      'id version planId plan code name sectionPath printedLabel sortOrder measure direction comparator basis target targetText upperTarget beyond grades outOf rawText parts notAbove endsAt100 derived derivation awardForm counted baseline printedChange frequency reported overTime overUnits overYears seasons reportedBy identifiers expectedShare responsibleUnitId responsibleUnitCode assessedBy evidenceRequired needsClarification clarification continues appliesFrom retiredOn notPrinted',
  },
  // Of a service of the state or of a statistics office: an indicator is nobody's.
  IndicatorIdentifier: { plain: 'system value' },
  LaunchState: { plain: 'plan asOf expected acknowledged percent peopleReached units' },
  // Departments, organisations and hamlets.
  LaunchUnit: { plain: 'unitCode acknowledged heldOn peopleReached version' },
  // Its sentences name no person.
  AgendaCalendar: { plain: 'text' },
  AgendaEntry: {
    plain: 'id act type recordId plan period unitCode formCode count since dueOn overdue roles reasons vi en',
  },
  PaperTemplate: { plain: 'id version kind fileId width height rightBy downBy' },
  CommuneRounding: { plain: 'id version validFrom validTo method unit documentId' },
  Forecast: { plain: 'drafted nominated candidates notComputed amount candidatesAmount' },
  Fund: {
    plain: 'id version year regularSpending rate rateSource contributions otherSpending documentId',
  },
  FundState: {
    plain:
      'year version asOf fund ceiling awards committed paid recovered toPay toRecover left forecast leftAfterForecast suffices leftAfterCandidates sufficesForCandidates',
  },
  RoundQuota: { plain: 'formCode formName each unitCode percent holding rated base allowed granted recommended open' },
  Eligibility: { plain: 'unitId unitCode formCode formName type year ruleSet asOf verdict preferred reasons' },
  EligibilityReason: { plain: 'code state text figure vi en cure source verified' },
  Consultation: {
    plain:
      'id version roundId formCode formName period nominees places documentId firstDay days countedIn lastDay state endedOn',
  },
  Fact: {
    personal: 'kind value title leads period validFrom validTo issuer source',
    plain: 'id version unitId unitCode documentId',
  },
  Listing: { personal: 'nomineeName', plain: 'id version consultationId nominationId unitId unitCode type period' },
  Matter: {
    plain:
      'nominationId unitId unitCode ordinal rule votesFor votesAgainst votesBlank votesInvalid notReturned recordedOn confirmedOn voters base threshold outcome recusals',
  },
  // Told to oneself.
  Me: { plain: 'id key name kind appointments scopes communes keyUnit keyPrefix keyExpiresAt' },
  Measure: { plain: 'unit displayUnit baseUnit scale factor' },
  // A hall or an office.
  Meeting: {
    plain:
      'id version councilId councilCode heldOn place state convenedOn closedOn minutesId summoned present attendance matters',
  },
  MyAppointment: { plain: 'role unitCode superiorKey acts capacity validFrom validTo' },
  MyCommune: { plain: 'key through' },
  // Personal as a whole, in Submission.
  Narrative: { plain: 'done shortfalls causes proposals' },
  Nomination: {
    personal: 'summary conditionsReason returnedReason appraisal outcomeReason',
    plain:
      'id version roundId unitId unitCode formCode formName type ruleSet period deedOn state submittedOn receivedOn receivedBy receiptDocumentId conditionsRuleSet appraisedOn restsOn dossier forwardedOn forwardedTo forwardingDocumentId decideBy decisionId decidedOn revokedOn daysToDecision',
  },
  NomineeFactor: { plain: 'nominees factor source verified' },
  Outcome: {
    personal: 'reason',
    plain: 'id version nominationId unitId outcome decidedOn decidedBy numberText issuer documentId',
  },
  Paper: { plain: 'item name documentType required documentId' },
  Payment: { personal: 'receiver', plain: 'id version awardId unitId unitCode kind amount voucher paidOn' },
  PeriodFigure: { plain: 'period value outOf' },
  PeriodSum: { plain: 'period units ended sum' },
  // An actor keeps the key.
  PersonalAccess: { plain: 'id unitId actor operation at requestId' },
  PersonalErasure: {
    plain:
      'id version unitCode values submissions sheets remarks acknowledgements nominations awards payments complaints facts listings objections documents files',
  },
  // Never journaled; whoever gets it is noted.
  PersonalValue: { plain: 'type recordId version pointer value at current' },
  Plan: {
    plain:
      'id version key kind year untilYear title alsoCalled documentId signer recipients bases purposes duties sections deadline settings parentPlan unitId unitCode state withoutBaseline',
  },
  PlanPeriod: {
    plain: 'id version planId plan period from to dueOn state frozenBy closedOn head reopenedOn extensions',
  },
  PlanSettings: { plain: 'dueDays dueIn dueByFrequency seasons thresholds registerBy' },
  Position: { plain: 'position hash items' },
  PossibleAct: { plain: 'act allowed reasons' },
  // Figures of collectives and of the commune as a whole; names stand behind codes of units.
  Progress: {
    plain:
      'plan indicatorId indicatorCode unitId unitCode period asOf state reason final target targetPeriod cumulative inPeriod percent change coverage readings before yearBefore notes resultIds decisionIds sentence',
  },
  ProgressOfAll: { plain: 'commune indicator measure basis cumulative communes without progress' },
  ProgressFigure: { plain: 'value outOf' },
  PrintedChange: { plain: 'basis by' },
  Proof: { plain: 'previous sees bound positions more head' },
  Reading: { plain: 'code text comparator basis overYears target upperTarget beyond needsBaseline' },
  ReadingProgress: { plain: 'code state percent' },
  Recusal: { personal: 'reason', plain: 'memberId personCode ground' },
  RefusalText: { plain: 'code status retryAfter vi en' },
  ReportedBy: { plain: 'units kinds' },
  Complaint: {
    personal: 'complainantCode complainant text conclusion',
    plain:
      'id version awardId unitId unitCode complainedOn documentId acceptedOn settleBy state outcome settlementDocumentId settledOn',
  },
  Objection: {
    personal: 'objectorCode objector text answer',
    plain:
      'id version consultationId nominationId unitId unitCode raisedOn documentId state upheld answerDocumentId answeredOn',
  },
  Registration: {
    plain: 'id version unitId unitCode period forms withBelow registeredOn documentId state endedOn',
  },
  Remark: {
    personal: 'text answer',
    plain:
      'id version resultId plan indicatorCode unitId unitCode period superiorId superiorKey addedOn state correctionId answeredOn',
  },
  Result: {
    plain:
      'id version commune plan indicatorId indicatorCode unitId unitCode period scope value outOf submissionId supersedesId approvedOn supersededOn',
  },
  Road: { plain: 'type steps source verified' },
  Round: { plain: 'id version name period forms calendar ruleSet state openedOn closedOn' },
  Rounding: { plain: 'method unit source verified' },
  RuleSet: { plain: 'id version code name validFrom validTo rounding several transition preference source verified' },
  Seen: { plain: 'before after' },
  Scheme: {
    plain: 'id version planId plan code revision name documentId rules allowed deadlines state validFrom adoptedOn',
  },
  SchemeDeadlines: { plain: 'self verified final' },
  ScoreAllowance: { personal: 'reason', plain: 'line' },
  ScoreColumn: { plain: 'by on points figures occurrences' },
  ScoreException: { personal: 'reason', plain: 'class' },
  // A value is a figure, a day or a word that the scheme lists.
  ScoreFigure: { personal: 'reason', plain: 'figure value outOf target lines' },
  ScoreFigureLine: { plain: 'value outOf weight' },
  ScoreOccurrence: { personal: 'text reason', plain: 'occurrenceId figure times on evidenceIds isExempt' },
  ScorePoints: { personal: 'reason', plain: 'line points' },
  ScoreSheet: {
    personal: 'returnedReason',
    plain:
      'id version planId plan scheme period unitId unitCode state self verified final allowances exceptions dueOn submittedOn late',
  },
  SeasonDays: { plain: 'season from to' },
  Section: { plain: 'path printedLabel title' },
  Several: { plain: 'pays source verified' },
  SeveralAwards: { plain: 'count amount awards payments' },
  SeveralNominations: { plain: 'roundId formCode count nominations' },
  Signer: { personal: 'name', plain: 'title capacity' },
  Submission: {
    personal: 'narrative returnedReason',
    plain:
      'id version planId plan unitId unitCode period correctsId state submittedOn dueOn late estimate approvedOn contentHash entries findings owed leftOut',
  },
  Superior: { plain: 'id version key name kindText identifiers invented' },
  Supervision: {
    plain: 'id version superiorId superiorKey communeKey subordinateId subordinateKey validFrom validTo documentText',
  },
  Target: { plain: 'id version plan indicatorId indicatorCode unitId unitCode period value revision' },
  Transition: { plain: 'earlier source verified' },
  Preference: { plain: 'prefers source verified' },
  // Name, kindText and identifiers where it is a person or household. A code is an address, and never changes.
  Unit: {
    personal: 'kindText name identifiers',
    plain:
      'id version code kind parentId parentCode path termFrom termTo validFrom validTo predecessors successors invented',
  },
  UnitsMoved: { plain: 'parentCode from units count' },
  VoteRule: {
    plain:
      'ballot quorumNumerator quorumDenominator passNumerator passDenominator base absentee recusedLeaveBase source verified',
  },
};

/** Those that say whose values they show, so that whoever gets them is written down. */
const telling = [
  'Acknowledgement',
  'Award',
  'AwardVerification',
  'Change',
  'Complaint',
  'Denial',
  'Document',
  'Eligibility',
  'Fact',
  'File',
  'Grant',
  'Honour',
  'Listing',
  'Nomination',
  'Objection',
  'Outcome',
  'Payment',
  'PersonalValue',
  'PrintedPaper',
  'Recusal',
  'Remark',
  'ScoreSheet',
  'Submission',
  'Unit',
];
/** Personal members of nobody's record: who signed a document, or acts for the commune, is named by duty. */
const ofNobody = ['Actor.name', 'Signer.name'];

const members = (type: Class, personal: boolean) =>
  shownOf(type)
    .filter((each) => Boolean(each.personal) === personal)
    .map(({ name }) => name)
    .join(' ');

/** The classes that operations answer, and all inside them. */
function answered(): { roots: Class[]; all: Class[] } {
  const roots = new Set<Class>();
  for (const { controllers } of test.app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      const { prototype } = metatype as Class & { prototype: Record<string, object> };
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const metadata = Reflect.getMetadata(OPERATION, prototype[name] as object) as OperationMetadata | undefined;
        if (metadata) roots.add(metadata.answer.type);
      }
    }
  }
  const all = new Set<Class>();
  const walk = (type: Class): void => {
    if (all.has(type)) return;
    all.add(type);
    for (const { shape } of shownOf(type)) if (isRecord(shape)) walk(shape.json.record());
  };
  roots.forEach(walk);
  return { roots: [...roots], all: [...all] };
}

/** Personal members a record shows of which it does not say whose they are. */
function untold(type: Class): string[] {
  if (hasDataSubject(type)) return [];
  return shownOf(type).flatMap(({ name, shape, personal, edge }) =>
    personal ? [`${type.name}.${name}`] : !edge && isRecord(shape) ? untold(shape.json.record()) : [],
  );
}

it('member by member, as the program has it', () => {
  const found = Object.fromEntries(
    answered().all.map((type) => [
      type.name,
      { ...(members(type, true) && { personal: members(type, true) }), plain: members(type, false) },
    ]),
  );
  expect(found).toEqual(views);
});

it('what shows personal values says whose they are', () => {
  const { all, roots } = answered();
  expect(
    all
      .filter(hasDataSubject)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(telling);
  expect([...new Set(roots.flatMap(untold))]).toEqual(ofNobody);
  // Control: inside a report there is much to tell.
  const inside = shownOf(all.find(({ name }) => name === 'Submission') as Class).flatMap(({ shape }) =>
    isRecord(shape) ? untold(shape.json.record()) : [],
  );
  expect(inside).toContain('Entry.note');
});

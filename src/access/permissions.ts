import { backdating, officials, roles, type Role } from './roles.js';

/** First halves of scopes. */
export const areas = [
  'communes',
  'access',
  'personal',
  'documents',
  'units',
  'plans',
  'submissions',
  'results',
  'standings',
  'nominations',
  'agenda',
  'meetings',
  'decisions',
  'awards',
  'facts',
  'feed',
  'outbound',
  'catalogue',
] as const;
export type Area = (typeof areas)[number];

export interface Permission {
  /** First half of a scope. */
  area: Area;
  access: 'read' | 'write';
  /** Roles that may; a record may narrow it (`pathOf`, `demandRight` of its type). PUBLIC: no key is needed. */
  who: 'PUBLIC' | readonly Role[];
  does: string;
  /** The answer is the same for every caller: no key is asked for. */
  alike?: true;
  /** Act that ends on a paper: signed or recorded, it may have the day of the paper. */
  onPaper?: true;
}

const everyRole = roles;
const officialsAndSystems = [...officials, 'SUPERIOR', 'INTEGRATOR'] as const;
const feedReaders = ['ADMINISTRATOR', 'CLERK', 'VERIFIER', 'CHAIRPERSON', 'AUDITOR', 'SUPERIOR', 'INTEGRATOR'] as const;

const read = (area: Area, who: Permission['who'], does: string) => ({ area, access: 'read', who, does }) as const;
const readAlike = (area: Area, does: string) => ({ ...read(area, 'PUBLIC', does), alike: true }) as const;
const readActs = (area: Area, who: readonly Role[], record: string) =>
  read(area, who, `Possible acts on ${record} now, and the refusals against each.`);
const write = (area: Area, who: readonly Role[], does: string) => ({ area, access: 'write', who, does }) as const;
const writeOnPaper = (...row: Parameters<typeof write>) => ({ ...write(...row), onPaper: true }) as const;

/** Facts of persons are for those who prepare, judge and audit awards. */
const factReaders = ['ADMINISTRATOR', 'CLERK', 'VERIFIER', 'CHAIRPERSON', 'COUNCIL_MEMBER', 'AUDITOR'] as const;

/** Readers of eligibility: those of facts, and who puts forward. */
const candidateReaders = [...factReaders, 'REPORTER'] as const;

/** Readers of the fund and of payments: those who prepare, decide, pay and audit. */
const moneyReaders = ['ADMINISTRATOR', 'CLERK', 'CHAIRPERSON', 'ACCOUNTANT', 'AUDITOR'] as const;

/** Readers of complaints: those who accept, settle, decide and audit. */
const complaintReaders = ['ADMINISTRATOR', 'CLERK', 'CHAIRPERSON', 'AUDITOR'] as const;

const administrator = ['ADMINISTRATOR'] as const;
const accountant = ['ACCOUNTANT'] as const;
const clerk = ['CLERK'] as const;
const chairperson = ['CHAIRPERSON'] as const;
const superior = ['SUPERIOR'] as const;
const clerkAndVerifier = ['CLERK', 'VERIFIER'] as const;
/** The clerk records what is signed on paper: with its file, its number and its day. */
const chairpersonAndClerk = ['CHAIRPERSON', 'CLERK'] as const;
const chairpersonAndReporters = ['CHAIRPERSON', 'REPORTER'] as const;
const whoIssuesPlans = ['CHAIRPERSON', 'REPORTER', 'CLERK'] as const;
const officialsAndSuperiors = [...officials, 'SUPERIOR'] as const;
/** Where the superior has no system, the clerk records its acts with a document. */
const superiorAndClerk = ['SUPERIOR', 'CLERK'] as const;
/** A reporter's rights are valid in the subtree of their unit. */
const clerkAndReporters = ['CLERK', 'REPORTER'] as const;
/** A hamlet's head or a head of department nominates for the own unit. */
const whoNominate = ['ADMINISTRATOR', 'CLERK', 'REPORTER'] as const;
/** The clerk acts for a member by a signed sheet (On-Behalf-Of). */
const memberAndClerk = ['COUNCIL_MEMBER', 'CLERK'] as const;

/**
 * Permission table: every operation with its description, the area of its scope, and the roles that may.
 * REST, GraphQL, the guard, OpenAPI and the scopes of keys are made from it.
 */
export const permissions = {
  communes: read(
    'communes',
    everyRole,
    "Communes in the caller's reach (appointment or supervision), by key, each with the head of its journal.",
  ),
  commune: readAlike('communes', 'One commune of the registry, by key.'),
  superiors: read('communes', everyRole, 'Bodies that supervise the commune on a date, nearest first.'),
  supervisions: read(
    'communes',
    everyRole,
    'Supervisions of the commune, direct or through another body, each with its first and last day.',
  ),
  me: read('access', everyRole, 'The caller: actor, appointments, scopes, communes in reach, key.'),
  actors: read(
    'access',
    ['ADMINISTRATOR', 'CHAIRPERSON', 'AUDITOR'],
    'Actors of the commune, by key, with their appointments and delegations.',
  ),
  amendActor: write('access', administrator, 'Amends the name of an actor.'),
  appoint: write('access', administrator, 'Appoints another actor to a role at a unit, or in the whole commune.'),
  endAppointment: write('access', administrator, 'Sets the last day of an appointment.'),
  delegate: write('access', chairperson, 'Delegates acts of the caller to another actor for a time (ủy quyền).'),
  endDelegation: write('access', chairperson, 'Sets the last day of a delegation.'),
  keys: read('access', ['ADMINISTRATOR', 'AUDITOR'], "API keys of the commune's actors, newest first; no secrets."),
  issueKey: write('access', administrator, 'Issues an API key for an actor. Only this answer holds the secret.'),
  confirmKey: write(
    'access',
    administrator,
    'Confirms an API key that another administrator issued; a key of a deciding role is refused until then.',
  ),
  amendKey: write('access', administrator, 'Takes scopes from an API key.'),
  rotateKey: write('access', administrator, 'Replaces an API key; the old key stays valid for some minutes.'),
  revokeKey: write('access', administrator, 'Revokes an API key at once.'),
  identities: read('access', ['ADMINISTRATOR', 'AUDITOR'], "Identities of the commune's actors, newest first."),
  linkIdentity: write('access', administrator, 'Links an identity at the OpenID Provider to an actor.'),
  confirmIdentity: write(
    'access',
    administrator,
    'Confirms an identity that another administrator linked; one of a deciding role is refused until then.',
  ),
  unlinkIdentity: write('access', administrator, 'Unlinks an identity: its tokens are refused at once.'),
  exportPersonal: read(
    'personal',
    administrator,
    'Personal data of one person or household: every value in the journal with its record, then the disclosures.',
  ),
  erasePersonal: write(
    'personal',
    administrator,
    'Erases the personal values of one person or household, with a reason: name, identifiers, free text, files.',
  ),
  accesses: read(
    'personal',
    ['ADMINISTRATOR', 'AUDITOR'],
    'Disclosures of personal values of one person or household, latest first.',
  ),
  documents: read('documents', officialsAndSystems, 'Documents of the commune, newest first.'),
  document: read('documents', officialsAndSystems, 'One document, by id.'),
  recordDocument: write('documents', clerk, 'Records a document, without its file.'),
  amendDocument: write('documents', clerk, 'Amends a document; of what was issued or closed with a reason.'),
  removeDocument: write('documents', clerk, 'Takes out a document that nothing rests on, with its files.'),
  removeFile: write('documents', clerk, 'Takes out a file that nothing rests on, with its bytes.'),
  uploadFile: write(
    'documents',
    ['CLERK', 'REPORTER', 'ADMINISTRATOR', 'ACCOUNTANT'],
    'Uploads a PDF, JPEG, PNG, DOCX or XLSX of at most 10 MB; a clerk may attach it to a document (If-Match).',
  ),
  downloadFile: read('documents', officialsAndSystems, 'The bytes of a file, or a range of them.'),
  units: read(
    'units',
    officialsAndSystems,
    'Units of the commune valid on a date, in Vietnamese order of names, people by given name.',
  ),
  unit: read('units', officialsAndSystems, 'One unit as it was on a date.'),
  unitActions: readActs('units', everyRole, 'a unit'),
  addUnit: write('units', clerk, 'Adds a unit.'),
  amendUnit: write('units', clerk, 'Amends a unit; a new name is valid from a day on.'),
  moveUnit: write('units', clerk, 'Moves a unit with its subtree, from a day on.'),
  moveUnits: write(
    'units',
    clerk,
    'Moves several units with their subtrees, from a day on: those named, or all directly below one unit.',
  ),
  correctUnit: write('units', clerk, 'Sets the first or last day of a unit right, or undoes its closing.'),
  importTemplate: read('units', clerkAndReporters, 'Form for the rows of an import: its headings.'),
  importUnits: write(
    'units',
    clerk,
    'Imports units, households and people from a spreadsheet: adds those that are new, amends those that differ.',
  ),
  closeUnit: write('units', clerk, 'Closes a unit on a day, with its successors; its records stay.'),
  plans: read('plans', 'PUBLIC', 'Emulation plans, newest year first.'),
  plan: read('plans', 'PUBLIC', 'One plan, by key.'),
  planActions: readActs('plans', everyRole, 'a plan'),
  draftPlan: write(
    'plans',
    clerkAndReporters,
    'Drafts a plan with its document; with `from`, a copy of an earlier plan, listing indicators without a baseline.',
  ),
  amendPlan: write('plans', clerkAndReporters, 'Amends a plan; an issued plan needs a reason.'),
  dropPlan: write('plans', clerkAndReporters, 'Drops a drafted plan with its document, indicators and targets.'),
  setPlanSettings: write('plans', clerk, 'Sets due days, seasons and thresholds; an issued plan needs a reason.'),
  issuePlan: writeOnPaper(
    'plans',
    whoIssuesPlans,
    'Issues a draft: its document gets number and day; document, indicators and targets become public.',
  ),
  closePlan: write('plans', chairpersonAndReporters, 'Closes an issued plan.'),
  reopenPlan: write('plans', chairpersonAndReporters, 'Reopens a closed plan, with a reason.'),
  acknowledgePlan: write('plans', clerkAndReporters, 'Records that a unit has made the plan known to its people.'),
  amendAcknowledgement: write('plans', clerkAndReporters, 'Amends the acknowledgement of a unit.'),
  removeAcknowledgement: write(
    'plans',
    clerkAndReporters,
    'Takes out an acknowledgement that was recorded by mistake, with a reason.',
  ),
  launchState: read(
    'plans',
    [...officials, 'OBSERVER'],
    'Acknowledgements of an issued plan: units expected, and units that have made the plan known.',
  ),
  indicators: read('plans', 'PUBLIC', 'Indicators of a plan, in the order of the document.'),
  indicator: read('plans', 'PUBLIC', 'One indicator of a plan, by code.'),
  indicatorActions: readActs('plans', everyRole, 'an indicator'),
  addIndicator: write('plans', clerkAndReporters, 'Adds an indicator to a plan; an issued plan needs a reason.'),
  amendIndicator: write('plans', clerkAndReporters, 'Amends an indicator; an issued plan needs a reason.'),
  dropIndicator: write('plans', clerkAndReporters, 'Drops an indicator of a drafted plan with its targets.'),
  retireIndicator: write('plans', clerkAndReporters, 'Retires an indicator from a day on.'),
  clarifyIndicator: write('plans', clerkAndReporters, "Answers an indicator's open question with one of its readings."),
  targets: read('plans', 'PUBLIC', 'Targets of units and of shorter periods, in the order of the indicators.'),
  importIndicators: write(
    'plans',
    clerkAndReporters,
    'Imports indicators of a plan from a spreadsheet, in its words: adds those that are new, amends those that differ.',
  ),
  importTargets: write(
    'plans',
    clerkAndReporters,
    'Imports targets of a plan from a spreadsheet: sets those that differ.',
  ),
  setTarget: write('plans', clerkAndReporters, 'Sets the target of a unit and period; an issued plan needs a reason.'),
  removeTarget: write(
    'plans',
    clerkAndReporters,
    'Takes out a target of a unit and period; of an issued plan with a reason.',
  ),
  allotment: read('plans', 'PUBLIC', 'Target of an indicator, compared with the sums over its units and its parts.'),
  holidays: readAlike('plans', 'Holidays of the commune, and the Saturdays that are worked, by day.'),
  setHoliday: write('plans', clerk, 'Sets a holiday, or a Saturday that is worked.'),
  periods: read('plans', everyRole, 'Periods of a plan with their due days and closings.'),
  period: read('plans', everyRole, 'One period of a plan, by name.'),
  extendDeadline: write('submissions', clerk, 'Extends the due day of a period, for one unit or all, with a reason.'),
  closePeriod: write('submissions', chairperson, 'Closes a period (chốt số liệu): its figures stay as they are.'),
  reopenPeriod: write('submissions', chairperson, 'Reopens a closed period, with a reason.'),
  completeness: read('results', 'PUBLIC', 'Figures owed for a period and what came of them, of commune and units.'),
  submissions: read('submissions', officials, 'Reports of units, newest draft first.'),
  submission: read('submissions', officials, 'One report, by id.'),
  submissionActions: readActs('submissions', officials, 'a report'),
  submissionTemplate: read(
    'submissions',
    clerkAndReporters,
    'Form of the report of a unit for a period: what it owes or reported before, with the figures of then.',
  ),
  importEntries: write(
    'submissions',
    clerkAndReporters,
    'Imports figures of one or many units from a spreadsheet: drafts their reports, or amends those still written.',
  ),
  draftSubmission: write('submissions', clerkAndReporters, "Drafts a unit's report for a plan and period."),
  amendSubmission: write('submissions', clerkAndReporters, 'Amends a drafted or returned report.'),
  submitSubmission: write('submissions', clerkAndReporters, 'Submits a report.'),
  explainFinding: write('submissions', clerkAndReporters, 'Explains a finding about a report (giải trình).'),
  verifySubmission: write(
    'submissions',
    ['VERIFIER'],
    "Verifies the entries in the caller's charge; the report is verified when all entries are.",
  ),
  returnSubmission: write('submissions', ['VERIFIER'], 'Returns a report for correction, with a reason and remarks.'),
  approveSubmission: writeOnPaper(
    'submissions',
    chairperson,
    'Approves a verified report: its figures become results.',
  ),
  withdrawSubmission: write('submissions', clerkAndReporters, 'Withdraws a report that is not yet verified.'),
  dropSubmission: write('submissions', clerkAndReporters, 'Drops a draft that was never submitted.'),
  correctSubmission: write(
    'submissions',
    clerkAndReporters,
    'Drafts the correction of an approved report, which stays in force until the correction is approved.',
  ),
  results: read('results', officialsAndSystems, 'Approved figures, in the order of their approval.'),
  resultsOfAll: read('results', officialsAndSystems, 'Approved figures of all communes in reach, by commune.'),
  progressOfAll: read('results', everyRole, 'Progress of a plan in all communes in reach, each or together.'),
  completenessOfAll: read('results', everyRole, 'Figures owed for a period in all communes in reach, by commune.'),
  progress: read('results', 'PUBLIC', 'Progress of the indicators of a plan in a period, as approved results tell.'),
  remarks: read('results', officialsAndSystems, 'Remarks of superiors on results, newest first.'),
  remark: read('results', officialsAndSystems, 'One remark of a superior, by id.'),
  remarkActions: readActs('results', officialsAndSystems, 'a remark'),
  addRemark: write('results', superior, 'Asks about a result of a supervised commune (ý kiến cấp trên).'),
  answerRemark: write('results', clerk, 'Answers a remark, in words or by the result that corrects the figure.'),
  withdrawRemark: write('results', superior, 'Takes a remark of the own superior back, before it is answered.'),
  schemes: read('standings', 'PUBLIC', 'Scoring schemes of a plan, each in its newest revision, by code.'),
  scheme: read('standings', 'PUBLIC', 'One revision of a scoring scheme; the newest when none is named.'),
  schemeActions: readActs('standings', officials, 'a scheme'),
  draftScheme: write('standings', clerk, 'Drafts a scoring scheme (thang điểm), or the next revision of one.'),
  amendScheme: write('standings', clerk, 'Amends a drafted scheme.'),
  dropScheme: write('standings', clerk, 'Drops a drafted scheme: the revision before stays in force.'),
  adoptScheme: writeOnPaper('standings', chairperson, 'Puts a drafted scheme in force from a day on.'),
  scoreSheets: read('standings', officials, 'Score sheets (phiếu chấm điểm) of units for a plan, newest first.'),
  scoreSheet: read('standings', officials, 'One score sheet, by id.'),
  scoreSheetActions: readActs('standings', officials, 'a score sheet'),
  selfScore: write('standings', clerkAndReporters, 'Sets the column of a unit in its score sheet (tự chấm), whole.'),
  submitScores: write('standings', clerkAndReporters, 'Submits a score sheet.'),
  returnScores: write(
    'standings',
    ['VERIFIER', 'CHAIRPERSON'],
    'Returns a score sheet to be scored again, with a reason; a concluded one by the chairperson.',
  ),
  verifyScore: write('standings', ['VERIFIER'], 'Verifies a score sheet (thẩm định), with a reason for a difference.'),
  concludeScore: writeOnPaper(
    'standings',
    chairperson,
    'Concludes a score sheet (kết luận), with a reason for a difference.',
  ),
  dropScores: write('standings', clerkAndReporters, 'Drops a score sheet that was never submitted.'),
  scoreStandings: write(
    'standings',
    clerk,
    'Scores a scheme for a period: a candidate table (bảng dự kiến), in place of the one before.',
  ),
  publications: read('standings', 'PUBLIC', 'Tables of standings of a plan, the newest first.'),
  publication: read('standings', 'PUBLIC', 'One table of standings, by id.'),
  publicationActions: readActs('standings', officials, 'a table of standings'),
  candidateStandings: read(
    'standings',
    officials,
    'Rows of a candidate table beside the table published last, with the cause of each difference.',
  ),
  decideTie: writeOnPaper('standings', chairperson, "Decides who has a class where units tie on its quota's edge."),
  dropCandidate: write('standings', clerk, 'Drops a candidate table: what is published stays in force.'),
  publishStandings: writeOnPaper(
    'standings',
    chairperson,
    'Publishes a candidate table (bảng công bố) with the next number; it stays as it is from then on.',
  ),
  standingsOfAll: read('standings', everyRole, 'Published standings of all communes in reach, by commune.'),
  standings: read('standings', 'PUBLIC', 'Published standings of a plan, the newest of each scheme and period.'),
  standing: read('standings', 'PUBLIC', 'The published standing of a unit in a period, with its score tree.'),
  rounds: read('nominations', officials, 'Rounds (đợt xét) of the commune, newest first.'),
  round: read('nominations', officials, 'One round, by id.'),
  roundActions: readActs('nominations', officials, 'a round'),
  openRound: write('nominations', administrator, 'Opens a round with its award forms, period, rule set and calendar.'),
  amendRound: write('nominations', administrator, 'Amends a round; what its nominations go by stays.'),
  dropRound: write('nominations', administrator, 'Drops a round without nominations.'),
  closeRound: write('nominations', administrator, 'Closes a round: it takes no more nominations, and no drafts.'),
  reopenRound: write('nominations', administrator, 'Reopens a closed round: it takes nominations again.'),
  eligibility: read(
    'nominations',
    candidateReaders,
    'Eligibility of a person or unit for an award form, judged by the law of a day, with every reason.',
  ),
  candidates: read(
    'nominations',
    candidateReaders,
    'Candidates of a round for a form, by code: all units and persons it is for, each judged, with every reason.',
  ),
  nominationEligibility: read(
    'nominations',
    candidateReaders,
    'Eligibility of a nominee by the law of the day of receipt; then by each other that may apply to the nomination.',
  ),
  quotas: read(
    'nominations',
    officials,
    'Places of each award form of a round (tỷ lệ khống chế), as its quota allows: granted, recommended, open.',
  ),
  nominations: read('nominations', officialsAndSuperiors, 'Nominations, newest first; superiors see those forwarded.'),
  nomination: read('nominations', officialsAndSuperiors, 'One nomination, by id.'),
  nominationPaper: read(
    'decisions',
    officials,
    'A paper of the nominations in a round: proposal, list, summary, report, public notice, refusal.',
  ),
  nominationActions: readActs('nominations', officialsAndSuperiors, 'a nomination'),
  nominate: write(
    'nominations',
    whoNominate,
    'Nominates a unit or person for an award form in a round, with the grounds; a reporter those of the own unit.',
  ),
  importNominations: write(
    'nominations',
    whoNominate,
    'Imports the nominees of a round from a spreadsheet: drafts a nomination for each who has none.',
  ),
  amendNomination: write('nominations', whoNominate, 'Amends a drafted or returned nomination.'),
  dropNomination: write('nominations', whoNominate, 'Drops a drafted nomination: its place is free again.'),
  submitNomination: write(
    'nominations',
    whoNominate,
    'Submits a nomination with its dossier, for the first time or after a return.',
  ),
  returnNomination: write(
    'nominations',
    clerkAndVerifier,
    'Returns a nomination of another actor for completion, once, with a reason.',
  ),
  appraiseNomination: write(
    'nominations',
    clerkAndVerifier,
    'Confirms that a nomination of another actor is in order, with an opinion.',
  ),
  submitNominations: write(
    'nominations',
    whoNominate,
    'Submits the drafted nominations for a form in a round together, but for exceptions.',
  ),
  appraiseNominations: write(
    'nominations',
    clerkAndVerifier,
    'Confirms together, but for exceptions, that the nominations for a form in a round are in order, with an opinion.',
  ),
  withdrawNomination: write(
    'nominations',
    whoNominate,
    'Withdraws a nomination before its deliberation, or before the superior has received it.',
  ),
  forwardNomination: write(
    'nominations',
    clerk,
    'Forwards a nomination with its dossier to a superior, by a proposal (tờ trình).',
  ),
  receiveNomination: write(
    'nominations',
    superiorAndClerk,
    'Records that the superior has received a nomination; the clerk records it with a document.',
  ),
  recordOutcome: write(
    'nominations',
    superiorAndClerk,
    'Records the outcome from above: granted, refused or returned; the clerk records it with a document.',
  ),
  outcomes: read('nominations', officialsAndSuperiors, 'Outcomes from above of a nomination, oldest first.'),
  agenda: read(
    'nominations',
    officialsAndSuperiors,
    'Acts that are open to the caller now (việc cần làm), of all records, by due day.',
  ),
  agendaCalendar: read(
    'agenda',
    officialsAndSuperiors,
    'The agenda as a calendar (iCalendar): each act with a due day; a key of this scope alone may be in its address.',
  ),
  consultations: read('nominations', 'PUBLIC', 'Consultations (công khai, lấy ý kiến) of the commune, newest first.'),
  consultation: read('nominations', 'PUBLIC', 'One consultation, by id: where and how long its list hangs.'),
  consultationActions: readActs('nominations', officials, 'a consultation'),
  listings: read('nominations', 'PUBLIC', 'Nominees on the list of a consultation, in the order in which they hang.'),
  openConsultation: write(
    'nominations',
    clerk,
    'Hangs the list of the nominations for a form in a round whose road asks for it now, but for exceptions.',
  ),
  closeConsultation: write(
    'nominations',
    clerk,
    'Closes a consultation after its last day, all objections answered: its nominations go on.',
  ),
  cancelConsultation: write('nominations', clerk, 'Cancels a consultation opened by mistake, with a reason.'),
  objections: read(
    'nominations',
    candidateReaders,
    'Objections to nominees on lists, newest first; of a reporter those in the own unit and below.',
  ),
  objection: read('nominations', candidateReaders, 'One objection, by id.'),
  objectionActions: readActs('nominations', candidateReaders, 'an objection'),
  raiseObjection: write(
    'nominations',
    clerkAndReporters,
    'Records an objection to a nominee on a list that hangs: a reporter in the own unit and below.',
  ),
  answerObjection: write('nominations', clerk, 'Answers an objection: upheld or not, with words.'),
  councils: read('meetings', officials, 'Bodies that deliberate on nominations, each with its members on a date.'),
  appointMember: write('meetings', administrator, 'Appoints a person to a deliberating body, from a day on.'),
  endMembership: write('meetings', administrator, 'Sets the last day of a membership.'),
  removeMembership: write('meetings', administrator, 'Takes out a membership that no meeting rests on, with a reason.'),
  meetings: read('meetings', officials, 'Meetings, newest first.'),
  meeting: read('meetings', officials, 'One meeting, by id, with attendance, recusals and counts.'),
  meetingPaper: read(
    'decisions',
    officials,
    'A paper of a meeting: minutes, invitation, ballot, minutes of the count; text, DOCX or PDF.',
  ),
  meetingActions: readActs('meetings', officials, 'a meeting'),
  conveneMeeting: write('meetings', clerk, 'Convenes a meeting of a body on appraised nominations.'),
  amendMeeting: write('meetings', clerk, 'Amends a convened meeting: day, place, agenda.'),
  cancelMeeting: write('meetings', clerk, 'Cancels a convened meeting; its nominations may come before another.'),
  recordAttendance: write('meetings', clerk, 'Records which members are present, replaced or absent.'),
  recuse: write(
    'meetings',
    memberAndClerk,
    'Recuses a member from the deliberation on a nomination; the clerk may act for the member.',
  ),
  withdrawRecusal: write('meetings', memberAndClerk, 'Takes back a declared recusal before the count.'),
  recordOpinion: write(
    'meetings',
    memberAndClerk,
    'Records that an absent member has handed in a written opinion; it is counted, its choice is not stored.',
  ),
  recordTally: write('meetings', clerk, 'Records the counts on one nomination.'),
  recordTallies: write('meetings', clerk, 'Records the counts on several nominations at once.'),
  recordHeldMeeting: write(
    'meetings',
    clerk,
    'Records a meeting that was held by the counts of its minutes, without members: it is closed with them.',
  ),
  confirmTally: write(
    'meetings',
    ['CLERK', 'VERIFIER', 'ADMINISTRATOR'],
    'Confirms the counts of a secret ballot that another actor recorded.',
  ),
  closeMeeting: writeOnPaper(
    'meetings',
    chairpersonAndClerk,
    'Closes a meeting with minutes: counts decide the recommendations.',
  ),
  reopenMeeting: write(
    'meetings',
    chairperson,
    'Reopens a meeting, with a reason: its nominations are before it again, the counts named are made again.',
  ),
  decisions: read('decisions', officialsAndSystems, 'Decisions on awards, newest first.'),
  decision: read('decisions', officialsAndSystems, 'One decision, by id.'),
  decisionPaper: read(
    'decisions',
    officialsAndSystems,
    'A decision as it is printed, with its list: text, DOCX or PDF.',
  ),
  decisionActions: readActs('decisions', officials, 'a decision'),
  draftDecision: write('decisions', clerk, 'Drafts a decision: awards granted, and nominations refused with a reason.'),
  amendDecision: write('decisions', clerk, 'Amends a drafted decision.'),
  cancelDecision: write('decisions', chairperson, 'Cancels a drafted decision, with a reason.'),
  signDecision: writeOnPaper(
    'decisions',
    chairpersonAndClerk,
    'Records a decision as signed, with the signed file: the decision gets its number, its awards are issued.',
  ),
  correctDecision: write(
    'decisions',
    clerk,
    'Corrects a slip in the record of a signed decision by its paper: day, signer, head, file; its awards follow.',
  ),
  freeNumber: write(
    'decisions',
    clerk,
    'Frees a number that a document has by mistake, with a reason; the document gets another, or none.',
  ),
  fund: read(
    'decisions',
    moneyReaders,
    'The fund of a year as it stands: ceiling, money of its awards, and what those on their way would cost.',
  ),
  setFund: write('decisions', accountant, 'Sets what the fund of a year is made of.'),
  roundings: read('decisions', moneyReaders, 'Roundings of money by documents of the commune, by first day.'),
  paperTemplates: read('decisions', officials, 'Templates of papers that the commune has set, by paper.'),
  setPaperTemplate: write(
    'decisions',
    clerk,
    'Sets the template of a paper: a DOCX with named fields, the size of a bought form.',
  ),
  setRounding: write('decisions', accountant, 'Sets how money of awards is rounded from a day on, by a document.'),
  awardsOfAll: read('awards', everyRole, 'Awards of all communes in reach, by commune, the newest recorded first.'),
  awards: read('awards', 'PUBLIC', 'Register of awards, newest first.'),
  award: read('awards', 'PUBLIC', 'One award, by id.'),
  certificate: read(
    'decisions',
    officials,
    'The certificate of an award given here, to be printed: text, DOCX or PDF.',
  ),
  correctionPaper: read(
    'decisions',
    officials,
    'The letter (công văn đính chính) on a misprint of an award given here, to be printed before it is corrected.',
  ),
  awardActions: readActs('awards', officials, 'an award'),
  correctAward: write(
    'awards',
    clerk,
    'Corrects a misprint of an award (đính chính), by a document; the earlier text stays in the history.',
  ),
  payAwards: write('awards', accountant, 'Pays awards by one voucher, each the whole of what is left to pay.'),
  presentAwards: write('awards', clerk, 'Says that awards were presented to their recipients (trao tặng).'),
  recoverAward: write('awards', accountant, 'Records money or the object of a revoked award that came back.'),
  payments: read('awards', moneyReaders, 'Payments of awards and recoveries, newest first.'),
  payment: read('awards', moneyReaders, 'One payment, by id.'),
  paymentActions: readActs('awards', moneyReaders, 'a payment'),
  removePayment: write('awards', accountant, 'Takes out a payment that was recorded by mistake, with a reason.'),
  complaints: read('awards', complaintReaders, 'Complaints (khiếu nại) about awards, newest first.'),
  complaint: read('awards', complaintReaders, 'One complaint, by id.'),
  complaintActions: readActs('awards', complaintReaders, 'a complaint'),
  complain: write('awards', clerk, 'Records a complaint about an award that the office accepts (thụ lý).'),
  settleComplaint: write('awards', administrator, 'Records how a complaint was settled, by its decision.'),
  withdrawComplaint: write('awards', clerk, 'Records that a complaint was withdrawn, or recorded by mistake.'),
  revokeAward: writeOnPaper(
    'awards',
    chairpersonAndClerk,
    'Revokes an award on one of four grounds in law, by another decision.',
  ),
  restoreAward: write(
    'awards',
    clerk,
    'Puts an award in force again, by a document: its revocation was annulled, or recorded on the wrong award.',
  ),
  amendAward: write('awards', clerk, 'Amends an award that was recorded by hand, with a reason.'),
  removeAward: write('awards', clerk, 'Takes out an award that was recorded by hand, with a reason.'),
  honours: read(
    'awards',
    everyRole,
    'Whole record of a unit or person, oldest first: awards from here and elsewhere, standings; ratings and duties ' +
      'for readers of facts.',
  ),
  verifyAward: readAlike('awards', 'Award with this verification code, as recorded.'),
  facts: read(
    'facts',
    factReaders,
    'Facts of persons and units, newest first; of health and discipline with personal:read alone.',
  ),
  fact: read('facts', factReaders, 'One fact, by id.'),
  factActions: readActs('facts', factReaders, 'a fact'),
  recordFact: write('facts', clerk, 'Records a fact that awards are judged by: service, rating, initiative, hold ….'),
  importFacts: write(
    'facts',
    clerk,
    'Imports facts from a spreadsheet: records those that are new, amends those that differ for a reason.',
  ),
  amendFact: write('facts', clerk, 'Amends a fact, with a reason.'),
  endFact: write('facts', clerk, 'Sets the last day of a fact, with a reason.'),
  removeFact: write('facts', clerk, 'Takes out a fact that was recorded by mistake, with a reason.'),
  registrations: read('facts', officials, 'Registrations for emulation, newest first.'),
  registration: read('facts', officials, 'One registration for emulation, by id.'),
  registrationActions: readActs('facts', officials, 'a registration for emulation'),
  registerEmulation: write(
    'facts',
    clerkAndReporters,
    'Registers a person or unit for the emulation of a year: a reporter for the own unit, the clerk on its behalf.',
  ),
  endRegistration: write('facts', clerkAndReporters, 'Takes a registration for emulation back, with a reason.'),
  recordAward: write('facts', clerk, 'Records an award from elsewhere or from before, by its paper or its evidence.'),
  changes: read('feed', feedReaders, 'Changes after a cursor, in the order of commits.'),
  history: read('feed', feedReaders, 'Every change of one record, oldest first.'),
  proof: read('feed', feedReaders, 'Positions of the chain with the leaves each hash was computed from.'),
  snapshot: read('feed', feedReaders, 'The records as they stood at a position of the journal, by type and id.'),
  webhooks: read('outbound', ['ADMINISTRATOR', 'AUDITOR'], 'Webhooks with their state, newest first; no secrets.'),
  addWebhook: write(
    'outbound',
    administrator,
    'Adds a webhook: the feed of the commune, pushed to an address. Only this answer holds the secret.',
  ),
  amendWebhook: write('outbound', administrator, 'Amends a webhook, or makes a new secret for it.'),
  removeWebhook: write('outbound', administrator, 'Takes a webhook out, with the log of its deliveries.'),
  replayWebhook: write('outbound', administrator, 'Lets a webhook go on, from a position or where it stands.'),
  deliveries: read('outbound', ['ADMINISTRATOR', 'AUDITOR'], 'Deliveries of a webhook, each attempt, newest first.'),
  awardForms: readAlike('catalogue', 'Titles and forms of commendation in force on a date, by category and code.'),
  awardForm: readAlike('catalogue', 'One title or form of commendation as valid on a date, by code.'),
  ruleSets: readAlike('catalogue', 'Rule sets of the law with their rounding of money, oldest first.'),
  baseSalaries: readAlike('catalogue', 'Base salaries, oldest first.'),
  refusals: readAlike('catalogue', 'Every refusal code with its status and sentences.'),
  refusal: readAlike('catalogue', 'One refusal code with its status and sentences.'),
} as const satisfies Record<string, Permission>;

export type OperationId = keyof typeof permissions;

/** Scopes of keys, sorted. `personal:read` admits to the personal values beside the journal. */
export const scopes: readonly string[] = [
  ...new Set([...Object.values(permissions).map(({ area, access }) => `${area}:${access}`), 'personal:read']),
].sort();

/** Scopes of a key for which none are named. */
export const usualScopes: readonly string[] = scopes.filter((scope) => scope !== 'personal:read');

export const scopeOf = (operation: OperationId): string =>
  `${permissions[operation].area}:${permissions[operation].access}`;

/** Acts that end on a paper. */
export const onPaper = (Object.entries(permissions) as [OperationId, Permission][]).flatMap(([act, permission]) =>
  permission.onPaper ? [act] : [],
);

/** Whether a caller with these roles, whose right was already checked, may give an operation an earlier legal date. */
export const mayBackdate = (operation: OperationId, held: readonly Role[]): boolean =>
  onPaper.includes(operation) || held.some((role) => backdating.includes(role));

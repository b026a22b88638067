/**
 * Every operation of the program, in one table: what it does, the area its scope belongs to, and who may.
 * Both doors, the guard, OpenAPI and the key scopes are read from here.
 */

/** What a person or a system may be appointed as. */
export const roles = [
  'ADMINISTRATOR',
  'CLERK',
  'REPORTER',
  'VERIFIER',
  'CHAIRPERSON',
  'COUNCIL_MEMBER',
  'ACCOUNTANT',
  'AUDITOR',
  'OBSERVER',
  'SUPERIOR',
  'INTEGRATOR',
] as const;
export type Role = (typeof roles)[number];

/** How far a record is to be seen, from the commune's own officials to everybody. Ordered. */
export const audiences = ['INSIDE', 'SUPERIOR', 'PUBLIC'] as const;
export type Audience = (typeof audiences)[number];

/** The narrowest records a role is shown: INSIDE sees drafts, SUPERIOR what was issued or approved. */
export const sight: Readonly<Record<Role, Audience>> = {
  ADMINISTRATOR: 'INSIDE',
  CLERK: 'INSIDE',
  REPORTER: 'INSIDE',
  VERIFIER: 'INSIDE',
  CHAIRPERSON: 'INSIDE',
  COUNCIL_MEMBER: 'INSIDE',
  ACCOUNTANT: 'INSIDE',
  AUDITOR: 'INSIDE',
  OBSERVER: 'SUPERIOR',
  SUPERIOR: 'SUPERIOR',
  INTEGRATOR: 'SUPERIOR',
};

export interface Permission {
  area: string;
  access: 'read' | 'write';
  /** PUBLIC: nobody needs a key. */
  who: 'PUBLIC' | readonly Role[];
  does: string;
}

const everyRole = roles;
const officials = [
  'ADMINISTRATOR',
  'CLERK',
  'REPORTER',
  'VERIFIER',
  'CHAIRPERSON',
  'COUNCIL_MEMBER',
  'ACCOUNTANT',
  'AUDITOR',
] as const;
const officialsAndSystems = [...officials, 'SUPERIOR', 'INTEGRATOR'] as const;
const feedReaders = ['ADMINISTRATOR', 'CLERK', 'VERIFIER', 'CHAIRPERSON', 'AUDITOR', 'SUPERIOR', 'INTEGRATOR'] as const;

const read = (area: string, who: Permission['who'], does: string) => ({ area, access: 'read', who, does }) as const;
const write = (area: string, who: readonly Role[], does: string) => ({ area, access: 'write', who, does }) as const;

/** A reporter's rights hold for the own unit and those below: acknowledgements and child plans. */
const clerkAndReporters = ['CLERK', 'REPORTER'] as const;
const administratorAndClerk = ['ADMINISTRATOR', 'CLERK'] as const;
/** The clerk, for a member who says so on a signed sheet. */
const memberAndClerk = ['COUNCIL_MEMBER', 'CLERK'] as const;

export const permissions = {
  communes: read('communes', everyRole, 'The communes in your reach, by key, each with the head of its journal.'),
  commune: read('communes', 'PUBLIC', 'One commune of the registry.'),
  superiors: read('communes', everyRole, 'The bodies that supervise the commune on a date, nearest first.'),
  supervisions: read(
    'communes',
    everyRole,
    'Who supervised the commune from when to when, directly or through another body.',
  ),
  me: read('access', everyRole, 'Who you are to this program: actor, appointments, scopes, communes in reach, key.'),
  actors: read(
    'access',
    ['ADMINISTRATOR', 'CHAIRPERSON', 'AUDITOR'],
    'Who acts in the commune, by key, with appointments and delegations.',
  ),
  appoint: write(
    'access',
    ['ADMINISTRATOR'],
    'Appoints somebody else as something, for a unit or the whole commune, from when to when.',
  ),
  endAppointment: write('access', ['ADMINISTRATOR'], "Says an appointment's last day."),
  delegate: write('access', ['CHAIRPERSON'], 'Lets somebody else do some acts in your place for a time.'),
  endDelegation: write('access', ['CHAIRPERSON'], "Says a delegation's last day."),
  keys: read(
    'access',
    ['ADMINISTRATOR', 'AUDITOR'],
    "The keys of the commune's actors, the newest first; never the keys themselves.",
  ),
  issueKey: write('access', ['ADMINISTRATOR'], 'Makes a key for an actor. It is told this once.'),
  rotateKey: write('access', ['ADMINISTRATOR'], 'Makes a key in the place of another, which works on for a while.'),
  revokeKey: write('access', ['ADMINISTRATOR'], 'Ends a key at once.'),
  exportPersonal: read(
    'personal',
    ['ADMINISTRATOR'],
    'Everything held of one person or household: each personal value the journal holds, with where it stands and since when, then who read them.',
  ),
  erasePersonal: write(
    'personal',
    ['ADMINISTRATOR'],
    'Erases the personal values of one person or household, with a reason: name, identifiers, free text of reports, personal files.',
  ),
  accesses: read(
    'personal',
    ['ADMINISTRATOR', 'AUDITOR'],
    'Who was given personal values of one person or household, the latest first.',
  ),
  documents: read('documents', officialsAndSystems, 'The documents of the commune, newest first.'),
  document: read('documents', officialsAndSystems, 'One document, by id.'),
  recordDocument: write('documents', ['CLERK'], 'Records a document, without its file.'),
  uploadFile: write(
    'documents',
    ['CLERK', 'REPORTER', 'ADMINISTRATOR', 'ACCOUNTANT'],
    'Uploads a file of at most 10 MB: PDF, JPEG, PNG, DOCX or XLSX; a clerk attaches it to a document, whose version If-Match names.',
  ),
  downloadFile: read('documents', officialsAndSystems, 'The bytes of a file, or a range of them.'),
  units: read(
    'units',
    officialsAndSystems,
    'The units of the commune valid on a date, in Vietnamese order of names, people by given name.',
  ),
  unit: read('units', officialsAndSystems, 'One unit as it was on a date.'),
  unitActions: read('units', everyRole, 'What you may do with a unit now, and why not.'),
  addUnit: write('units', ['CLERK'], 'Adds a unit.'),
  amendUnit: write('units', ['CLERK'], 'Amends a unit; a new name holds from a day on.'),
  moveUnit: write('units', ['CLERK'], 'Moves a unit, with all below it, from a day on.'),
  closeUnit: write('units', ['CLERK'], 'Ends a unit; its records stay.'),
  plans: read('plans', 'PUBLIC', 'The emulation plans, newest year first.'),
  plan: read('plans', 'PUBLIC', 'One plan, by key.'),
  planActions: read('plans', everyRole, 'What you may do with a plan now, and why not.'),
  draftPlan: write(
    'plans',
    clerkAndReporters,
    'Drafts a plan with its document; with `from`, out of an earlier one. The answer lists what has no baseline.',
  ),
  amendPlan: write('plans', clerkAndReporters, 'Amends a plan; an issued one with a reason.'),
  issuePlan: write(
    'plans',
    ['CHAIRPERSON', 'REPORTER'],
    'Issues a draft: with its document, indicators and targets it is public from now on.',
  ),
  closePlan: write('plans', ['CHAIRPERSON', 'REPORTER'], 'Closes an issued plan.'),
  acknowledgePlan: write('plans', clerkAndReporters, 'A unit says that it has made the plan known to its people.'),
  launchState: read('plans', [...officials, 'OBSERVER'], 'How far an issued plan has been made known.'),
  indicators: read('plans', 'PUBLIC', 'The indicators of a plan, in the order of the document.'),
  indicator: read('plans', 'PUBLIC', 'One indicator of a plan, by code.'),
  indicatorActions: read('plans', everyRole, 'What you may do with an indicator now, and why not.'),
  addIndicator: write('plans', clerkAndReporters, 'Adds an indicator to a plan; to an issued one with a reason.'),
  amendIndicator: write('plans', clerkAndReporters, 'Amends an indicator; of an issued plan with a reason.'),
  retireIndicator: write('plans', clerkAndReporters, 'Says from when an indicator no longer applies.'),
  clarifyIndicator: write('plans', clerkAndReporters, "Answers an indicator's open question by one of its readings."),
  targets: read('plans', 'PUBLIC', 'The targets of units and shorter periods, in the order of the indicators.'),
  setTarget: write(
    'plans',
    clerkAndReporters,
    'Sets the target of a unit and period; in an issued plan with a reason.',
  ),
  allotment: read('plans', 'PUBLIC', "How the targets of units and parts add up to an indicator's own."),
  submissions: read('submissions', officials, 'The reports of units, the newest drafted first.'),
  submission: read('submissions', officials, 'One report, by id.'),
  submissionActions: read('submissions', officials, 'What you may do with a report now, and why not.'),
  draftSubmission: write('submissions', clerkAndReporters, 'A unit drafts its report for a plan and period.'),
  amendSubmission: write('submissions', clerkAndReporters, 'A unit amends a draft or a returned report.'),
  submitSubmission: write('submissions', clerkAndReporters, 'A unit submits its report.'),
  verifySubmission: write(
    'submissions',
    ['VERIFIER'],
    'Verifies the entries you are responsible for; the report is verified when all are.',
  ),
  returnSubmission: write('submissions', ['VERIFIER'], 'Returns a report to be mended, with a reason and remarks.'),
  approveSubmission: write(
    'submissions',
    ['CHAIRPERSON'],
    'Approves a verified report: its figures are results from now on.',
  ),
  withdrawSubmission: write('submissions', clerkAndReporters, 'A unit takes its report back before it is verified.'),
  correctSubmission: write(
    'submissions',
    clerkAndReporters,
    'Drafts the correction of an approved report, which stays in force until that is approved.',
  ),
  results: read('results', officialsAndSystems, 'Approved figures, in the order of their approval.'),
  rounds: read('nominations', officials, 'The rounds (đợt xét) of the commune, the newest first.'),
  round: read('nominations', officials, 'One round, by id.'),
  roundActions: read('nominations', officials, 'What you may do with a round now, and why not.'),
  openRound: write(
    'nominations',
    ['ADMINISTRATOR'],
    'Opens a round: which award forms, for which period, by which rule set and calendar.',
  ),
  closeRound: write('nominations', ['ADMINISTRATOR'], 'Closes a round: it takes no more nominations.'),
  nominations: read('nominations', officials, 'The nominations, the newest first.'),
  nomination: read('nominations', officials, 'One nomination, by id.'),
  nominationActions: read('nominations', officials, 'What you may do with a nomination now, and why not.'),
  nominate: write(
    'nominations',
    administratorAndClerk,
    'Puts a unit or person forward for an award form in a round, with what it rests on.',
  ),
  submitNomination: write(
    'nominations',
    administratorAndClerk,
    'Submits a nomination with its dossier; a returned one as mended.',
  ),
  returnNomination: write(
    'nominations',
    ['CLERK', 'VERIFIER'],
    'Returns a nomination to be completed, once, with a reason; not your own.',
  ),
  appraiseNomination: write(
    'nominations',
    ['CLERK', 'VERIFIER'],
    'Says that a nomination submitted by somebody else is in order, with your opinion.',
  ),
  withdrawNomination: write('nominations', administratorAndClerk, 'Takes a nomination back before it is deliberated.'),
  councils: read('meetings', officials, 'The bodies that deliberate, each with its members on a date.'),
  appointMember: write(
    'meetings',
    ['ADMINISTRATOR'],
    'Appoints a person to a body that deliberates, from when to when.',
  ),
  meetings: read('meetings', officials, 'The meetings, the newest first.'),
  meeting: read('meetings', officials, 'One meeting, by id, with attendance, recusals and counts.'),
  meetingActions: read('meetings', officials, 'What you may do with a meeting now, and why not.'),
  conveneMeeting: write('meetings', ['CLERK'], 'Convenes a meeting of a body on appraised nominations.'),
  recordAttendance: write('meetings', ['CLERK'], 'Records who is present, replaced or absent.'),
  recuse: write(
    'meetings',
    memberAndClerk,
    'A member declares that they do not deliberate on a nomination; the clerk on their behalf.',
  ),
  recordOpinion: write(
    'meetings',
    memberAndClerk,
    'An absent member has handed in a written opinion; it is counted, and its choice is not kept.',
  ),
  recordTally: write('meetings', ['CLERK'], 'Records the counts on one nomination.'),
  confirmTally: write(
    'meetings',
    ['CLERK', 'VERIFIER', 'ADMINISTRATOR'],
    'Confirms the counts of secret ballots that somebody else recorded.',
  ),
  closeMeeting: write(
    'meetings',
    ['CHAIRPERSON'],
    'Closes a meeting with its minutes: the recommendations follow from the counts.',
  ),
  decisions: read('decisions', officialsAndSystems, 'The decisions on awards, the newest first.'),
  decision: read('decisions', officialsAndSystems, 'One decision, by id.'),
  decisionActions: read('decisions', officials, 'What you may do with a decision now, and why not.'),
  draftDecision: write(
    'decisions',
    ['CLERK'],
    'Drafts a decision: what is granted, and what refused for which reason.',
  ),
  amendDecision: write('decisions', ['CLERK'], 'Amends a drafted decision.'),
  cancelDecision: write('decisions', ['CHAIRPERSON'], 'Cancels a drafted decision, with a reason.'),
  signDecision: write(
    'decisions',
    ['CHAIRPERSON'],
    'Records a decision as signed, with the signed file: it gets its number, and its awards are issued.',
  ),
  awards: read('awards', 'PUBLIC', 'The register of awards, the newest first.'),
  award: read('awards', 'PUBLIC', 'One award, by id.'),
  awardActions: read('awards', officials, 'What you may do with an award now, and why not.'),
  revokeAward: write(
    'awards',
    ['CHAIRPERSON'],
    'Revokes an award on one of the four grounds of the law, by a decision of its own.',
  ),
  honours: read(
    'awards',
    [...officialsAndSystems, 'OBSERVER'],
    'All awards of a unit or person, given here or elsewhere, the oldest first.',
  ),
  verifyAward: read('awards', 'PUBLIC', 'What the record says of the award with this verification code.'),
  recordAward: write('facts', ['CLERK'], 'Records an award given elsewhere or before, by its document.'),
  changes: read('feed', feedReaders, 'What changed behind a cursor, in the order of commits.'),
  history: read('feed', feedReaders, 'Every change of one record, oldest first.'),
  proof: read('feed', feedReaders, 'The positions of the chain with the leaves they were hashed from.'),
  awardForms: read(
    'catalogue',
    'PUBLIC',
    'The titles and forms of commendation in force on a date, by category and code.',
  ),
  awardForm: read('catalogue', 'PUBLIC', 'One title or form of commendation as it is on a date, by code.'),
  refusals: read('catalogue', 'PUBLIC', 'Every refusal code with its status and words.'),
  refusal: read('catalogue', 'PUBLIC', 'One refusal code.'),
} as const satisfies Record<string, Permission>;

export type OperationId = keyof typeof permissions;

/** Every scope a key can carry, sorted. `personal:read` opens the personal values kept beside the journal. */
export const scopes: readonly string[] = [
  ...new Set([...Object.values(permissions).map(({ area, access }) => `${area}:${access}`), 'personal:read']),
].sort();

export const scopeOf = (operation: OperationId): string =>
  `${permissions[operation].area}:${permissions[operation].access}`;

/** Who may give an act an earlier legal date, and act on behalf of a unit. */
export const mayBackdate: readonly Role[] = ['CLERK', 'ACCOUNTANT', 'ADMINISTRATOR'];
export const mayStandIn: readonly Role[] = ['CLERK'];

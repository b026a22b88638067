/* What is expected is told here by hand, from the contract, and shares nothing with the code that decides. */

export const officials = [
  'administrator',
  'clerk',
  'hamlet-1',
  'verifier',
  'chairperson',
  'council-1',
  'council-2',
  'accountant',
  'auditor',
];
export const systems = ['district', 'province', 'integrator'];
export const everybody = [...officials, 'observer', ...systems];
const feedReaders = ['administrator', 'clerk', 'verifier', 'chairperson', 'auditor', ...systems];

export interface Expected {
  scope: string;
  may: 'PUBLIC' | readonly string[];
  /** Takes no commune. */
  anywhere?: true;
  /** Its code names the commune. */
  byCode?: true;
  /** Refusals of callers who have the right, where the answer is one. */
  passed?: Record<string, string>;
}

/** A unit speaks for itself, or the clerk on its behalf. */
const byUnit = { may: ['clerk', 'hamlet-1'], passed: { clerk: 'ON_BEHALF_MISSING' } };

/** A reporter's rights hold for child plans of the own unit: on the commune's own plan, as here, every one is refused. */
const ofPlans = (official: string) => ({ may: [official, 'hamlet-1'], passed: { 'hamlet-1': 'FORBIDDEN' } });

/** A reporter nominates for the own unit; the unit here is another's, and its drafts are not shown. */
const byNominator = (refused: string) => ({
  may: ['administrator', 'clerk', 'hamlet-1'],
  passed: { 'hamlet-1': refused },
});

/** A member of the meeting for themself, or the clerk on their behalf. */
const byMember = { may: ['clerk', 'council-1', 'council-2'], passed: { clerk: 'ON_BEHALF_MISSING' } };

export const table: Record<string, Expected> = {
  communes: { scope: 'communes:read', may: everybody, anywhere: true },
  commune: { scope: 'communes:read', may: 'PUBLIC' },
  superiors: { scope: 'communes:read', may: everybody },
  supervisions: { scope: 'communes:read', may: everybody },
  me: { scope: 'access:read', may: everybody, anywhere: true },
  exportPersonal: { scope: 'personal:read', may: ['administrator'] },
  erasePersonal: { scope: 'personal:write', may: ['administrator'] },
  accesses: { scope: 'personal:read', may: ['administrator', 'auditor'] },
  documents: { scope: 'documents:read', may: [...officials, ...systems] },
  document: { scope: 'documents:read', may: [...officials, ...systems] },
  actors: { scope: 'access:read', may: ['administrator', 'chairperson', 'auditor'] },
  appoint: { scope: 'access:write', may: ['administrator'] },
  endAppointment: { scope: 'access:write', may: ['administrator'] },
  delegate: { scope: 'access:write', may: ['chairperson'] },
  endDelegation: { scope: 'access:write', may: ['chairperson'] },
  keys: { scope: 'access:read', may: ['administrator', 'auditor'] },
  issueKey: { scope: 'access:write', may: ['administrator'] },
  confirmKey: { scope: 'access:write', may: ['administrator'] },
  amendKey: { scope: 'access:write', may: ['administrator'] },
  amendActor: { scope: 'access:write', may: ['administrator'] },
  rotateKey: { scope: 'access:write', may: ['administrator'] },
  revokeKey: { scope: 'access:write', may: ['administrator'] },
  recordDocument: { scope: 'documents:write', may: ['clerk'] },
  amendDocument: { scope: 'documents:write', may: ['clerk'] },
  removeDocument: { scope: 'documents:write', may: ['clerk'] },
  removeFile: { scope: 'documents:write', may: ['clerk'] },
  uploadFile: { scope: 'documents:write', may: ['clerk', 'hamlet-1', 'administrator', 'accountant'] },
  downloadFile: { scope: 'documents:read', may: [...officials, ...systems] },
  units: { scope: 'units:read', may: [...officials, ...systems] },
  unit: { scope: 'units:read', may: [...officials, ...systems] },
  unitActions: { scope: 'units:read', may: everybody },
  addUnit: { scope: 'units:write', may: ['clerk'] },
  amendUnit: { scope: 'units:write', may: ['clerk'] },
  moveUnit: { scope: 'units:write', may: ['clerk'] },
  moveUnits: { scope: 'units:write', may: ['clerk'] },
  correctUnit: { scope: 'units:write', may: ['clerk'] },
  closeUnit: { scope: 'units:write', may: ['clerk'] },
  plans: { scope: 'plans:read', may: 'PUBLIC' },
  plan: { scope: 'plans:read', may: 'PUBLIC' },
  planActions: { scope: 'plans:read', may: everybody },
  draftPlan: { scope: 'plans:write', ...ofPlans('clerk') },
  amendPlan: { scope: 'plans:write', ...ofPlans('clerk') },
  dropPlan: { scope: 'plans:write', ...ofPlans('clerk') },
  setPlanSettings: { scope: 'plans:write', may: ['clerk'] },
  issuePlan: {
    scope: 'plans:write',
    may: ['chairperson', 'clerk', 'hamlet-1'],
    passed: { 'hamlet-1': 'FORBIDDEN' },
  },
  closePlan: { scope: 'plans:write', ...ofPlans('chairperson') },
  acknowledgePlan: { scope: 'plans:write', ...byUnit },
  amendAcknowledgement: { scope: 'plans:write', ...byUnit },
  removeAcknowledgement: { scope: 'plans:write', ...byUnit },
  launchState: { scope: 'plans:read', may: [...officials, 'observer'] },
  indicators: { scope: 'plans:read', may: 'PUBLIC' },
  indicator: { scope: 'plans:read', may: 'PUBLIC' },
  indicatorActions: { scope: 'plans:read', may: everybody },
  addIndicator: { scope: 'plans:write', ...ofPlans('clerk') },
  amendIndicator: { scope: 'plans:write', ...ofPlans('clerk') },
  dropIndicator: { scope: 'plans:write', ...ofPlans('clerk') },
  retireIndicator: { scope: 'plans:write', ...ofPlans('clerk') },
  clarifyIndicator: { scope: 'plans:write', ...ofPlans('clerk') },
  targets: { scope: 'plans:read', may: 'PUBLIC' },
  setTarget: { scope: 'plans:write', ...ofPlans('clerk') },
  removeTarget: { scope: 'plans:write', ...ofPlans('clerk') },
  allotment: { scope: 'plans:read', may: 'PUBLIC' },
  holidays: { scope: 'plans:read', may: 'PUBLIC' },
  setHoliday: { scope: 'plans:write', may: ['clerk'] },
  periods: { scope: 'plans:read', may: everybody },
  period: { scope: 'plans:read', may: everybody },
  extendDeadline: { scope: 'submissions:write', may: ['clerk'] },
  closePeriod: { scope: 'submissions:write', may: ['chairperson'] },
  reopenPeriod: { scope: 'submissions:write', may: ['chairperson'] },
  completeness: { scope: 'results:read', may: 'PUBLIC' },
  submissions: { scope: 'submissions:read', may: officials },
  submission: { scope: 'submissions:read', may: officials },
  submissionActions: { scope: 'submissions:read', may: officials },
  draftSubmission: { scope: 'submissions:write', ...byUnit },
  amendSubmission: { scope: 'submissions:write', ...byUnit },
  submitSubmission: { scope: 'submissions:write', ...byUnit },
  explainFinding: { scope: 'submissions:write', ...byUnit },
  verifySubmission: { scope: 'submissions:write', may: ['verifier'] },
  returnSubmission: { scope: 'submissions:write', may: ['verifier'] },
  approveSubmission: { scope: 'submissions:write', may: ['chairperson'] },
  withdrawSubmission: { scope: 'submissions:write', ...byUnit },
  dropSubmission: { scope: 'submissions:write', ...byUnit },
  correctSubmission: { scope: 'submissions:write', ...byUnit },
  results: { scope: 'results:read', may: [...officials, ...systems] },
  progress: { scope: 'results:read', may: 'PUBLIC' },
  schemes: { scope: 'standings:read', may: 'PUBLIC' },
  scheme: { scope: 'standings:read', may: 'PUBLIC' },
  schemeActions: { scope: 'standings:read', may: officials },
  draftScheme: { scope: 'standings:write', may: ['clerk'] },
  amendScheme: { scope: 'standings:write', may: ['clerk'] },
  dropScheme: { scope: 'standings:write', may: ['clerk'] },
  adoptScheme: { scope: 'standings:write', may: ['chairperson'] },
  scoreSheets: { scope: 'standings:read', may: officials },
  scoreSheet: { scope: 'standings:read', may: officials },
  scoreSheetActions: { scope: 'standings:read', may: officials },
  selfScore: { scope: 'standings:write', ...byUnit },
  submitScores: { scope: 'standings:write', ...byUnit },
  returnScores: { scope: 'standings:write', may: ['verifier', 'chairperson'] },
  verifyScore: { scope: 'standings:write', may: ['verifier'] },
  concludeScore: { scope: 'standings:write', may: ['chairperson'] },
  dropScores: { scope: 'standings:write', ...byUnit },
  scoreStandings: { scope: 'standings:write', may: ['clerk'] },
  publications: { scope: 'standings:read', may: 'PUBLIC' },
  publication: { scope: 'standings:read', may: 'PUBLIC' },
  publicationActions: { scope: 'standings:read', may: officials },
  candidateStandings: { scope: 'standings:read', may: officials },
  decideTie: { scope: 'standings:write', may: ['chairperson'] },
  dropCandidate: { scope: 'standings:write', may: ['clerk'] },
  publishStandings: { scope: 'standings:write', may: ['chairperson'] },
  standings: { scope: 'standings:read', may: 'PUBLIC' },
  standing: { scope: 'standings:read', may: 'PUBLIC' },
  rounds: { scope: 'nominations:read', may: officials },
  round: { scope: 'nominations:read', may: officials },
  roundActions: { scope: 'nominations:read', may: officials },
  openRound: { scope: 'nominations:write', may: ['administrator'] },
  amendRound: { scope: 'nominations:write', may: ['administrator'] },
  dropRound: { scope: 'nominations:write', may: ['administrator'] },
  closeRound: { scope: 'nominations:write', may: ['administrator'] },
  reopenRound: { scope: 'nominations:write', may: ['administrator'] },
  nominations: { scope: 'nominations:read', may: officials },
  nomination: { scope: 'nominations:read', may: officials },
  nominationActions: { scope: 'nominations:read', may: officials },
  nominate: { scope: 'nominations:write', ...byNominator('FORBIDDEN') },
  amendNomination: { scope: 'nominations:write', ...byNominator('NOT_FOUND') },
  dropNomination: { scope: 'nominations:write', ...byNominator('NOT_FOUND') },
  submitNomination: { scope: 'nominations:write', ...byNominator('NOT_FOUND') },
  returnNomination: { scope: 'nominations:write', may: ['clerk', 'verifier'] },
  appraiseNomination: { scope: 'nominations:write', may: ['clerk', 'verifier'] },
  withdrawNomination: { scope: 'nominations:write', ...byNominator('FORBIDDEN') },
  councils: { scope: 'meetings:read', may: officials },
  appointMember: { scope: 'meetings:write', may: ['administrator'] },
  endMembership: { scope: 'meetings:write', may: ['administrator'] },
  removeMembership: { scope: 'meetings:write', may: ['administrator'] },
  meetings: { scope: 'meetings:read', may: officials },
  meeting: { scope: 'meetings:read', may: officials },
  meetingActions: { scope: 'meetings:read', may: officials },
  conveneMeeting: { scope: 'meetings:write', may: ['clerk'] },
  amendMeeting: { scope: 'meetings:write', may: ['clerk'] },
  cancelMeeting: { scope: 'meetings:write', may: ['clerk'] },
  recordAttendance: { scope: 'meetings:write', may: ['clerk'] },
  recuse: { scope: 'meetings:write', ...byMember },
  // The first has declared no recusal.
  withdrawRecusal: { scope: 'meetings:write', ...byMember, passed: { ...byMember.passed, 'council-1': 'RULE' } },
  // The first is there, and has no opinion to hand in.
  recordOpinion: { scope: 'meetings:write', ...byMember, passed: { ...byMember.passed, 'council-1': 'RULE' } },
  recordTally: { scope: 'meetings:write', may: ['clerk'] },
  recordTallies: { scope: 'meetings:write', may: ['clerk'] },
  confirmTally: { scope: 'meetings:write', may: ['clerk', 'verifier', 'administrator'] },
  closeMeeting: { scope: 'meetings:write', may: ['chairperson', 'clerk'] },
  decisions: { scope: 'decisions:read', may: [...officials, ...systems] },
  decision: { scope: 'decisions:read', may: [...officials, ...systems] },
  decisionActions: { scope: 'decisions:read', may: officials },
  draftDecision: { scope: 'decisions:write', may: ['clerk'] },
  amendDecision: { scope: 'decisions:write', may: ['clerk'] },
  cancelDecision: { scope: 'decisions:write', may: ['chairperson'] },
  // Who signs for the chief says the title: the deputy here does not.
  signDecision: { scope: 'decisions:write', may: ['chairperson', 'clerk'], passed: { 'a deputy': 'RULE' } },
  correctDecision: { scope: 'decisions:write', may: ['clerk'] },
  freeNumber: { scope: 'decisions:write', may: ['clerk'] },
  awards: { scope: 'awards:read', may: 'PUBLIC' },
  award: { scope: 'awards:read', may: 'PUBLIC' },
  awardActions: { scope: 'awards:read', may: officials },
  correctAward: { scope: 'awards:write', may: ['clerk'] },
  revokeAward: { scope: 'awards:write', may: ['chairperson', 'clerk'] },
  amendAward: { scope: 'awards:write', may: ['clerk'] },
  removeAward: { scope: 'awards:write', may: ['clerk'] },
  honours: { scope: 'awards:read', may: [...everybody] },
  verifyAward: { scope: 'awards:read', may: 'PUBLIC', byCode: true },
  recordAward: { scope: 'facts:write', may: ['clerk'] },
  changes: { scope: 'feed:read', may: feedReaders },
  history: { scope: 'feed:read', may: feedReaders },
  proof: { scope: 'feed:read', may: feedReaders },
  awardForms: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  awardForm: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  refusals: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  refusal: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
};

/** Verdicts for a key bound to another unit: it says nothing outside, and sees no other unit's reports. Documents have no unit. */
export const elsewhere: Record<string, string> = {
  amendAcknowledgement: 'NOT_FOUND',
  removeAcknowledgement: 'NOT_FOUND',
  removeTarget: 'NOT_FOUND',
  submission: 'NOT_FOUND',
  submissionActions: 'NOT_FOUND',
  amendSubmission: 'NOT_FOUND',
  submitSubmission: 'NOT_FOUND',
  explainFinding: 'NOT_FOUND',
  withdrawSubmission: 'NOT_FOUND',
  dropSubmission: 'NOT_FOUND',
  correctSubmission: 'NOT_FOUND',
  approveSubmission: 'NOT_FOUND',
  exportPersonal: 'FORBIDDEN',
  accesses: 'FORBIDDEN',
  uploadFile: 'OK',
};

/** Possible acts on a record: in GraphQL an edge. */
export const actions = [
  'awardActions',
  'decisionActions',
  'indicatorActions',
  'meetingActions',
  'nominationActions',
  'planActions',
  'publicationActions',
  'roundActions',
  'scoreSheetActions',
  'submissionActions',
  'unitActions',
];

/** GraphQL has no bytes. */
export const restAlone = [...actions, 'downloadFile', 'uploadFile'];

/** The operation each edge stands for. */
export const edges: Record<string, string> = {
  'Commune.head': 'communes',
  'Commune.plan': 'plan',
  'Commune.plans': 'plans',
  'Commune.units': 'units',
  'Indicator.actions': 'indicatorActions',
  'Indicator.progress': 'progress',
  'Indicator.responsibleUnit': 'unit',
  'Indicator.results': 'results',
  'Plan.actions': 'planActions',
  'Plan.document': 'document',
  'Plan.indicators': 'indicators',
  'Plan.periods': 'periods',
  'Plan.progress': 'progress',
  'Publication.actions': 'publicationActions',
  'Publication.rows': 'candidateStandings',
  'Standing.unit': 'unit',
  'Plan.withoutBaseline': 'indicators',
  'Entry.evidence': 'downloadFile',
  'Entry.indicator': 'indicator',
  'Progress.indicator': 'indicator',
  'Progress.unit': 'unit',
  'Completeness.unit': 'unit',
  'Result.indicator': 'indicator',
  'Result.submission': 'submission',
  'Result.unit': 'unit',
  'ScoreSheet.actions': 'scoreSheetActions',
  'Submission.actions': 'submissionActions',
  'Submission.corrects': 'submission',
  'Submission.owed': 'submission',
  'Submission.leftOut': 'submission',
  'Submission.results': 'results',
  'Submission.unit': 'unit',
  'Unit.actions': 'unitActions',
  'Unit.awards': 'awards',
  'Unit.nominations': 'nominations',
  'Result.nominations': 'nominations',
  'Indicator.nominations': 'nominations',
  'Round.actions': 'roundActions',
  'Nomination.actions': 'nominationActions',
  'Nomination.form': 'awardForm',
  'Nomination.round': 'round',
  'Nomination.unit': 'unit',
  'Nomination.results': 'results',
  'Nomination.submissions': 'submission',
  'Nomination.documents': 'document',
  'Nomination.files': 'downloadFile',
  'Nomination.meeting': 'meeting',
  'Meeting.actions': 'meetingActions',
  'CouncilMember.person': 'unit',
  'Meeting.council': 'unit',
  'Meeting.minutes': 'document',
  'Matter.nomination': 'nomination',
  'Decision.actions': 'decisionActions',
  'Decision.awards': 'awards',
  'Decision.nominations': 'nominations',
  'Decision.document': 'document',
  'Award.actions': 'awardActions',
  'Award.unit': 'unit',
  'Award.decision': 'decision',
  'Award.revokingDecision': 'decision',
  'Award.nomination': 'nomination',
  'Award.document': 'document',
  'Unit.parent': 'unit',
  'Unit.progress': 'progress',
  'Unit.submissions': 'submissions',
};

/** Pages and probes that are no operations. */
export const open = [
  'DocsController.asset',
  'DocsController.docs',
  'DocsController.rights',
  'HealthController.live',
  'HealthController.ready',
  'HomeController.board',
  'HomeController.home',
  'MetricsController.metrics',
  'VerifyController.verify',
];

interface Hidden {
  /** The widest audience that is shown it. */
  audience: 'INSIDE' | 'SUPERIOR';
  operations: readonly string[];
  /** Its parameters, as SQL. */
  find: string;
}

const documentOf = (audience: string) => `
  insert into document (commune_id, id, type, year, issuer, title, folded, audience) values (1, gen_random_uuid(), 'CV', 2023, 'UBND xã', 'Công văn', 'cong van', '${audience}') returning id`;
const fileOf = (audience: string) => `
  with d as (${documentOf(audience)}),
    f as (insert into file (commune_id, id, name, media_type, size, sha256, personal, audience, document_id) select 1, gen_random_uuid(), 'a.pdf', 'application/pdf', 1, repeat('1', 64), false, '${audience}', id from d returning id),
    c as (insert into file_chunk (commune_id, file_id, ordinal, bytes) select 1, id, 0, 'x' from f)
  select id from f`;

export const hidden: Readonly<Record<string, Hidden>> = {
  'a plan in draft': {
    audience: 'INSIDE',
    operations: [
      'plan',
      'planActions',
      'indicators',
      'indicator',
      'indicatorActions',
      'targets',
      'allotment',
      'periods',
      'period',
      'completeness',
      'history',
    ],
    find: `select p.key, p.key as plan, p.id, i.code, p.year::text as period from plan p join indicator i on i.commune_id = p.commune_id and i.plan_id = p.id where p.commune_id = 1 and p.state = 'DRAFT' limit 1`,
  },
  'a decision in draft': {
    audience: 'INSIDE',
    operations: ['decision', 'decisionActions'],
    find: `select id from decision where state = 'DRAFT' limit 1`,
  },
  'a document of the officials': { audience: 'INSIDE', operations: ['document'], find: documentOf('INSIDE') },
  'a document for the superiors': { audience: 'SUPERIOR', operations: ['document'], find: documentOf('SUPERIOR') },
  'a unit for the superiors': {
    audience: 'SUPERIOR',
    operations: ['unitActions', 'unit'],
    find: `select code from unit where commune_id = 1 and audience = 'SUPERIOR' and kind = 'DEPARTMENT' limit 1`,
  },
  'a file of the officials': { audience: 'INSIDE', operations: ['downloadFile'], find: fileOf('INSIDE') },
  'a file for the superiors': { audience: 'SUPERIOR', operations: ['downloadFile'], find: fileOf('SUPERIOR') },
};

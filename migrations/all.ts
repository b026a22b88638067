import { Registry1700000001000 } from './1700000001000-registry.js';
import { Journal1700000002000 } from './1700000002000-journal.js';
import { UnitsDocuments1700000003000 } from './1700000003000-units-documents.js';
import { Access1700000004000 } from './1700000004000-access.js';
import { Plans1700000005000 } from './1700000005000-plans.js';
import { PlanLife1700000006000 } from './1700000006000-plan-life.js';
import { KeptAnswers1700000007000 } from './1700000007000-kept-answers.js';
import { TakenWords1700000008000 } from './1700000008000-taken-words.js';
import { Files1700000009000 } from './1700000009000-files.js';
import { Submissions1700000010000 } from './1700000010000-submissions.js';
import { Rights1700000011000 } from './1700000011000-rights.js';
import { Personal1700000012000 } from './1700000012000-personal.js';
import { Catalogue1700000014000 } from './1700000014000-catalogue.js';
import { Councils1700000015000 } from './1700000015000-councils.js';
import { Commendations1700000016000 } from './1700000016000-commendations.js';
import { ReadOnce1700000018000 } from './1700000018000-read-once.js';
import { WithoutQuorum1700000019000 } from './1700000019000-without-quorum.js';
import { Heads1700000020000 } from './1700000020000-heads.js';

/** Every migration, oldest first. */
export const migrations = [
  Registry1700000001000,
  Journal1700000002000,
  UnitsDocuments1700000003000,
  Access1700000004000,
  Plans1700000005000,
  PlanLife1700000006000,
  KeptAnswers1700000007000,
  TakenWords1700000008000,
  Files1700000009000,
  Submissions1700000010000,
  Rights1700000011000,
  Personal1700000012000,
  Catalogue1700000014000,
  Councils1700000015000,
  Commendations1700000016000,
  ReadOnce1700000018000,
  WithoutQuorum1700000019000,
  Heads1700000020000,
];

/**
 * Limits of the program, with the reason for each number. They are checked before authentication, so a request above a
 * limit costs no statement. The limits of lists are in `api/lists.ts`.
 */
export const limits = {
  /** Bytes of a body. A decision on 1,300 households, each granted for a reason, has 400 kB. */
  body: 512_000,
  /** Bytes of a file. The scan of a plan of 20 pages has 4 MB. */
  file: 10_485_760,
  /** Bytes of a form besides its file. */
  form: 16_384,
  /** Milliseconds for the upload of a file: 10 MB at 140 kbit/s. */
  uploadTimeout: 600_000,
  /** Uploads at once: the program receives 160 MB at most in its temporary folder. */
  uploads: { actor: 3, all: 16 },
  /** Bytes of files of an actor in 24 hours: 120 scanned plans. */
  dailyUpload: 500_000_000,
  /** Bytes that uploads leave free, in the temporary folder and beside the embedded PostgreSQL. */
  freeSpace: 100_000_000,
  /** Files of a document. The longest real one is a plan with an appendix for each of nine sections. */
  documentFiles: 20,
  /** Nesting of arrays and objects in a body. Real bodies reach 6; recursive code fails at some thousands. */
  bodyDepth: 32,
  /** Bytes of request line and headers: the default of Node. A token with many groups reaches 8 kB. */
  head: 16_384,
  /** Number of headers. Browsers send 20, proxies add 10. */
  headers: 100,
  /** Characters of an address. A cursor has at most 500, and filters may be repeated. */
  url: 4_096,

  /** Connections at once; another one is closed. A proxy keeps some hundreds, and a process has 20,000 descriptors. */
  connections: 2_000,
  /** Milliseconds for the headers, and for the whole request: a slow phone sends 100 kB in 20 s. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** Milliseconds between two checks of connections: a slow request is cut at most this much late. */
  checkInterval: 1_000,
  /** Milliseconds without traffic on a connection. Longer than a statement may run (10 s) and wait for a connection. */
  idleTimeout: 60_000,
  /**
   * Milliseconds until an idle connection is closed. Longer than the 60 s of common proxies, so that the proxy closes
   * first.
   */
  keepAliveTimeout: 65_000,

  /** Tokens of a GraphQL document. The introspection of GraphiQL has 230; parsing 1,000 takes 1 ms. */
  tokens: 1_000,
  /** Nesting of a document. The introspection of GraphiQL has 14; commune to parent of an indicator's unit has 8. */
  depth: 16,
  /** Fields of a document, with fragments expanded. A plan with all units and indicators has 150. */
  fields: 500,
  /** Aliases of a document. A form comparing all indicators of a section needs 12. */
  aliases: 30,
  /** Root fields of a document. Each is a use case, and in a mutation a transaction. */
  rootFields: 20,
  /** Directives of a document: `@include` and `@skip` on some fields of a form. */
  directives: 50,
  /**
   * Estimated values of an answer; a list is multiplied by its `first`. Indicators of 25 communes with every field are
   * 90,000. An answer of 100,000 takes 100 ms.
   */
  cost: 100_000,
  /**
   * Cost of the progress of a plan, however few rows are asked for: each is computed from all figures of the plan in
   * some milliseconds. A page of 100 plans may be asked at once. An indicator or a unit has a part of that of its plan.
   */
  progress: { plan: 400, part: 10 },
  /** Cost of the rows of a candidate table, with their trees: those of 60 units take some milliseconds. */
  standings: { table: 400 },
  /** Estimated length of a list without `first`: parts of a record are few. */
  parts: 10,

  /** Points of one refusal: nobody reads a list of 20,000. */
  points: 50,

  /**
   * Requests in flight for each connection to the database. With 10 connections, 64 clients without a pause saturate
   * two processors; the others of 128 are refused, and the admitted ones wait at most twice as long (bench/RESULTS.md).
   * One caller has half of them.
   */
  requestsPerConnection: 8,
  /** Milliseconds in which a client receives nothing of its answer: a phone loses its network for some seconds. */
  takingTimeout: 20_000,
  /** Bytes within which the last change of a page of the feed begins; 5,000 results of a month have 4 MB. */
  feedBytes: 4_000_000,
  /** Bytes of answers on their way; the longest answer has 5 MB. */
  unsentBytes: { network: 8_000_000, all: 32_000_000 },

  /**
   * Milliseconds in the response cache. An erasure invalidates the entries at once; their bytes may stay in the memory
   * of a server for this time.
   */
  cacheTtl: 600_000,

  /** Seconds of the window in which RATE_LIMIT requests are allowed. */
  rateWindow: 60,
  /** Requests without a valid key share, per network, the quota divided by this number. */
  strangersShare: 10,
  /** Bytes of an answer that count as one more request: serialising them takes 10 ms, as a small request does. */
  bytesPerRequest: 100_000,
  /** Requests that a GraphQL document counts whose selection is not kept: reading it takes up to 50 ms. */
  newDocument: 4,
  /** Characters of all documents that are kept parsed; one of 5,000 has 0.3 MB of heap. */
  parsedCharacters: 100_000,
  /** GraphQL documents that are cached, at most; and the characters of those whose selections are kept. */
  documents: 500,
  selectedCharacters: 400_000,
  /** Callers counted at the same time; the least recent one is dropped. 3 MB. */
  countedCallers: 20_000,
} as const;

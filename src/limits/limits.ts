/**
 * Every limit of the program, with the reason for its number. What a caller sends is judged by these before a
 * credential is looked up: a request above one of them costs no statement. Lists have theirs in `lists.ts`.
 */
export const limits = {
  /** Bytes. The longest honest body, a plan with all its headings, has 30 kB. */
  body: 100_000,
  /** Bytes of a file. The scan of a plan of 20 pages has 4 MB. */
  file: 10_485_760,
  /** Bytes of a form around its file. */
  form: 16_384,
  /** Milliseconds in which a whole file must have come: 10 MB at 140 kbit/s. */
  uploadTimeout: 600_000,
  /** Files of one document. The longest seen is a plan with an appendix for each of nine sections. */
  documentFiles: 20,
  /** Arrays and objects of a body inside each other. Ours reach 6; readers that recurse end at some thousands. */
  bodyDepth: 32,
  /** Bytes of request line and headers together: Node's own number. A token with many groups reaches 8 kB. */
  head: 16_384,
  /** Browsers send 20, proxies add 10. */
  headers: 100,
  /** Characters. A cursor has at most 500, and filters may be repeated. */
  url: 4_096,

  /** Milliseconds for the headers, then for all of a request: a phone in a hamlet sends 100 kB in 20 s. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** How often connections are looked at: a slow one is cut at most so much late. */
  checkInterval: 1_000,
  /** Nothing is heard on a connection, or taken off it. Longer than a statement may run (10 s) and wait for its turn. */
  idleTimeout: 60_000,
  /** A connection waits for its next request. Longer than the 60 s of the usual proxies, so that it is they who close it. */
  keepAliveTimeout: 65_000,

  /** Of a GraphQL document. The introspection of GraphiQL has 230; parsing 1,000 takes 1 ms. */
  tokens: 1_000,
  /** The same introspection has 14; from a commune to the parent of an indicator's unit it is 8. */
  depth: 16,
  /** Fields, those of fragments counted wherever they are spread. All of a plan with units and indicators is 150. */
  fields: 500,
  /** An alias asks for the same once more; a form comparing all indicators of a section needs 12. */
  aliases: 30,
  /** Each is a use case of its own, and in a mutation a transaction. */
  rootFields: 20,
  /** `@include` and `@skip`, the only ones, on some fields of a form. */
  directives: 50,
  /**
   * Values an answer may hold: lists multiply by their `first`. The indicators of 25 communes with every field are
   * 90,000. An answer of 100,000 takes the compiled road 100 ms.
   */
  cost: 100_000,
  /** What a list counts that has no `first`: parts of a record, of which there are few. */
  parts: 10,

  /** Wrong values of variables that are told: whoever sends 20,000 needs no list of them. */
  variableErrors: 50,

  /**
   * Requests answered at once, for each connection to the database. With 10 connections 64 clients without a pause saturate two
   * processors; the rest of 128 are refused, and so those let in wait no longer than twice as long (bench/RESULTS.md).
   */
  requestsPerConnection: 8,

  /**
   * Milliseconds an answer is remembered. What was erased of a person is told no more from that moment on; so long it may
   * still lie in the memory of any server, under a head that stands no more.
   */
  cacheTtl: 600_000,

  /** Seconds in which as many requests are answered as RATE_LIMIT says. */
  rateWindow: 60,
  /** Callers counted at once; beyond, who was quiet longest is forgotten. 3 MB. */
  countedCallers: 20_000,
} as const;

/** One request that asks for more than anybody honest does, and how it is refused. */
export interface Attack {
  name: string;
  status: number;
  code: string;
  /** Which limit of a document stops it. */
  limit?: string;
  path: string;
  init: RequestInit & { headers: Record<string, string> };
}

export declare const attacks: readonly Attack[];

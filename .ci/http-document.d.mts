export interface Request {
  title: string;
  /** Status the answer must have; undefined: any 2xx. */
  status?: number;
  /** Text the answer must hold. */
  holds?: string;
  name?: string;
  /** Legal date from this request on. */
  today?: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Requests {
  variables: Map<string, string>;
  requests: Request[];
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  text: string;
  body: any;
}

export function readRequests(text: string): Requests;
export function sendRequests(
  requests: Requests,
  where: { environment(name: string): string; today?(day: string): Promise<void> | void },
): Promise<Map<string, Answered>>;

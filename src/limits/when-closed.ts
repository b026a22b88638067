import type { ServerResponse } from 'node:http';

/** Calls a function when the client has taken its response or is gone; at once where it is gone already. */
export function whenClosed(response: ServerResponse, then: () => void): void {
  if (response.closed) then();
  else response.once('close', then);
}

/** One measured read, as far as the tests send it. */
export interface Work {
  name: string;
  /** Path of REST. */
  rest?: string;
  /** Document of GraphQL. */
  graphql?: string;
  variables?: object;
  /** Key that asks; the district's when left out. */
  key?: 'chair';
}
interface Places {
  result: string;
  communeId: number;
  cursor: { text: string; position: number; item: number };
  etag: string;
  award: { id: string; commune: string; communeId: number };
  progress: { commune: string; communeId: number; plan: string };
}
export function works(places: Places): Work[];

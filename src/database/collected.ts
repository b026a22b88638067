/** Gives the function that takes back all that a write collects, by name, from now on. */
export function takenBack(collected: Map<string, unknown>): () => void {
  const lengths = new Map([...collected].map(([name, list]) => [name, Array.isArray(list) ? list.length : undefined]));
  return () => {
    for (const [name, list] of collected)
      if (!lengths.has(name)) collected.delete(name);
      else if (Array.isArray(list)) list.length = lengths.get(name) ?? 0;
  };
}

type Collected = Map<string, unknown>;

/**
 * Keeps what a write has collected by name. `undo` takes back all that came later; `endWords` the words alone by which
 * figures are meant: they are of the part that gave them.
 */
export function keeping(collected: Collected): { undo: () => void; endWords: () => void } {
  const lengths = new Map([...collected].map(([name, list]) => [name, Array.isArray(list) ? list.length : undefined]));
  const words = new Map(
    [...collected].flatMap(([name, set]) => (set instanceof Set ? [[name, [...set]] as const] : [])),
  );
  const endWords = () => {
    for (const [name, set] of collected)
      if (set instanceof Set) {
        set.clear();
        for (const word of words.get(name) ?? []) set.add(word);
      }
  };
  const undo = () => {
    endWords();
    for (const [name, list] of collected)
      if (!lengths.has(name)) collected.delete(name);
      else if (Array.isArray(list)) list.length = lengths.get(name) ?? 0;
  };
  return { undo, endWords };
}

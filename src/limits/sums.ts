/** Sums by name; a name whose sum is zero is forgotten. */
export class Sums {
  private readonly sums = new Map<string, number>();

  of(name: string): number {
    return this.sums.get(name) ?? 0;
  }

  /** Adds to each of the sums. Returns the function that takes the same off again, to be called once. */
  add(names: readonly string[], amount: number): () => void {
    const change = (by: number) => {
      for (const name of names) {
        const sum = this.of(name) + by;
        if (sum === 0) this.sums.delete(name);
        else this.sums.set(name, sum);
      }
    };
    change(amount);
    return () => change(-amount);
  }
}

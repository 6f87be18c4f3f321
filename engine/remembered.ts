/** What follows from an object that never changes is worked out once, and kept as long as the object. */
export const remembered = <K extends object, T>(make: (object: K) => T): ((object: K) => T) => {
  const known = new WeakMap<K, T>();
  return (object) => {
    const before = known.get(object);
    if (before !== undefined) return before;
    const made = make(object);
    known.set(object, made);
    return made;
  };
};

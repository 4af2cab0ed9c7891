/** Values that several blocks of a page ask for: filled in once, kept in memory alone. */

const groups = new Map();

/** Joins a group; `take(name, value)` gets what the others say. Returns what tells the others, and what leaves the group. */
export function join(group, take) {
  const members = groups.get(group) ?? { takers: new Set(), values: new Map() };
  groups.set(group, members);
  members.takers.add(take);
  for (const [name, value] of members.values) take(name, value);
  return {
    tell(name, value) {
      members.values.set(name, value);
      for (const other of members.takers) if (other !== take) other(name, value);
    },
    forget() {
      members.values.clear();
    },
    leave() {
      members.takers.delete(take);
      if (members.takers.size === 0) groups.delete(group);
    },
  };
}

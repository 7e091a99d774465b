// The words of a summary line.

/** {@code ' a b=c'} for the flags that hold. */
export function flags(values) {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([flag, value]) => (value === true ? ` ${flag}` : ` ${flag}=${value}`))
    .join('');
}

export function persistence(rangeVar) {
  return { unlogged: rangeVar.relpersistence === 'u', temporary: rangeVar.relpersistence === 't' };
}

/** What every object inherits from: none of it may ever change. */
const WATCHED: readonly (readonly [name: string, object: object])[] = [
  ['Object.prototype', Object.prototype],
  ['Array.prototype', Array.prototype],
  ['String.prototype', String.prototype],
  ['Function.prototype', Function.prototype],
  ['Map.prototype', Map.prototype],
  ['Uint8Array.prototype', Uint8Array.prototype],
  ['Object', Object],
];

/** Remembers the prototypes, and says which of them has changed since; undefined: none. */
export function watchPrototypes(): () => string | undefined {
  const before = WATCHED.map(([name, object]) => ({
    name,
    object,
    fields: Object.getOwnPropertyDescriptors(object),
  }));
  return () =>
    before.find(({ object, fields }) => {
      const now: Readonly<Record<PropertyKey, PropertyDescriptor>> = Object.getOwnPropertyDescriptors(object);
      const keys = Reflect.ownKeys(now);
      if (keys.length !== Reflect.ownKeys(fields).length) return true;
      return Object.entries(fields).some(([key, field]) => {
        const other = now[key];
        return (
          other === undefined ||
          other.value !== field.value ||
          other.get !== field.get ||
          other.set !== field.set
        );
      });
    })?.name;
}

/**
 * The built-ins that the hook uses, taken before any page script runs. A page may replace or pollute any of them
 * afterwards, by accident or on purpose, and must neither break the hook nor be seen by it.
 *
 * House rules for everything in this folder, hot paths above all: no spread, no for-of, no destructuring of arrays
 * (they call `Array.prototype[Symbol.iterator]`), no array or string methods except through `apply` on one of
 * these, no `instanceof` (it fails across realms), no object literal with a prototype where a built-in reads
 * options from it.
 */
export const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;

type Getter<Value> = (target: unknown) => Value;

/** A captured getter: reads the real slot, whatever the page has shadowed. Throws on a foreign target. */
export function captureGetter<Value>(prototype: object, key: PropertyKey): Getter<Value> {
  const getter = getOwnPropertyDescriptor(prototype, key)?.get;
  if (getter === undefined) throw new TypeError(`No getter ${String(key)}`);
  return (target) => apply(getter, target, []) as Value;
}

type Method = (...parameters: never[]) => unknown;
type CapturedMethod<Value> = (target: unknown, parameters: readonly unknown[]) => Value;

/** A captured method, called with an explicit `this`. */
export function captureMethod<Value>(prototype: object, key: PropertyKey): CapturedMethod<Value> {
  const method = getOwnPropertyDescriptor(prototype, key)?.value as Method;
  return (target, parameters) => apply(method, target, parameters as unknown[]) as Value;
}

const timeOrigin = performance.timeOrigin;
const performanceNow = captureMethod<number>(Performance.prototype, 'now');
const ownPerformance = performance;

/** Milliseconds since the epoch on the monotonic clock. */
export function now(): number {
  return timeOrigin + performanceNow(ownPerformance, []);
}

const setTimer = setTimeout;
/** `setTimeout` as the page found it; a hidden page's clamping is fine, batches only grow. */
export function later(callback: () => void, delayMs: number): void {
  apply(setTimer, undefined, [callback, delayMs]);
}

export const Message = MessageEvent;
export const dispatch = captureMethod<boolean>(EventTarget.prototype, 'dispatchEvent');
export const addListener = captureMethod<undefined>(EventTarget.prototype, 'addEventListener');
export const stringSlice = captureMethod<string>(String.prototype, 'slice');
export const stringIndexOf = captureMethod<number>(String.prototype, 'indexOf');
export const charCodeAt = captureMethod<number>(String.prototype, 'charCodeAt');
export const bufferByteLength = captureGetter<number>(ArrayBuffer.prototype, 'byteLength');
export const blobSize = captureGetter<number>(Blob.prototype, 'size');
const bufferIsView = captureMethod<boolean>(ArrayBuffer, 'isView');
export const isView = (value: unknown): boolean => bufferIsView(undefined, [value]);

const typedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const typedArrayBuffer = captureGetter<ArrayBufferLike>(typedArrayPrototype, 'buffer');
const typedArrayByteOffset = captureGetter<number>(typedArrayPrototype, 'byteOffset');
const typedArrayByteLength = captureGetter<number>(typedArrayPrototype, 'byteLength');
const dataViewBuffer = captureGetter<ArrayBufferLike>(DataView.prototype, 'buffer');
const dataViewByteOffset = captureGetter<number>(DataView.prototype, 'byteOffset');
const dataViewByteLength = captureGetter<number>(DataView.prototype, 'byteLength');

export interface ViewBounds {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

export const Bytes = Uint8Array;
export const Numbers = Float64Array;
export const setBytes = captureMethod<undefined>(typedArrayPrototype, 'set');

/** A copy of part of a buffer. Not `slice()`: that asks the buffer's constructor for its species, which is page code. */
export function copyBytes(buffer: ArrayBufferLike, byteOffset: number, byteLength: number): ArrayBuffer {
  const copy = new Bytes(byteLength);
  setBytes(copy, [new Bytes(buffer, byteOffset, byteLength)]);
  return typedArrayBuffer(copy) as ArrayBuffer;
}

/** Where a typed array or DataView of any realm lies in its buffer. */
export function viewBounds(view: unknown): ViewBounds {
  try {
    return {
      buffer: typedArrayBuffer(view),
      byteOffset: typedArrayByteOffset(view),
      byteLength: typedArrayByteLength(view),
    };
  } catch {
    // Not a typed array: `isView` leaves only a DataView.
    return {
      buffer: dataViewBuffer(view),
      byteOffset: dataViewByteOffset(view),
      byteLength: dataViewByteLength(view),
    };
  }
}

const weakMapGet = captureMethod<unknown>(WeakMap.prototype, 'get');
const weakMapSet = captureMethod<unknown>(WeakMap.prototype, 'set');

/** A WeakMap whose methods the page cannot replace. */
export interface SafeWeakMap<Value> {
  get(key: object): Value | undefined;
  set(key: object, value: Value): void;
}

export function createSafeWeakMap<Value>(): SafeWeakMap<Value> {
  const map = new WeakMap<object, Value>();
  return {
    get: (key) => weakMapGet(map, [key]) as Value | undefined,
    set: (key, value) => {
      weakMapSet(map, [key, value]);
    },
  };
}

/** What a frame says of itself; every rule of RFC 6455 section 5.2 can be broken here. */
export interface FrameParts {
  readonly opcode: number;
  readonly payload?: Buffer;
  readonly isFinal?: boolean;
  /** The three reserved bits as a number from 0 to 7. */
  readonly reserved?: number;
  readonly masked?: boolean;
  /** The length that the header claims, where it is not the payload's. */
  readonly claimedLength?: number;
}

export const CONTINUATION = 0x0;
export const TEXT = 0x1;
export const CLOSE = 0x8;
export const PING = 0x9;

export function writeFrame(parts: FrameParts): Buffer {
  const { opcode, payload = Buffer.alloc(0), isFinal = true, reserved = 0, masked = false } = parts;
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  const length = lengthBytes(parts.claimedLength ?? payload.length, masked ? 0x80 : 0);
  if (!masked) return Buffer.concat([Buffer.of(first), length, payload]);
  const key = Buffer.of(0x12, 0x34, 0x56, 0x78);
  const body = payload.map((byte, index) => byte ^ key.readUInt8(index % 4));
  return Buffer.concat([Buffer.of(first), length, key, body]);
}

export function textFrame(text: string): Buffer {
  return writeFrame({ opcode: TEXT, payload: Buffer.from(text) });
}

/** A Close frame with any code at all; `ws` refuses to send what RFC 6455 section 7.4 forbids. */
export function closeFrame(code: number, reason = ''): Buffer {
  const payload = Buffer.alloc(2);
  payload.writeUInt16BE(code);
  return writeFrame({ opcode: CLOSE, payload: Buffer.concat([payload, Buffer.from(reason)]) });
}

function lengthBytes(length: number, maskBit: number): Buffer {
  if (length < 126) return Buffer.of(maskBit | length);
  if (length < 65_536) return Buffer.of(maskBit | 126, length >> 8, length & 0xff);
  const bytes = Buffer.alloc(9, maskBit | 127);
  bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}

/** Reads as much of a PNG as the rules for icons ask about. */
import { inflateSync } from 'node:zlib'

export type Png = {
  width: number
  height: number /** RGBA, or null when the file is of another kind */
  pixels: Uint8Array | null
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Throws when the bytes are no PNG. Pixels are read only from 8-bit RGBA without interlacing. */
export function readPng(bytes: Uint8Array): Png {
  if (bytes.length < 33 || signature.some((byte, at) => bytes[at] !== byte)) throw new Error('is not a PNG')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colourType, interlace] = [bytes[24], bytes[25], bytes[28]]
  const plain = depth === 8 && colourType === 6 && interlace === 0
  return {
    width,
    height,
    pixels: plain ? unfilter(inflateSync(imageData(bytes, view)), width, height) : null,
  }
}

function imageData(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (kind === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(parts)
}

/** Each row says how it differs from its neighbours: https://www.w3.org/TR/png-3/#9Filters */
function unfilter(raw: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 4
  const pixels = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : (pixels[y * stride + x - 4] ?? 0)
      const up = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0)
      const corner = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * stride + x - 4] ?? 0)
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      pixels[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Canonical JSON and its hash: the same whoever computes it. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonical, piecesOf, sha256 } from '#src/rules/canonical.ts'

describe('canonical JSON', () => {
  test.for<[string, unknown, string]>([
    ['names stand in order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['at every depth', [{ d: { z: null, y: true } }], '[{"d":{"y":true,"z":null}}]'],
    ['what is undefined is left out', { a: undefined, b: 'x' }, '{"b":"x"}'],
    ['an order that means something stays', ['b', 'a'], '["b","a"]'],
    ['line breaks are written out', { a: 'one\ntwo' }, '{"a":"one\\ntwo"}'],
    ['å stands after z by its code', { å: 1, z: 2 }, '{"z":2,"å":1}'],
    // The example of RFC 8785, section 3.2.3.
    [
      'as the standard orders them',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
  ])('%s', ([, value, written]) => {
    expect(canonical(value)).toBe(written)
  })

  test('the hash is what any other tool says of the same text', async () => {
    const text = canonical({ title: 'Första mötet', day: '2024-10-16' })
    expect(await sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })
})

describe('pieces', () => {
  test('joined they are the text again, none longer than allowed', () => {
    const text = 'Ett två 😀😀 tre fyra\\n '.repeat(500)
    const pieces = piecesOf(text, 100)
    expect(pieces.join('')).toBe(text)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(100)
  })

  test('none begins or ends with white space or half a character', () => {
    const pieces = piecesOf(`${'word  and '.repeat(80)}${'😀'.repeat(80)}b`, 33)
    expect(pieces.filter((piece) => piece.trim() !== piece)).toEqual([])
    expect(pieces.filter((piece) => !piece.isWellFormed())).toEqual([])
  })

  test('a text that fits is one piece, no text none', () => {
    expect(piecesOf('short')).toEqual(['short'])
    expect(piecesOf('')).toEqual([])
  })
})

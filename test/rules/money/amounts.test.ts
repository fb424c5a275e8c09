/** Amounts as people type and paste them. */
import { describe, expect, test } from 'vitest'
import { type AmountUnit, readAmount, readBlock } from '#src/rules/money/amounts.ts'

describe('an amount', () => {
  test.for<[string, AmountUnit, unknown]>([
    ['1 250 000', 'kr', { kr: 1_250_000 }],
    ['1\u00A0250\u00A0000', 'kr', { kr: 1_250_000 }],
    ['1\u202F250\u202F000 kr', 'kr', { kr: 1_250_000 }],
    ['1.250.000,00', 'kr', { kr: 1_250_000 }],
    ['1,250,000', 'kr', { kr: 1_250_000 }],
    ['1,2', 'mnkr', { kr: 1_200_000 }],
    ['1.1', 'mnkr', { kr: 1_100_000 }],
    ['0,0012', 'mnkr', { kr: 1200 }],
    ['1,2 mnkr', 'kr', { kr: 1_200_000 }],
    ['1,2 Mkr', 'kr', { kr: 1_200_000 }],
    ['250 tkr', 'mnkr', { kr: 250_000 }],
    ['250', 'tkr', { kr: 250_000 }],
    ['500:-', 'kr', { kr: 500 }],
    ['0', 'kr', { kr: 0 }],
    ['-0', 'kr', { kr: 0 }],
    ['', 'kr', { kr: null }],
    [' - ', 'kr', { kr: null }],
    ['–', 'kr', { kr: null }],
    ['1,2', 'kr', { fault: 'notWhole' }],
    ['-500', 'kr', { fault: 'negative' }],
    ['\u2212500', 'kr', { fault: 'negative' }],
    ['ca 500', 'kr', { fault: 'unreadable' }],
    ['500 constructor', 'kr', { fault: 'unreadable' }],
    ['1,2,3', 'kr', { fault: 'unreadable' }],
    ['1..2', 'kr', { fault: 'unreadable' }],
    ['=1+1', 'kr', { fault: 'unreadable' }],
    ['99999999999999', 'kr', { fault: 'tooLarge' }],
  ])('%j in %s is %j', ([text, unit, read]) => {
    const found = readAmount(text, unit)
    expect('kr' in found && found.kr === 0 ? { kr: 0 } : found).toEqual(read)
  })
})

test.for([
  { says: 'one cell', text: '12', block: [['12']] },
  {
    says: 'rows and columns, with the last line end of Excel',
    text: '1\t2\r\n3\t4\r\n',
    block: [
      ['1', '2'],
      ['3', '4'],
    ],
  },
  { says: 'empty cells', text: '\t2\n', block: [['', '2']] },
  { says: 'a quoted cell with a line end and a quote', text: '"a\n""b"""\t2', block: [['a\n"b"', '2']] },
  { says: 'a quote inside a cell', text: '5" rör\t2', block: [['5" rör', '2']] },
])('a block: $says', ({ text, block }) => {
  expect(readBlock(text)).toEqual(block)
})

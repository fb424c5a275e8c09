/** Two people fill in the same initiative. */
import { expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { mergeChanges, preparedFields, same, trailedFields } from '#src/rules/initiatives/editing.ts'
import { needs } from '#src/rules/needs.ts'

type Values = Record<string, unknown>

test.for<{ says: string; changes: Values; base: Values; now: Values; write: Values; conflicts?: string[] }>([
  {
    says: 'what nobody else touched is written',
    changes: { need: 'b' },
    base: { need: 'a' },
    now: { need: 'a', benefit: 'x' },
    write: { need: 'b' },
  },
  {
    says: 'somebody else changed another field',
    changes: { need: 'b' },
    base: { need: 'a' },
    now: { need: 'a', benefit: 'new' },
    write: { need: 'b' },
  },
  {
    says: 'somebody else changed the same field',
    changes: { need: 'b' },
    base: { need: 'a' },
    now: { need: 'c' },
    write: {},
    conflicts: ['need'],
  },
  {
    says: 'both wrote the same',
    changes: { need: 'b' },
    base: { need: 'a' },
    now: { need: 'b' },
    write: {},
  },
  {
    says: 'one field collides, the other is written',
    changes: { need: 'b', benefit: 'y' },
    base: { need: 'a', benefit: 'x' },
    now: { need: 'c', benefit: 'x' },
    write: { benefit: 'y' },
    conflicts: ['need'],
  },
  {
    says: 'SharePoint leaves empty columns out, and that is no change',
    changes: { need: 'b' },
    base: { need: null },
    now: {},
    write: { need: 'b' },
  },
  {
    says: 'emptying a field that somebody else filled in',
    changes: { need: null },
    base: { need: 'a' },
    now: { need: 'longer' },
    write: {},
    conflicts: ['need'],
  },
  { says: 'emptying what is empty', changes: { need: null }, base: {}, now: {}, write: {} },
])('$says', ({ changes, base, now, write, conflicts = [] }) => {
  const merged = mergeChanges({ changes, base, now })
  expect(merged.write).toEqual(write)
  expect(merged.conflicts.map((c) => c.field)).toEqual(conflicts)
})

test('a conflict shows both texts', () => {
  const { conflicts } = mergeChanges({ changes: { need: 'mine' }, base: { need: 'a' }, now: {} })
  expect(conflicts).toEqual([{ field: 'need', mine: 'mine', theirs: null }])
})

test.for<[string, unknown, unknown, boolean]>([
  ['empty texts and nothing', '', undefined, true],
  ['empty lists and nothing', [], null, true],
  ['line ends of two systems', 'a\r\nb', 'a\nb ', true],
  ['the same person written in another order', { id: '1', name: 'A' }, { name: 'A', id: '1' }, true],
  ['zero and nothing', 0, null, false],
  ['no and nothing', false, undefined, false],
  ['a list in another order', ['a', 'b'], ['b', 'a'], false],
  ['a number and its text', 1, '1', false],
])('%s are the same: %s, %s', ([, a, b, is]) => {
  expect(same(a, b)).toBe(is)
})

test('nobody types what only decisions, imports and the system may change', () => {
  const closed = [
    'key',
    'number',
    'stage',
    'state',
    'stageSince',
    'financing',
    'lastDecision',
    'rank',
    'external',
  ]
  expect(preparedFields.filter((field) => closed.includes(field))).toEqual([])
  expect(preparedFields.every((field) => field in initiatives.columns)).toBe(true)
  expect(
    Object.keys(trailedFields).every((field) => (preparedFields as readonly string[]).includes(field)),
  ).toBe(true)
})

test('everything a gate asks for can be filled in by somebody, or comes from a decision or a row of its own', () => {
  const elsewhere = ['financing', 'costItems', 'benefits', 'dependencies', 'endorsements']
  const fields = Object.values(needs).map((need) => need.field)
  expect(fields.filter((field) => !(preparedFields as readonly string[]).includes(field))).toEqual(
    expect.arrayContaining(elsewhere),
  )
  expect(
    fields.filter(
      (field) => !elsewhere.includes(field) && !(preparedFields as readonly string[]).includes(field),
    ),
  ).toEqual([])
})

/** `npm run select`: a file's question read and answered in one line of JSON; what is wrong with a file is said, and nothing guessed. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProblem } from '#scripts/select/problemFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'select-'))
afterAll(() => rmSync(folder, { recursive: true }))

const item = (id: string, values: object = {}) => ({
  id,
  title: id,
  value: 10,
  start: 2027,
  mandatory: false,
  prerequisites: [],
  cost: { 2027: 60 },
  personDays: {},
  ...values,
})
const file = (values: object = {}) => ({
  years: [2027, 2028],
  frames: { 2027: 100, 2028: 100 },
  personDayFrames: null,
  items: [item('a'), item('b', { value: 11 })],
  exclusions: [],
  ...values,
})

interface Ran {
  code: number
  out: string
  error: string
  line: Record<string, unknown> | undefined
}

/** In a process of its own, as `npm run select` starts it. */
async function run(content: string | object | undefined, ...more: string[]): Promise<Ran> {
  const path = join(folder, 'question.json')
  if (content !== undefined)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/run.mjs', 'scripts/select.ts']
  const cwd = resolve(import.meta.dirname, '../..')
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [...args, ...(content === undefined ? [] : [path]), ...more],
      { cwd },
      (failed, out, error) => {
        const last = out.trimEnd().split('\n').at(-1) ?? ''
        settle({
          code: typeof failed?.code === 'number' ? failed.code : 0,
          out,
          error,
          line: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : undefined,
        })
      },
    )
  })
}

describe('the last line', () => {
  let ran: Ran
  beforeAll(async () => {
    ran = await run(file())
  })

  test('is the answer, and nothing but it', () => {
    expect(ran.line).toEqual({
      status: 'optimal',
      totalValue: 11,
      chosen: ['b'],
      leftOut: [{ id: 'a', why: 'lowerValuePerKrona', year: 2027 }],
    })
    expect(ran.code).toBe(0)
  })

  test('stands after the same in words', () => {
    expect(ran.out.split('\n').slice(0, 2)).toEqual([
      '1 chosen of 2, value 11: proved to be the best',
      '  left out: a (lowerValuePerKrona 2027)',
    ])
  })
})

test('what must be in and doesn’t fit: kronor a year, with what it needs, and person-days apart', async () => {
  const { line, code } = await run(
    file({
      personDayFrames: { 2027: 5 },
      items: [
        item('law', { mandatory: true, prerequisites: ['base'], personDays: { 2027: 8 } }),
        item('base', { value: 0, cost: { 2027: 50.5, 2028: 100 } }),
      ],
    }),
  )
  expect(code).toBe(0)
  expect(line).toMatchObject({ status: 'infeasible', totalValue: 0, chosen: [], leftOut: [] })
  expect(line).toMatchObject({ shortfall: { 2027: 10.5 }, shortfallDays: { 2027: 3 } })
})

test('what must be in and is at odds with itself lacks no kronor', async () => {
  const both = [item('a', { mandatory: true, cost: {} }), item('b', { mandatory: true, cost: {} })]
  const { line } = await run(file({ items: both, exclusions: [['a', 'b']] }))
  expect(line).toMatchObject({
    status: 'infeasible',
    shortfall: {},
    contradictions: [{ why: 'exclusion', ids: ['a', 'b'] }],
  })
})

test('nothing to choose among is nothing chosen', async () => {
  expect((await run(file({ items: [] }))).line).toEqual({
    status: 'optimal',
    totalValue: 0,
    chosen: [],
    leftOut: [],
  })
})

describe('nothing is answered, and the process fails, when', () => {
  test.for([
    { says: 'no file is named', content: undefined, more: [], error: 'Name the file' },
    { says: 'the file isn’t JSON', content: '{"years": [2027', more: [], error: "it isn't JSON" },
    { says: 'the time is no time', content: file(), more: ['--seconds', 'soon'], error: 'a number above 0' },
    {
      says: 'the file isn’t there',
      content: undefined,
      more: ['/no/such/file.json'],
      error: "can't be read",
    },
  ])('$says', async ({ content, more, error }) => {
    const ran = await run(content, ...more)
    expect([ran.code, ran.line, ran.error.includes(error)]).toEqual([1, undefined, true])
  })
})

const faultsOf = (content: object | string) => {
  const read = readProblem(typeof content === 'string' ? content : JSON.stringify(content))
  return 'faults' in read ? read.faults : []
}

describe('a file that can’t be reckoned with says', () => {
  test.for([
    { says: 'a list is no question', content: [], fault: /^years: / },
    { says: 'nothing given', content: {}, fault: /^years: / },
    {
      says: 'no frame for a year',
      content: file({ frames: { 2027: 1 } }),
      fault: 'no frame is given for 2028',
    },
    { says: 'a frame of no year', content: file({ frames: { next: 1 } }), fault: /must be a year/ },
    {
      says: 'a negative frame',
      content: file({ frames: { 2027: -1, 2028: 1 } }),
      fault: 'the frame of cost in 2027 is negative, or no number to reckon with',
    },
    {
      says: 'a negative cost',
      content: file({ items: [item('a', { cost: { 2027: -1 } })] }),
      fault: 'cost of a in 2027 is negative, or no number to reckon with',
    },
    {
      says: 'negative days',
      content: file({ items: [item('a', { personDays: { 2028: -1 } })] }),
      fault: 'personDays of a in 2028 is negative, or no number to reckon with',
    },
    {
      says: 'no value',
      content: file({ items: [item('a', { value: undefined })] }),
      fault: /^items\.0\.value: /,
    },
    {
      says: 'a value beyond numbers',
      content: JSON.stringify(file()).replace('"value":11', '"value":1e999'),
      fault: "the value of b isn't a number to reckon with",
    },
    {
      says: 'half a year',
      content: file({ items: [item('a', { start: 2027.5 })] }),
      fault: /^items\.0\.start: /,
    },
    {
      says: 'two of the same name',
      content: file({ items: [item('a'), item('a')] }),
      fault: 'two items are called a',
    },
    {
      says: 'waiting for what isn’t there',
      content: file({ items: [item('a', { prerequisites: ['x'] })] }),
      fault: "a waits for x, which isn't among the items",
    },
    {
      says: 'waiting for itself',
      content: file({ items: [item('a', { prerequisites: ['a'] })] }),
      fault: 'these wait for each other in a circle: a → a',
    },
    {
      says: 'waiting in a ring',
      content: file({ items: [item('a', { prerequisites: ['b'] }), item('b', { prerequisites: ['a'] })] }),
      fault: 'these wait for each other in a circle: a → b → a',
    },
    {
      says: 'excluding what isn’t there',
      content: file({ exclusions: [['a', 'x']] }),
      fault: "x is excluded by another, and isn't among the items",
    },
    { says: 'excluding itself', content: file({ exclusions: [['a', 'a']] }), fault: 'a excludes itself' },
  ])('$says', ({ content, fault }) => {
    expect(faultsOf(content)).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault))
  })
})

test('what the file leaves unsaid is reckoned as nothing, and that is told', () => {
  const read = readProblem(
    JSON.stringify(
      file({ frames: { 2027: 1, 2028: 1, 2040: 1 }, items: [{ id: 'a', value: 1, start: 2027 }] }),
    ),
  )
  expect(read).toMatchObject({
    problem: { candidates: [{ id: 'a', mandatory: false, prerequisites: [], cost: {}, personDays: {} }] },
    notes: [
      "frames of years that aren't asked about are left out: 2040",
      'without costs, and reckoned as costing nothing: a',
    ],
  })
})

test('an option that there isn’t is said in a sentence, with how the command is written', async () => {
  const { code, error } = await run(file(), '--second', '3')
  expect([code, error]).toEqual([
    1,
    expect.stringMatching(/^Unknown option '--second'.*\nUse: npm run select/),
  ])
})

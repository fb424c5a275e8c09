/** A need from anybody: its number, its proposer and its trail, once, however often and by however many it is asked for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction, type ActionArgs } from '#src/actions/index.ts'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { lostAt } from '#test/fixtures/interrupted.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

type Args = ActionArgs<'proposeNeed'>
const filled: Args = {
  title: 'Bildstöd i hemmet',
  need: 'Brukare utan tal kan inte berätta hur dagen varit.',
  benefit: 'De kan bestämma mer själva.',
  unit: 'u-avo-ht',
}
const propose = (who: Who, args: Partial<Args> = {}, key: string = crypto.randomUUID()) =>
  stand.act(who, 'proposeNeed', { ...filled, ...args }, { key })
const one = async (asked: ReturnType<typeof propose>) => (await asked).initiatives?.[0] ?? expect.fail()
const trailOf = (key: string) => stand.store.where(trail, { column: 'initiative', value: key })

describe('a need', () => {
  test('of an employee is in the first stage, with them as proposer and contact, and one trail entry', async () => {
    const made = await one(propose('employee', { systems: 'Treserva', legal: 'no', wantsToBuy: true }))
    expect(await stand.store.byKey(initiatives, made.key)).toMatchObject({
      title: filled.title,
      need: filled.need,
      benefit: filled.benefit,
      number: 'ÄVO-2024-001',
      stage: 'collection',
      state: 'active',
      stageSince: TODAY,
      portfolio: { key: 'pf-avo' },
      unit: { key: 'u-avo-ht', title: 'Hemtjänst' },
      proposer: stand.person('employee'),
      contact: stand.person('employee'),
      systems: 'Treserva',
      legal: 'no',
      wantsToBuy: true,
      changedBy: stand.person('employee'),
    })
    expect(await trailOf(made.key)).toMatchObject([
      { kind: 'proposed', to: 'Insamling behov/idéer', person: stand.person('employee'), day: TODAY },
    ])
  })

  test('goes on from the numbers that stand there, whoever put them', async () => {
    await aNeed(stand, { number: 'ÄVO-2024-090' }, { business: false })
    expect((await one(propose('employee'))).number).toBe('ÄVO-2024-091')
  })

  test('may have another contact person, and another portfolio', async () => {
    const contact = stand.person('homeCareManager')
    const made = await one(propose('employee', { contact, portfolio: 'pf-id' }))
    expect(made).toMatchObject({ contact, portfolio: { key: 'pf-id' }, number: 'ID-2024-001' })
    expect(made.proposer).toEqual(stand.person('employee'))
  })

  test("of another administration goes to the city's portfolio", async () => {
    expect((await one(propose('employee', { unit: 'u-ffs-boe' }))).portfolio.key).toBe('pf-id')
  })

  test('with a formula for a title keeps it as the text it is', async () => {
    const title = '=HYPERLINK("http://evil.example";"Klicka")'
    expect((await one(propose('employee', { title }))).title).toBe(title)
  })
})

describe('asked again', () => {
  test('with the same key is the same need, with one trail entry', async () => {
    const first = await one(propose('employee', {}, 'twice'))
    const second = await one(propose('employee', {}, 'twice'))
    expect(second).toEqual(first)
    expect(await trailOf(first.key)).toHaveLength(1)
  })

  test.for([1, 2, 3])('after the connection broke at write %i is made once, with its trail', async (at) => {
    for (const sent of [true, false]) {
      const key = `lost-${at}-${sent}`
      const work = stand.work('employee', { key, store: lostAt(stand, at, { sent }).store })
      await runAction(work, 'proposeNeed', filled).catch(() => undefined)
      const made = await one(propose('employee', {}, key))
      const all = await stand.store.all(initiatives)
      expect(all.filter((i) => i.key === key)).toHaveLength(1)
      expect(await trailOf(made.key)).toHaveLength(1)
    }
  })

  test('by five at once gives five needs and five numbers', async () => {
    const made = await Promise.all(
      (['employee', 'homeCareManager', 'director', 'projectManager', 'otherLead'] as const).map((who) =>
        one(propose(who)),
      ),
    )
    expect(new Set(made.map(({ number }) => number)).size).toBe(5)
    expect(made.map(({ number }) => number).every((number) => /^ÄVO-2024-\d{3}$/.test(number))).toBe(true)
  })

  test("with a key that stands for somebody else's need is refused, and leaves no trail there", async () => {
    const theirs = await aNeed(stand, {}, { business: false })
    expect(await whysOf(propose('employee', {}, theirs.key))).toEqual(['invalid'])
    expect(await trailOf(theirs.key)).toEqual([])
  })
})

describe('is refused', () => {
  test.for<{ says: string; args: Record<string, unknown>; refusal: object }>([
    {
      says: 'without a title',
      args: { title: '  ' },
      refusal: { why: 'invalid', problems: [{ field: 'title', problem: 'required' }] },
    },
    {
      says: 'with a title of 256 characters',
      args: { title: 'x'.repeat(256) },
      refusal: { why: 'invalid', problems: [{ field: 'title', problem: 'tooLong', limit: 255 }] },
    },
    {
      says: 'from a unit that is not there',
      args: { unit: 'u-nowhere' },
      refusal: { why: 'notFound', what: 'unit', key: 'u-nowhere' },
    },
    {
      says: 'to a portfolio that is not there',
      args: { portfolio: 'pf-nowhere' },
      refusal: { why: 'notFound', what: 'portfolio', key: 'pf-nowhere' },
    },
    {
      says: 'without a unit, when nobody has chosen a portfolio',
      args: { unit: undefined },
      refusal: { why: 'invalid', problems: [{ field: 'portfolio', problem: 'required' }] },
    },
    {
      says: 'with a stage of its own',
      args: { stage: 'ready' },
      refusal: { why: 'invalid', problems: [{ field: 'stage', problem: 'noField' }] },
    },
  ])('$says', async ({ args, refusal }) => {
    expect(await refusalsOf(propose('employee', args as Partial<Args>))).toEqual([refusal])
  })
})

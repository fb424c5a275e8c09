/** A mark or its lifting that is broken off, or that somebody writes in the middle of, is finished. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finishMoves } from '#src/actions/confidential/settleConfidential.ts'
import { costItems } from '#src/lists/businessCase.ts'
import { GraphError } from '#src/graph/errors.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { listStore } from '#src/graph/listStore.ts'
import { Killed, killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { marking } from '#test/fixtures/marking.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { mark, lift, placesOf } = marking(() => stand)

describe.for([
  {
    first: 1,
    says: 'the process is killed before a write',
    how: (at: number) => killedAt(stand, at, { sent: false }),
  },
  {
    first: 2,
    says: 'the process is killed after a write',
    how: (at: number) => killedAt(stand, at, { sent: true }),
  },
  { first: 3, says: 'an answer is lost', how: (at: number) => lostAt(stand, at, { sent: true }) },
])('when $says', ({ how, first }) => {
  test('a mark is finished by asking again, and so is its lifting; nothing is lost or doubled', {
    timeout: 120_000,
  }, async () => {
    for (let at = first; ; at += 3) {
      const need = await aNeed(stand)
      const before = await placesOf(need)
      const [marking, lifting] = [how(at), how(at)]
      const keys = [crypto.randomUUID(), crypto.randomUUID()]
      await mark(need.key, { store: marking.store, key: keys[0] }).catch(onlyBroken)
      await mark(need.key, { key: keys[0] })
      expect(await placesOf(need)).toEqual({ open: 0, narrow: before.open + 1 })
      await lift(need.key, { store: lifting.store, key: keys[1] }).catch(onlyBroken)
      await lift(need.key, { key: keys[1] })
      expect(await placesOf(need)).toEqual({ open: before.open + 2, narrow: 0 })
      if (!marking.reached() && !lifting.reached()) return
    }
  })
})

const onlyBroken = (error: unknown) => {
  if (!(error instanceof Killed) && !(error instanceof GraphError && error.status === -1)) throw error
}

describe('the timer', () => {
  const system = () => stand.work('administrator')

  test('finishes what a crash left half marked, however old, and what is finished it leaves alone', {
    timeout: 120_000,
  }, async () => {
    await finishMoves(system(), await finishMoves(system(), new Set()))
    const need = await aNeed(stand)
    const { store } = killedAt(stand, 3, { sent: false })
    await expect(mark(need.key, { store, today: '2021-01-04' })).rejects.toBeInstanceOf(Killed)
    expect((await placesOf(need)).open).toBeGreaterThan(0)
    const seen = await finishMoves(system(), new Set())
    expect((await placesOf(need)).open).toBe(0)
    expect(seen).toEqual(new Set([need.key]))
    expect(await finishMoves(system(), seen)).toEqual(new Set())
    expect(await stand.store.byKey(initiatives, need.key)).not.toHaveProperty('moving')
    expect(await finishMoves(system(), new Set())).toEqual(new Set())
  })

  test('fetches what somebody wrote in the open list while the initiative was moved', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    // As a request that had looked before the move, and wrote after it.
    const place = { ...stand.site.listIds, ConfidentialInitiatives: '' }
    const late = listStore({ graph: stand.graphAs('server'), site: { ...stand.site, listIds: place } })
    await late.create(costItems, {
      key: `${need.key}/late`,
      title: 'Sent skriven',
      initiative: { key: need.key, title: need.title },
      kind: 'supplier',
      amountKr: 1,
      year: 2025,
    })
    expect((await placesOf(need)).open).toBe(1)
    await finishMoves(system(), new Set())
    expect((await placesOf(need)).open).toBe(0)
  })

  test('puts back what somebody took out of the recycle bin, and keeps what has been written since', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    const seen = await finishMoves(system(), new Set())
    await finishMoves(system(), seen)
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: need.key,
      changes: { comment: 'Nytt' },
      base: { comment: need.comment ?? null },
    })
    const place = { ...stand.site.listIds, ConfidentialInitiatives: '' }
    const old = listStore({ graph: stand.graphAs('server'), site: { ...stand.site, listIds: place } })
    const { id: _, version: __, ...draft } = need
    await old.create(initiatives, { ...draft, moving: 'narrow' })
    await finishMoves(system(), new Set())
    const { open, narrow } = await stand.store.both(initiatives, { column: 'key', value: need.key })
    expect([open.length, narrow[0]?.comment]).toEqual([0, 'Nytt'])
  })
})

test('what somebody writes while the initiative is moved is moved with it', { timeout: 60_000 }, async () => {
  for (let at = 1; at < 40; at += 3) {
    const need = await aNeed(stand)
    const asked = {
      initiative: need.key,
      changes: { comment: `nr ${at}` },
      base: { comment: need.comment ?? null },
    }
    let written = false
    const { store, reached } = meanwhileAt(stand, at, async () => {
      await stand.act('developmentLead', 'prepareInitiative', asked)
      written = true
    })
    await mark(need.key, { store })
    expect((await placesOf(need)).open).toBe(0)
    if (written) expect((await stand.store.byKey(initiatives, need.key))?.comment).toBe(`nr ${at}`)
    if (!reached()) break
  }
})

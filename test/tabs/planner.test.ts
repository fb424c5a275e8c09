/** A worker that hangs, breaks or answers out of turn. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ImportPlan, PlannedNeed } from '#src/import/plan.ts'
import { createPlanner } from '#tabs/portfolio/import/planner.ts'
import type { PlanAnswer, PlanAsked } from '#tabs/workers/import.ts'

const bytes = new Uint8Array([1, 2, 3])
const options = { process: 'behovsprocessen', units: [], people: [] } as const
const aPlan = (sheet: string, rows: readonly PlannedNeed[] = []) => ({ sheet, rows }) as ImportPlan

type FakeWorker = ReturnType<typeof aWorker>

/** Does what the test tells it to, when it is asked. */
function aWorker(answerTo: (id: number, answer: (data: PlanAnswer) => void) => void = () => undefined) {
  const asked: PlanAsked[] = []
  const target = new EventTarget()
  const answer = (data: PlanAnswer) => target.dispatchEvent(new MessageEvent('message', { data }))
  return Object.assign(target, {
    asked,
    answer,
    terminate: vi.fn<() => void>(),
    postMessage: (one: PlanAsked) => {
      asked.push(one)
      answerTo(one.id, answer)
    },
  })
}

function aPlanner(...workers: FakeWorker[]) {
  const left = [...workers]
  return createPlanner({ start: () => left.shift() as unknown as Worker, patienceMs: 1000 })
}
const answering = () => aWorker((id, answer) => answer({ id, plan: aPlan(`asked ${id}`) }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a worker that hangs is stopped and said to be slow; the next file gets a new worker', async () => {
  const hanging = aWorker()
  const planner = aPlanner(hanging, answering())
  const slow = planner.plan(bytes, options)
  vi.advanceTimersByTime(1000)
  expect(await slow).toEqual({ failure: { why: 'slow' } })
  expect(hanging.terminate).toHaveBeenCalledOnce()
  expect(await planner.plan(bytes, options)).toEqual({ plan: aPlan('asked 2') })
})

test('a worker that breaks gives an answer to everything that was asked of it', async () => {
  const breaking = aWorker()
  const planner = aPlanner(breaking, answering())
  const both = [planner.plan(bytes, options), planner.plan(bytes, options)]
  breaking.dispatchEvent(new Event('error'))
  expect(await Promise.all(both)).toEqual([{ failure: { why: 'broken' } }, { failure: { why: 'broken' } }])
  expect(await planner.plan(bytes, options)).toEqual({ plan: aPlan('asked 3') })
})

test('the rows that came in pieces are those of the plan, in their order, and not of the next', async () => {
  const row = (n: number) => ({ row: n }) as PlannedNeed
  const planner = aPlanner(
    aWorker((id, answer) => {
      answer({ id, rows: [row(id), row(id + 10)] })
      answer({ id, rows: [row(id + 20)] })
      answer({ id, plan: aPlan('Behov') })
    }),
  )
  expect(await planner.plan(bytes, options)).toEqual({ plan: aPlan('Behov', [row(1), row(11), row(21)]) })
  expect(await planner.plan(bytes, options)).toEqual({ plan: aPlan('Behov', [row(2), row(12), row(22)]) })
})

test('an unforeseen error inside the worker is told, not thrown', async () => {
  const planner = aPlanner(aWorker((id, answer) => answer({ id, broken: 'TypeError' })))
  expect(await planner.plan(bytes, options)).toEqual({ failure: { why: 'broken' } })
})

test('a refused file says why, with what the sentence needs', async () => {
  const refused = { why: 'noSuchSheet', detail: 'Blad1' } as const
  const planner = aPlanner(aWorker((id, answer) => answer({ id, refused })))
  expect(await planner.plan(bytes, options)).toEqual({
    failure: { why: 'refused', refusal: 'noSuchSheet', detail: 'Blad1' },
  })
})

test('answers out of turn reach whoever asked', async () => {
  const worker = aWorker()
  const planner = aPlanner(worker)
  const [first, second] = [planner.plan(bytes, options), planner.plan(bytes, options)]
  worker.answer({ id: 2, plan: aPlan('second') })
  worker.answer({ id: 1, plan: aPlan('first') })
  expect(await Promise.all([first, second])).toEqual([{ plan: aPlan('first') }, { plan: aPlan('second') }])
})

test('the file is sent once, and again to a new worker', async () => {
  const [first, second] = [answering(), answering()]
  const planner = aPlanner(first, second)
  await planner.plan(bytes, options)
  await planner.plan(bytes, options)
  planner.close()
  await planner.plan(bytes, options)
  expect([...first.asked, ...second.asked].map((asked) => asked.bytes !== undefined)).toEqual([
    true,
    false,
    true,
  ])
})

test('more than 20 MB never reaches the worker', async () => {
  const worker = answering()
  const huge = new Uint8Array(20 * 2 ** 20 + 1)
  expect(await aPlanner(worker).plan(huge, options)).toEqual({
    failure: { why: 'refused', refusal: 'tooLarge' },
  })
  expect(worker.asked).toEqual([])
})

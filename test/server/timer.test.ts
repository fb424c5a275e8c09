/** The timer of the server finishes at start what a process that died left undone. */
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { keepApplying } from '#bots/timer.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

test('a decision that was only written down is carried out, also when another one can not be', async () => {
  const needs = [await aNeed(stand), await aNeed(stand)]
  for (const { key } of needs) {
    const { store } = killedAt(stand, 1, { sent: true })
    const args = { initiative: key, gate: 'BP1', outcome: 'goOn', wording: 'Går vidare.' }
    await runAction(stand.work('homeCareManager', { store }), 'decideGate', args).catch(() => undefined)
  }
  const [broken, whole] = needs.map(({ key }) => key)
  const { decisions } = await asItStands(stand, broken ?? '')
  const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.Initiatives}/items/${needs[0]?.id}/fields`
  await stand.graphAs('outside')({ method: 'PATCH', path, body: { Stage: 'Påhittat steg' } })
  expect(decisions).toHaveLength(1)

  const warnings: unknown[] = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) })
  const stop = keepApplying({
    graph: stand.graphAs('server'),
    site: stand.site,
    today: async () => TODAY,
    logger,
  })
  await expect.poll(() => warnings).toHaveLength(1)
  stop()
  const now = await asItStands(stand, whole ?? '')
  expect([now.initiative.stage, now.trail.length]).toEqual(['screening', 1])
  expect(String(warnings[0])).toContain('decisions could not be carried out')
})

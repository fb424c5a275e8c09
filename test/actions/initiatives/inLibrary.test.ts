/** What the library can't do is said in words; what isn't its fault is left alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inLibrary } from '#src/actions/meetings/minutes/inLibrary.ts'
import { asPdf, readMinutesFile } from '#src/graph/minutesFiles.ts'
import { english } from '#src/text/english.ts'
import { refusalText } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'
import { refusalsOf, setUpStand, type Stand } from '#test/fixtures/stand.ts'

await Promise.all([swedish, english].map((words) => words.learn('meetings')))

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('lists')
})
afterAll(() => stand.close())

test.for([
  { says: 'a library that is not there', status: 404, words: /saknas på webbplatsen/ },
  { says: 'a site that is full', status: 507, words: /full/ },
  { says: 'a file that somebody has open', status: 423, words: /öppen/ },
  { says: 'a machine without a converter', status: 501, words: /ingen omvandlare/ },
])('$says is a refusal with its own sentence', async ({ status, words }) => {
  stand.tenant.control.setFaults([{ match: { path: '/content' }, times: 1, status }])
  const refusals = await refusalsOf(inLibrary(() => asPdf(stand.store, 'x')))
  expect(refusals.map((refusal) => refusalText(refusal, swedish))).toEqual([
    expect.stringMatching(words) as string,
  ])
  for (const refusal of refusals) expect(refusalText(refusal, english)).not.toMatch(/refusal\./)
})

test('a service that is down is no refusal', async () => {
  stand.tenant.control.setFaults([{ match: { path: '/content' }, times: 1, status: 500 }])
  await expect(inLibrary(() => readMinutesFile(stand.store, 'x'))).rejects.toMatchObject({ status: 500 })
})

test('what succeeds is answered', async () => {
  expect(await inLibrary(() => Promise.resolve(7))).toBe(7)
})

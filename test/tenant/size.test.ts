/** Ten thousand rows: nothing is cut. */
import { expect, test } from 'vitest'
import { addRows, aList, aTenant, nextOf } from './fixtures.ts'

test('ten thousand rows are imported, paged whole by five thousand and found by index', async () => {
  const call = await aTenant().as('manage')
  const list = await aList(call)
  const row = (index: number) => ({
    Title: `Bok nummer ${index} i samlingen`,
    Key: `k${index}`,
    Genre: 'Saga',
    Pages: index,
  })
  await addRows(
    call,
    list,
    Array.from({ length: 10_000 }, (_, index) => row(index)),
  )

  const query = `${list}/items?$select=id&$expand=fields($select=Title,Key,Genre,Pages)&$top=5000`
  const { body: first } = await call('GET', query)
  const { body: second } = await call('GET', nextOf(first))
  expect([first.value.length, second.value.length]).toEqual([5000, 5000])
  expect(second.value.at(-1)?.fields['Key']).toBe('k9999')
  expect(second['@odata.nextLink']).toBeUndefined()

  expect((await call('GET', `${list}/items?$filter=fields/Key eq 'k777'`)).body.value).toHaveLength(1)
  const broad = await call('GET', `${list}/items?$filter=fields/Genre eq 'Saga'`)
  expect([broad.status, broad.body.error.innerError.code]).toEqual([422, 'tooManyResources'])
})

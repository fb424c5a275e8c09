/** Rows of a list, added and read as a test goes. */
import type { Client } from './fixtures.ts'

/** Of the list at that path, by that client. */
export function rowsOf(there: () => { call: Client; list: string }) {
  const add = (fields: Record<string, unknown>) => there().call('POST', `${there().list}/items`, { fields })
  const fieldsOf = async (id: string, select = '') =>
    (
      await there().call(
        'GET',
        `${there().list}/items/${id}?$expand=fields${select === '' ? '' : `($select=${select})`}`,
      )
    ).body.fields
  return { add, fieldsOf }
}

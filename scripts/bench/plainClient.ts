/** What most programs do with Graph: look the site's lists up, then read each list, 200 rows a page, every field of every row. */

export interface PlainLoad {
  rows: number
  /** Until the last row is parsed. */
  ms: number
}

interface Page {
  value: { fields?: object; name?: string; id?: string }[]
  '@odata.nextLink'?: string
}

/** `names`: the lists to read, by their names on the site. Remembers nothing, so that a second load is as the first. */
export async function plainLoad(asked: {
  origin: string
  token: string
  siteId: string
  names: readonly string[]
}): Promise<PlainLoad> {
  const started = performance.now()
  const get = async (url: string): Promise<Page> => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${asked.token}` } })
    if (!response.ok) throw new Error(`${response.status} from ${url}`)
    return (await response.json()) as Page
  }
  const site = `${asked.origin}/v1.0/sites/${asked.siteId}`
  const { value: lists } = await get(`${site}/lists`)
  let rows = 0
  for (const name of asked.names) {
    const list = lists.find((candidate) => candidate.name === name)
    if (!list?.id) throw new Error(`The site has no list ${name}`)
    let next: string | undefined = `${site}/lists/${list.id}/items?expand=fields&$top=200`
    while (next !== undefined) {
      const page: Page = await get(next)
      rows += page.value.length
      next = page['@odata.nextLink']
    }
  }
  return { rows, ms: performance.now() - started }
}

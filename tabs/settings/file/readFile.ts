/** Plans a file in a worker; people whom only the directory knows are looked up there, and the file is planned again. */
import type { Person } from '#src/lists/columns.ts'
import { limits } from '#src/import/zip.ts'
import type { OrganisationPlan } from '#src/import/organisation/plan.ts'
import type { Organisation } from '#src/rules/organisation/organising.ts'
import type { Data } from '../../data.ts'
import type { OrganisationAnswer, OrganisationAsked } from '../../workers/organisation.ts'

export type Read = { plan: OrganisationPlan } | { refused: true }

/** Reading hangs or breaks: the file is as good as unreadable. */
const PATIENCE_MS = 60_000

export async function readFile(
  file: File,
  now: Organisation,
  { searchPeople }: Pick<Data, 'searchPeople'>,
  /** Told before people are looked up. */
  looking: (count: number) => void,
): Promise<Read> {
  if (file.size > limits.fileBytes) return { refused: true }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const first = await ask({ bytes, now, known: [] })
  if (!('plan' in first) || first.plan.strangers.length === 0) return first
  looking(first.plan.strangers.length)
  const known: [string, Person][] = []
  // One at a time: a directory is shared by everybody, and a file seldom has many new people.
  for (const mail of first.plan.strangers) {
    const hits = await searchPeople(mail)
    const hit = hits.find(({ email }) => email.toLowerCase() === mail)
    if (hit) known.push([mail, { id: hit.id, name: hit.name }])
  }
  return known.length > 0 ? ask({ bytes, now, known }) : first
}

function ask(asked: OrganisationAsked): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../../workers/organisation.ts', import.meta.url), { type: 'module' })
    const end = (read: Read) => {
      clearTimeout(late)
      worker.terminate()
      resolve(read)
    }
    const late = setTimeout(() => end({ refused: true }), PATIENCE_MS)
    worker.addEventListener('message', ({ data }: MessageEvent<OrganisationAnswer>) =>
      end('plan' in data ? data : { refused: true }),
    )
    worker.addEventListener('error', () => end({ refused: true }))
    worker.postMessage(asked, [])
  })
}

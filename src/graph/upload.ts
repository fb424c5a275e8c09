/** Sends a file's bytes straight to SharePoint, in pieces that go on where a broken connection left them. */
import { GraphError } from './errors.ts'
import { type SiteFile, toFile, type WireFile } from './files.ts'

/** Each but the last must be a multiple of 320 KiB: https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
const UNIT_BYTES = 320 * 1024
const PIECE_BYTES = 16 * UNIT_BYTES
/** Seconds before each try after a failure; a piece that arrives starts over. */
const WAITS_S = [1, 2, 5, 10, 20, 30]

export interface UploadOptions {
  /** Told after each piece: bytes that have arrived, of all. */
  onProgress?: (sent: number, total: number) => void
  /** Gives up, and lets SharePoint forget what has come. */
  signal?: AbortSignal
  /** A multiple of 320 KiB. */
  pieceBytes?: number
  fetch?: typeof fetch
  wait?: (seconds: number) => Promise<void>
}

/**
 * Answers the new file; `undefined` when all bytes arrived but the answer was lost: read the folder. No token goes along.
 * Throws GraphError: 404 when the address has grown too old, 409 when the name is taken, -1 when the net stays away.
 */
export async function uploadInPieces(
  uploadUrl: string,
  content: Blob,
  { onProgress, signal, pieceBytes = PIECE_BYTES, fetch: send = fetch, wait = sleep }: UploadOptions = {},
): Promise<SiteFile | undefined> {
  if (content.size === 0)
    throw new GraphError({ status: 400, code: 'emptyFile', message: 'An empty file has no pieces' })
  let from = 0
  let failures = 0
  let misplaced = 0
  let mayBeDone = false
  const aborted = new Promise<void>((done) => signal?.addEventListener('abort', () => done(), { once: true }))
  const giveUp = async () => {
    await send(uploadUrl, { method: 'DELETE' }).catch(() => undefined)
    throw signal?.reason ?? new DOMException('Given up', 'AbortError')
  }

  for (;;) {
    if (signal?.aborted) await giveUp()
    const to = Math.min(from + pieceBytes, content.size)
    // After a failure the service is asked first what it has.
    const response = await (failures === 0
      ? send(uploadUrl, {
          method: 'PUT',
          headers: { 'Content-Range': `bytes ${from}-${to - 1}/${content.size}` },
          body: content.slice(from, to),
          ...(signal && { signal }),
        })
      : send(uploadUrl, signal ? { signal } : {})
    ).catch((error: unknown) => error)

    if (signal?.aborted) await giveUp()
    if (!(response instanceof Response) || isWorthAnotherTry(response.status)) {
      mayBeDone ||= failures === 0 && to === content.size
      const seconds = WAITS_S[failures]
      failures += 1
      if (seconds === undefined) throw await failureOf(response)
      await Promise.race([wait(Math.max(seconds, retryAfter(response))), aborted])
      continue
    }
    if (response.status === 404 && mayBeDone && failures > 0) return undefined
    if (response.status === 416) {
      // It has other bytes than we thought: asked which, unless that never helps.
      misplaced += 1
      if (misplaced > WAITS_S.length) throw await failureOf(response)
      failures = Math.max(failures, 1)
      continue
    }
    if (!response.ok) throw await failureOf(response)
    const answer = (await response.json()) as WireFile & { nextExpectedRanges?: string[] }
    if (answer.nextExpectedRanges === undefined) {
      onProgress?.(content.size, content.size)
      return toFile(answer)
    }
    from = Number.parseInt(answer.nextExpectedRanges[0] ?? '0', 10) || 0
    failures = 0
    onProgress?.(from, content.size)
  }
}

const isWorthAnotherTry = (status: number) => status === 429 || status >= 500

const retryAfter = (response: unknown) =>
  response instanceof Response ? Number(response.headers.get('retry-after') ?? 0) || 0 : 0

async function failureOf(response: unknown): Promise<GraphError> {
  if (!(response instanceof Response))
    return new GraphError({ status: -1, code: 'network', message: String(response) })
  const text = await response.text()
  const said = /"code":"(\w+)","message":"([^"]*)"/.exec(text)
  return new GraphError({
    status: response.status,
    code: said?.[1] ?? '',
    message: said?.[2] ?? `SharePoint answered ${response.status}`,
  })
}

const sleep = (seconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })

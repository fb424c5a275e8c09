/** `$batch` by hand: twenty calls in one request, each with its own answer, throttled ones asked again. */
import type { Graph } from './client.ts'
import { GraphError } from './errors.ts'

/** https://learn.microsoft.com/graph/json-batching */
const MOST_IN_A_BATCH = 20
const MOST_ATTEMPTS = 4

export interface BatchCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path below `/v1.0`. */
  path: string
  body?: object
  headers?: Record<string, string>
}

interface BatchAnswer {
  id: string
  status: number
  headers?: Record<string, string>
  body?: {
    error?: { code?: string; message?: string; innerError?: { code?: string; 'request-id'?: string } }
  }
}

/** Answers in the order asked: a body, or the GraphError of that call alone. */
export async function batch(
  graph: Graph,
  calls: readonly BatchCall[],
  wait: (seconds: number) => Promise<void> = sleep,
): Promise<unknown[]> {
  const answers: unknown[] = []
  for (let at = 0; at < calls.length; at += MOST_IN_A_BATCH) {
    answers.push(...(await ask(graph, calls.slice(at, at + MOST_IN_A_BATCH), wait)))
  }
  return answers
}

async function ask(
  graph: Graph,
  calls: readonly BatchCall[],
  wait: (seconds: number) => Promise<void>,
): Promise<unknown[]> {
  const answers = new Map<string, BatchAnswer>()
  let open = calls.map((_, i) => String(i))
  for (let attempt = 1; open.length > 0 && attempt <= MOST_ATTEMPTS; attempt++) {
    const body = { requests: open.map((id) => toRequest(id, calls[Number(id)] as BatchCall)) }
    const { responses } = await graph<{ responses: BatchAnswer[] }>({ method: 'POST', path: '/$batch', body })
    for (const response of responses) answers.set(response.id, response)
    open = open.filter((id) => isThrottledAnswer(answers.get(id)))
    // SDKs do not retry these; each carries its own Retry-After (https://learn.microsoft.com/graph/throttling).
    const seconds = Math.max(0, ...open.map((id) => retryAfter(answers.get(id))))
    if (seconds > (graph.longestWait ?? Number.POSITIVE_INFINITY)) break
    if (open.length > 0 && attempt < MOST_ATTEMPTS) await wait(seconds)
  }
  return calls.map((_, i) => read(answers.get(String(i))))
}

const toRequest = (id: string, { method = 'GET', path, body, headers }: BatchCall) => ({
  id,
  method,
  url: path,
  ...(body && { body }),
  ...((body || headers) && { headers: { ...(body && { 'Content-Type': 'application/json' }), ...headers } }),
})

const isThrottledAnswer = (answer: BatchAnswer | undefined) =>
  answer?.status === 429 || answer?.status === 503

/** Seconds; one where the service says none, or says it as a date. */
function retryAfter(answer: BatchAnswer | undefined): number {
  const header = Object.entries(answer?.headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')
  const seconds = Number(header?.[1] ?? 1)
  return Number.isFinite(seconds) ? seconds : 1
}

function read(answer: BatchAnswer | undefined): unknown {
  if (!answer)
    return new GraphError({ status: -1, code: 'missing', message: 'The batch has no answer to this call' })
  if (answer.status < 400) return answer.body
  const error = answer.body?.error
  return new GraphError({
    status: answer.status,
    code: error?.code ?? '',
    innerCode: error?.innerError?.code ?? '',
    message: error?.message ?? `Graph answered ${answer.status}`,
    requestId: error?.innerError?.['request-id'] ?? '',
    retryAfter: answer.status === 429 || answer.status === 503 ? retryAfter(answer) : undefined,
  })
}

const sleep = (seconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })

/** The few SharePoint REST calls that provisioning needs; Graph has nothing for them. */
import type { Core } from '../call.ts'
import type { Answer } from '../dispatch.ts'

export async function answerSharePoint(_core: Core, request: Request, url: URL): Promise<Answer> {
  return {
    status: 501,
    body: { error: { message: `The local tenant does not know ${request.method} ${url.pathname}.` } },
  }
}

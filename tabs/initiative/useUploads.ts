/** Files on their way to the site's library: asked for, sent in pieces, given up, gone on with. */
import { useRef, useState } from 'react'
import { GraphError } from '#src/graph/errors.ts'
import { uploadInPieces } from '#src/graph/upload.ts'
import { documentFault } from '#src/rules/initiatives/documents.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'

export interface Sending {
  id: string
  name: string
  size: number
  sent: number
  state: 'waiting' | 'sending' | 'done' | 'stopped' | 'refused'
  refusals: Refusal[]
  /** Why it stopped, when nobody asked it to. */
  failure?: 'net' | 'tooOld' | 'noRight' | 'full' | 'unknown' | undefined
}

interface Work {
  file: File
  stop?: AbortController
  /** The address that bytes are sent to: what has arrived there is not sent again. */
  uploadUrl?: string
}

export function useUploads(initiative: string, arrived: () => void) {
  const { session } = useSession()
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const works = useRef(new Map<string, Work>())
  // One at a time: a large file must not starve the small ones' progress of its line.
  const turn = useRef<Promise<void>>(Promise.resolve())

  const set = (id: string, change: Partial<Sending>) =>
    setSendings((before) => before.map((one) => (one.id === id ? { ...one, ...change } : one)))

  const send = async (id: string) => {
    const work = works.current.get(id)
    if (!work || work.stop?.signal.aborted) return
    const { file } = work
    const stop = new AbortController()
    work.stop = stop
    set(id, { state: 'sending', refusals: [] })
    try {
      if (!work.uploadUrl) {
        if (!navigator.onLine) return set(id, { state: 'stopped', failure: 'net' })
        const answer = await session.acting.act('attachFile', {
          initiative,
          name: file.name,
          size: file.size,
        })
        if ('refusals' in answer) return set(id, { state: 'refused', refusals: answer.refusals })
        const upload = 'done' in answer ? answer.done.upload : undefined
        if (!upload) return set(id, { state: 'stopped', failure: 'net' })
        work.uploadUrl = upload.uploadUrl
      }
      const made = await uploadInPieces(work.uploadUrl, file, {
        signal: stop.signal,
        onProgress: (sent) => set(id, { sent }),
      })
      set(id, { state: 'done', sent: file.size })
      works.current.delete(id)
      arrived()
      if (made)
        await session.acting.act('attachFile', {
          initiative,
          name: made.name,
          size: file.size,
          arrived: made.id,
        })
    } catch (error) {
      if (stop.signal.aborted) {
        // What was given up is forgotten by SharePoint too: it is sent from the start if it is sent again.
        delete work.uploadUrl
        return set(id, { state: 'stopped', sent: 0 })
      }
      const failure = failureOf(error)
      if (failure === 'tooOld') delete work.uploadUrl
      set(id, { state: 'stopped', failure })
    }
  }
  const queue = (id: string) => {
    turn.current = turn.current.then(() => send(id))
  }

  return {
    sendings,
    add: (files: readonly File[]) => {
      for (const file of files) {
        const id = newKey()
        const fault = documentFault(file)
        const sending: Sending = {
          id,
          name: file.name,
          size: file.size,
          sent: 0,
          state: fault ? 'refused' : 'waiting',
          refusals: fault ? [{ why: 'document', fault, name: file.name }] : [],
        }
        setSendings((before) => [...before, sending])
        if (fault) continue
        works.current.set(id, { file })
        queue(id)
      }
    },
    cancel: (id: string) => {
      const work = works.current.get(id)
      if (work?.stop) work.stop.abort()
      else if (work) {
        work.stop = new AbortController()
        work.stop.abort()
        set(id, { state: 'stopped' })
      }
    },
    resume: (id: string) => {
      const work = works.current.get(id)
      if (!work) return
      delete work.stop
      set(id, { state: 'waiting', failure: undefined })
      queue(id)
    },
    forget: (id: string) => {
      works.current.delete(id)
      setSendings((before) => before.filter((one) => one.id !== id))
    },
  }
}

function failureOf(error: unknown): NonNullable<Sending['failure']> {
  if (!(error instanceof GraphError)) return 'unknown'
  if (error.status === -1) return 'net'
  if (error.status === 404 || error.status === 410) return 'tooOld'
  if (error.status === 401 || error.status === 403) return 'noRight'
  return error.status === 507 ? 'full' : 'unknown'
}

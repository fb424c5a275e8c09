/** A Microsoft Teams host for one app: hears its frames and answers them by the protocol's table. */
import { emit, openFrame, reply, type Frame, type FrameOptions } from './frames.ts'
import { isRequest } from './messages.ts'
import { answer, type HostActions } from './protocol.ts'

export type TeamsHost = {
  open(options: FrameOptions): Frame
  close(frame: Frame): void
  /** the open dialogs of a frame, or every frame when no opener is named */
  frames(opener?: Frame): Frame[]
  /** sends an event to each frame whose app has registered for it, as Teams does */
  emit(func: string, args: unknown[]): void
}

/** Starts listening; `actions` is what the page does on behalf of the app. */
export function createHost(actions: HostActions): TeamsHost {
  const open = new Set<Frame>()

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const frame = [...open].find((each) => each.element.contentWindow === event.source)
    if (frame === undefined || event.origin !== frame.origin || !isRequest(event.data)) return
    const request = event.data
    const args = Array.isArray(request.args) ? request.args : []
    Promise.resolve(answer({ frame, request, args, arg: args[0] }, actions)).then(
      (values) => values !== null && open.has(frame) && reply(frame, request, values),
      (error: unknown) => console.error(`${request.func} failed`, error),
    )
  })

  return {
    open(options) {
      const frame = openFrame(options)
      open.add(frame)
      return frame
    },
    close(frame) {
      open.delete(frame)
      frame.element.remove()
    },
    frames: (opener) => [...open].filter((frame) => opener === undefined || frame.opener?.frame === opener),
    emit(func, args) {
      for (const frame of open) if (frame.handlers.has(func)) emit(frame, func, args)
    },
  }
}

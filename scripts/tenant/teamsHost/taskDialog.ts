/**
 * The one dialog an app may have open, with a frame of its own.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
 */
import { byId, dialogById } from './elements.ts'
import { reply, type Frame } from './frames.ts'
import type { TeamsHost } from './host.ts'
import type { DialogInfo, HostActions } from './protocol.ts'

type Opener = Parameters<HostActions['openDialog']>[1]
type Size = Pick<DialogInfo, 'width' | 'height'>

export type TaskDialog = {
  open(info: DialogInfo, opener: Opener): string | null
  /** from the dialog itself or whoever opened it */
  resize(frame: Frame, size: Size): void
  /** closes with the app's own result */
  finish(frame: Frame, result: unknown): void
  /** closes as a person does: the app is told that nothing was chosen */
  cancel(): void
}

// Teams' names for sizes, as px of the frame.
const widths: Record<string, number> = { small: 400, medium: 600, large: 900 }
const heights: Record<string, number> = { small: 300, medium: 480, large: 680 }

export function createTaskDialog(host: TeamsHost, tabOrigin: () => string): TaskDialog {
  const dialog = dialogById('task')
  const [title, box] = [byId('taskTitle', HTMLHeadingElement), byId('taskFrame', HTMLDivElement)]
  let open: { frame: Frame; opener: Opener } | null = null

  const end = (args: unknown[]) => {
    if (open === null) return
    const { frame, opener } = open
    open = null
    host.close(frame)
    reply(opener.frame, opener.request, args)
    dialog.close()
  }
  const resize = ({ width, height }: Size) => {
    // what is left of the window outside the frame: the dialog's padding, heading and border
    if (width !== undefined) box.style.width = `min(${px(width, widths)}px, 100vw - 50px)`
    if (height !== undefined) box.style.height = `min(${px(height, heights)}px, 100dvh - 110px)`
  }
  dialog.addEventListener('close', () => end(['User cancelled/closed the task module.']))
  return {
    open(info, opener) {
      if (open !== null) return 'Another dialog is already open'
      if (!URL.canParse(info.url) || new URL(info.url).origin !== tabOrigin()) {
        return `${info.url} is outside the app's valid domains`
      }
      title.textContent = info.title ?? ''
      resize({ width: info.width ?? 'small', height: info.height ?? 'small' })
      dialog.showModal()
      const frame = host.open({
        url: info.url,
        title: info.title ?? '',
        frameContext: 'task',
        container: box,
        opener,
      })
      open = { frame, opener }
      return null
    },
    resize: (frame, size) => {
      if (open?.frame === frame || open?.opener.frame === frame) resize(size)
    },
    finish: (frame, result) => {
      if (open?.frame === frame) end([null, result])
    },
    cancel: () => dialog.open && dialog.close(),
  }
}

function px(size: number | string, named: Record<string, number>): number {
  const asked = typeof size === 'number' ? size : (named[size] ?? Number(size))
  return Number.isFinite(asked) && asked > 0 ? asked : 400
}

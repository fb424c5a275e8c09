/** The iframes an app runs in: the tab itself and the dialogs it opens. */
import { eventOf, replyTo, type SdkEvent, type SdkReply, type SdkRequest } from './messages.ts'

/** https://learn.microsoft.com/javascript/api/@microsoft/teams-js/framecontexts */
export type FrameContext = 'content' | 'sidePanel' | 'settings' | 'remove' | 'task'

export type Frame = {
  element: HTMLIFrameElement
  origin: string
  frameContext: FrameContext
  /** the events the app has registered for */
  handlers: Set<string>
  /** a dialog's opener: its call is answered when the dialog closes */
  opener: { frame: Frame; request: SdkRequest } | null
}

export type FrameOptions = {
  url: string
  title: string
  frameContext: FrameContext
  container: HTMLElement
  opener?: { frame: Frame; request: SdkRequest }
}

// Teams' own flags for tabs: no allow-top-navigation.
// https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
const sandbox = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
  'allow-modals',
]

/** Adds a frame to the container and starts loading it; teams-js finds its host as soon as it runs. */
export function openFrame({ url, title, frameContext, container, opener }: FrameOptions): Frame {
  const element = document.createElement('iframe')
  element.sandbox.add(...sandbox)
  element.allow = 'clipboard-write; fullscreen; storage-access'
  element.title = title
  element.src = url
  container.append(element)
  return { element, origin: new URL(url).origin, frameContext, handlers: new Set(), opener: opener ?? null }
}

/** Answers a call; a frame that has been closed since then hears nothing. */
export function reply(frame: Frame, request: SdkRequest, args: unknown[]): void {
  post(frame, replyTo(request, args))
}

export function emit(frame: Frame, func: string, args: unknown[]): void {
  post(frame, eventOf(func, args))
}

function post(frame: Frame, message: SdkReply | SdkEvent): void {
  frame.element.contentWindow?.postMessage(message, frame.origin)
}

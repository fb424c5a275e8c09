/** What the app may ask of its host, function by function, and what the host answers. */
import { emit, type Frame } from './frames.ts'
import type { TabConfig } from './installedTabs.ts'
import type { SdkRequest } from './messages.ts'

/** One call from a frame; `arg` is its first argument. */
export type Call = { frame: Frame; request: SdkRequest; args: unknown[]; arg: unknown }

/** A place in the app, as `pages.currentApp.navigateTo` and `pages.navigateToApp` name it. */
export type Place = {
  appId?: string
  pageId?: string
  subPageId?: string
  channelId?: string
  chatId?: string
}

export type DialogInfo = { url: string; title?: string; width?: number | string; height?: number | string }

/** What the page does for the app. Functions that may refuse return the reason, or null when done. */
export type HostActions = {
  context(frame: Frame): Record<string, unknown>
  dialogs(opener: Frame): Frame[]
  loaded(frame: Frame): void
  failed(frame: Frame, message: string): void
  openDialog(info: DialogInfo, opener: { frame: Frame; request: SdkRequest }): string | null
  resizeDialog(frame: Frame, size: Pick<DialogInfo, 'width' | 'height'>): void
  closeDialog(frame: Frame, result: unknown): void
  shareLink(subPageId: string, label: string): void
  openLink(url: string): string | null
  navigate(place: Place): string | null
  goBack(): boolean
  /** what the tab in this frame was configured to show */
  config(frame: Frame): Partial<TabConfig>
  setValidity(frame: Frame, valid: boolean): void
  setConfig(frame: Frame, config: Partial<TabConfig>): string | null
  configured(frame: Frame): void
  notConfigured(frame: Frame, reason: string): void
  /** null outside a meeting */
  meetingDetails(): Record<string, unknown> | null
  nestedAppAuth(data: string): Promise<string>
  getAuthToken(): Promise<{ token: string } | { reason: string }>
}

/** The reply's arguments, or null when the function is one-way or is answered later. */
type Answer = unknown[] | null | Promise<unknown[] | null>

// Not valid JSON on purpose: teams-js tells version and runtime apart by trying to parse each.
const sdkVersion = '2.0.1'

/** Only what this host really does: an app asks `isSupported()` and hides the rest. */
const runtime = {
  apiVersion: 4,
  isNAAChannelRecommended: true,
  isDeeplyNestedAuthSupported: true,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: { notifySuccessResponse: {} },
    dialog: { url: { parentCommunication: {} }, update: {} },
    nestedAppAuth: {},
    pages: { backStack: {}, config: {}, currentApp: {} },
  },
}

// The same code as teams-js' ErrorCode.NOT_SUPPORTED_ON_PLATFORM.
// https://learn.microsoft.com/javascript/api/@microsoft/teams-js/errorcode
const notSupported = (func: string) => ({ errorCode: 100, message: `${func} is not part of the local host` })
const sdkError = (reason: string | null) => (reason === null ? null : { errorCode: 500, message: reason })
const done = (reason: string | null) => (reason === null ? [true] : [false, reason])

export const protocol: Record<string, (call: Call, host: HostActions) => Answer> = {
  // The runtime must be the fourth value: only there does teams-js look for nested app auth.
  initialize: ({ frame }) => [frame.frameContext, 'web', sdkVersion, JSON.stringify(runtime)],
  getContext: ({ frame }, host) => [{ ...host.context(frame), frameContext: frame.frameContext }],
  registerHandler: ({ frame, arg }) => none(frame.handlers.add(text(arg))),

  'appInitialization.appLoaded': ({ frame }, host) => none(host.loaded(frame)),
  'appInitialization.success': ({ frame }, host) => {
    host.loaded(frame)
    return [undefined] // the app waits for this because of supports.app.notifySuccessResponse
  },
  'appInitialization.failure': ({ frame, args }, host) =>
    none(host.failed(frame, text(args[1]) || text(args[0]))),
  // An expected failure (no access, nothing found) is explained by the app itself, in its own frame.
  'appInitialization.expectedFailure': ({ frame }, host) => none(host.loaded(frame)),

  'tasks.startTask': ({ frame, request, arg }, host) => {
    const refused = host.openDialog(arg as DialogInfo, { frame, request })
    return refused === null ? null : [refused] // a dialog that opens is answered when it closes
  },
  'tasks.updateTask': ({ frame, arg }, host) => none(host.resizeDialog(frame, arg ?? {})),
  'tasks.completeTask': ({ frame, arg }, host) => none(host.closeDialog(frame, arg)),
  messageForParent: ({ frame, args }) =>
    none(frame.opener && emit(frame.opener.frame, 'messageForParent', args)),
  messageForChild: ({ frame, args }, host) =>
    none(host.dialogs(frame).forEach((dialog) => emit(dialog, 'messageForChild', args))),

  'settings.getSettings': ({ frame }, host) => [host.config(frame)],
  'settings.setSettings': ({ frame, arg }, host) => done(host.setConfig(frame, arg ?? {})),
  'settings.setValidityState': ({ frame, arg }, host) => none(host.setValidity(frame, arg === true)),
  'settings.save.success': ({ frame }, host) => none(host.configured(frame)),
  'settings.save.failure': ({ frame, arg }, host) => none(host.notConfigured(frame, text(arg))),
  'settings.remove.success': ({ frame }, host) => none(host.configured(frame)),
  'settings.remove.failure': ({ frame, arg }, host) => none(host.notConfigured(frame, text(arg))),

  'meeting.getMeetingDetails': (_, host) => {
    const details = host.meetingDetails()
    return details === null ? [notSupported('meeting.getMeetingDetails')] : [null, details]
  },

  shareDeepLink: ({ args }, host) => none(host.shareLink(text(args[0]), text(args[1]))),
  executeDeepLink: ({ arg }, host) => done(host.openLink(text(arg))),
  'pages.navigateToApp': ({ arg }, host) => done(host.navigate(arg ?? {})),
  'pages.currentApp.navigateTo': ({ arg }, host) => [sdkError(host.navigate(arg ?? {}))],
  'pages.currentApp.navigateToDefaultPage': (_, host) => [sdkError(host.navigate({}))],
  navigateBack: (_, host) => (host.goBack() ? [true] : [false, 'There is nowhere to go back to']),
  setFrameContext: () => null,
  returnFocus: () => null,
  readyToUnload: () => null,

  // teams-js reads the second value and ignores the first.
  'nestedAppAuth.execute': async ({ request }, host) => [null, await host.nestedAppAuth(request.data ?? '')],
  'authentication.getAuthToken': async (_, host) => {
    const answer = await host.getAuthToken()
    return 'token' in answer ? [true, answer.token] : [false, answer.reason]
  },
}

/** Answers any call; a function outside the table is said to be unsupported, never left hanging. */
export function answer(call: Call, host: HostActions): Answer {
  const handler = Object.hasOwn(protocol, call.request.func) ? protocol[call.request.func] : undefined
  return handler === undefined ? [notSupported(call.request.func)] : handler(call, host)
}

const none = (_effect: unknown) => null
const text = (value: unknown) => (typeof value === 'string' ? value : '')

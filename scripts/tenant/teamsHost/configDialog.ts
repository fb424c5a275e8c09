/**
 * Adding a tab to a channel or a meeting, changing what it shows, and removing it: the app's own page in a dialog, with
 * the host's button that the app allows.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-tab-pages/configuration-page
 */
import { byId, dialogById } from './elements.ts'
import { emit, type Frame } from './frames.ts'
import type { TeamsHost } from './host.ts'
import type { TabConfig } from './installedTabs.ts'
import type { Words } from './words.ts'

/** `settings` chooses what a tab shows, `remove` asks before it goes. */
export type ConfigKind = 'settings' | 'remove'

export type Configuring = {
  kind: ConfigKind
  url: string
  title: string
  tabOrigin: string
  /** What the tab shows now; null for one that is new. */
  now: TabConfig | null
  words: Words
  /** Called when the app has said yes; `config` is null on removal. */
  done(config: TabConfig | null): void
}

export type ConfigDialog = {
  open(configuring: Configuring): void
  /** The tab that is changed, or null when nothing is, or it is new. */
  now(): TabConfig | null
  setValidity(frame: Frame, valid: boolean): void
  /** Answers why the app's choice is refused, or null. */
  setConfig(frame: Frame, config: Partial<TabConfig>): string | null
  succeed(frame: Frame): void
  fail(frame: Frame, reason: string): void
  cancel(): void
}

// An app that has not answered by then never will.
const patienceMs = 30_000

export function createConfigDialog(host: TeamsHost): ConfigDialog {
  const dialog = dialogById('config')
  const [title, box] = [byId('configTitle', HTMLHeadingElement), byId('configFrame', HTMLDivElement)]
  const [save, said] = [byId('configSave', HTMLButtonElement), byId('configSaid', HTMLParagraphElement)]
  let open: { of: Configuring; frame: Frame; chosen: TabConfig | null } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = () => {
    clearTimeout(timer)
    if (open === null) return
    host.close(open.frame)
    open = null
    dialog.close()
  }
  const fail = (message: string) => {
    clearTimeout(timer)
    said.textContent = message
    save.disabled = false
  }
  dialog.addEventListener('close', end)
  byId('configCancel', HTMLButtonElement).addEventListener('click', () => dialog.close())
  save.addEventListener('click', () => {
    if (open === null) return
    const { of, frame } = open
    save.disabled = true
    said.textContent = of.words.saving
    timer = setTimeout(() => fail(of.words.notSaved('')), patienceMs)
    // Sent whether or not the app has registered: without a handler, teams-js says yes by itself.
    if (of.kind === 'settings') emit(frame, 'settings.save', [{}])
    else emit(frame, 'settings.remove', [])
  })
  return {
    open(of) {
      end()
      title.textContent = of.title
      said.textContent = ''
      save.textContent = of.kind === 'settings' ? of.words.save : of.words.remove
      save.disabled = true
      dialog.showModal()
      const { kind, url } = of
      const frame = host.open({ url, title: of.title, frameContext: kind, container: box })
      open = { of, frame, chosen: null }
    },
    now: () => open?.of.now ?? null,
    setValidity(frame, valid) {
      if (open?.frame === frame) save.disabled = !valid
    },
    setConfig(frame, config) {
      if (open?.frame !== frame) return 'Only a configuration page says what a tab shows'
      const { entityId, contentUrl = '' } = config
      if (entityId === undefined || entityId === '') return 'A tab needs an entityId'
      if (!URL.canParse(contentUrl) || new URL(contentUrl).origin !== open.of.tabOrigin) {
        return `${contentUrl} is outside the app's valid domains`
      }
      open.chosen = { ...config, entityId, contentUrl }
      return null
    },
    succeed(frame) {
      if (open?.frame !== frame) return
      const { of, chosen } = open
      if (of.kind === 'settings' && chosen === null) return fail(of.words.notSaved(''))
      end()
      of.done(chosen)
    },
    fail(frame, reason) {
      if (open?.frame === frame) fail(open.of.words.notSaved(reason))
    },
    cancel: end,
  }
}

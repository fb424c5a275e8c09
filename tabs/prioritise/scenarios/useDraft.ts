/** The scenario on the screen: what is set, under which name, and whether it has been saved as it stands. */
import { useEffect, useMemo, useState } from 'react'
import type { Scenario, ScenarioResult, ScenarioSettings, WantedShare } from '#src/lists/prioritising.ts'
import type { Corridor } from '#src/lists/balance.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { settingsOf } from '#src/rules/prioritising/selectionProblem.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'

export interface Draft {
  /** Of the saved one that is open; of one that isn't saved, its key to be. */
  key: string
  title: string
  shared: boolean
  settings: ScenarioSettings
}

export interface DraftState {
  draft: Draft
  saved: Scenario | undefined
  isChanged: boolean
  set: (change: Partial<ScenarioSettings>) => void
  name: (change: Partial<Pick<Draft, 'title' | 'shared'>>) => void
  open: (scenario: Scenario | undefined) => void
  /** Under a key of its own when `asNew`. */
  save: (result: ScenarioResult | undefined, how?: { asNew: boolean }) => Promise<void>
  drop: () => Promise<void>
  busy: boolean
  refusals: readonly Refusal[]
}

const nameOf = (forum: string) => `scenario/${forum}`

/** What is being tried survives leaving the page; it isn't anybody else's until it is saved. */
export function useDraft(
  forum: string,
  saved: readonly Scenario[],
  { years, wanted }: { years: readonly number[]; wanted: readonly Corridor[] },
): DraftState {
  const { session } = useSession()
  const { cache } = session.data
  const fresh = (): Draft => ({
    key: newKey(),
    title: '',
    shared: false,
    settings: { ...settingsOf(years), corridors: wanted.map(shareOf) },
  })
  const [draft, setDraft] = useState(fresh)
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const there = saved.find(({ key }) => key === draft.key)
  const isChanged = useMemo(
    () =>
      there
        ? !same(there.settings, draft.settings) ||
          there.title !== draft.title ||
          (there.shared ?? false) !== draft.shared
        : true,
    [there, draft],
  )

  useEffect(() => {
    let isHere = true
    void cache.kept<Draft>(nameOf(forum)).then((kept) => {
      if (isHere && kept?.settings) setDraft(kept)
    })
    return () => {
      isHere = false
    }
  }, [cache, forum])

  const put = (next: Draft) => {
    setDraft(next)
    setRefusals([])
    void cache.keep(nameOf(forum), next)
  }
  const ask = async <A>(asked: () => Promise<A>): Promise<A> => {
    setBusy(true)
    try {
      return await asked()
    } finally {
      setBusy(false)
    }
  }
  return {
    draft,
    saved: there,
    isChanged,
    set: (change) => put({ ...draft, settings: { ...draft.settings, ...change } }),
    name: (change) => put({ ...draft, ...change }),
    open: (scenario) =>
      put(
        scenario
          ? {
              key: scenario.key,
              title: scenario.title,
              shared: scenario.shared ?? false,
              settings: scenario.settings,
            }
          : fresh(),
      ),
    save: (result, { asNew } = { asNew: false }) =>
      ask(async () => {
        const key = asNew ? newKey() : draft.key
        const { moved: _, ...settings } = draft.settings
        const answer = await session.acting.act(
          'saveScenario',
          {
            scenario: key,
            forum,
            title: draft.title.trim(),
            shared: asNew ? false : draft.shared,
            settings,
            ...(result && { result }),
          },
          there && !asNew ? { [key]: there.version } : {},
        )
        if ('refusals' in answer) setRefusals(answer.refusals)
        else put({ ...draft, key, ...(asNew && { shared: false }) })
      }),
    drop: () =>
      ask(async () => {
        if (!there) return put(fresh())
        const answer = await session.acting.act(
          'dropScenario',
          { scenario: there.key },
          { [there.key]: there.version },
        )
        if ('refusals' in answer) setRefusals(answer.refusals)
        else put(fresh())
      }),
    busy,
    refusals,
  }
}

/** Per cent in the list, shares in a scenario. */
export const shareOf = ({ axis, value, measure, leastPercent, mostPercent }: Corridor): WantedShare => ({
  axis,
  value,
  ...(measure === 'count' && { measure }),
  ...(leastPercent !== undefined && { least: leastPercent / 100 }),
  ...(mostPercent !== undefined && { most: mostPercent / 100 }),
})

/** The forum that is ranked for: the one the address names, else the last one, else one of mine. */
import { use, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { type Forum, forums, mandates } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { rankingForums } from '#src/rules/prioritising/candidates.ts'
import { compareTexts } from '#src/text/format.ts'
import type { BrowserCache } from '../cache.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'

export interface ForumChoice {
  /** Nothing while the organisation is on its way, and where no forum ranks. */
  forum: Forum | undefined
  /** All that rank, by name. */
  forums: readonly Forum[]
  isComing: boolean
  choose: (key: string) => void
}

const NAME = 'prioritise/forum'
const known = new WeakMap<BrowserCache, Promise<string | undefined>>()

function lookUp(cache: BrowserCache): Promise<string | undefined> {
  const found = known.get(cache) ?? cache.kept<string>(NAME)
  known.set(cache, found)
  return found
}

/** Suspends for the moment that the browser's database takes. */
export function useForum(): ForumChoice {
  const { session } = useSession()
  const { locale } = useWords()
  const { data, person } = session
  const [params, setParams] = useSearchParams()
  const [lastTime] = useState(() => lookUp(data.cache))
  const last = use(lastTime)
  const bodies = useItems(data, forums)
  const ownPortfolios = useItems(data, portfolios)
  const rights = useItems(data, mandates)
  const { phase } = useStatus(data)
  const all = useMemo(
    () =>
      rankingForums(bodies, { portfolios: ownPortfolios, mandates: rights }).toSorted((a, b) =>
        compareTexts(locale)(a.title, b.title),
      ),
    [bodies, ownPortfolios, rights, locale],
  )
  const named = params.get('forum')
  const forum =
    all.find(({ key }) => key === named) ??
    all.find(({ key }) => key === last) ??
    all.find((one) => isIn(one, person.id)) ??
    all[0]
  const key = forum?.key
  useEffect(() => {
    if (key === undefined) return
    known.set(data.cache, Promise.resolve(key))
    void data.cache.keep(NAME, key)
  }, [data, key])
  return {
    forum,
    forums: all,
    isComing: all.length === 0 && phase !== 'ready' && phase !== 'failed',
    choose: (next) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          after.set('forum', next)
          return after
        },
        { replace: true },
      ),
  }
}

const isIn = ({ chair, secretary, members = [] }: Forum, id: string) =>
  [chair, secretary, ...members].some((person) => person?.id === id)

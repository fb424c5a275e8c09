/** Shares that forums want kept, each against what is shown of the portfolios it governs: broken ones first, changed by those who weigh. */
import { useMemo, useState } from 'react'
import { corridors } from '#src/lists/balance.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Forum, forums, mandates } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { brokenFirst, corridorState } from '#src/rules/pictures/balance.ts'
import type { Prices } from '#src/rules/pictures/price.ts'
import { portfoliosOf, rankingForums } from '#src/rules/prioritising/candidates.ts'
import { mayForForum } from '#src/rules/prioritising/forumRights.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { useRead } from '../../ui/useRead.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Reading } from '../lens/Reading.tsx'
import { useParam } from '../lens/useParam.ts'
import { CorridorForm } from './CorridorForm.tsx'
import { CorridorRow } from './CorridorRow.tsx'
import styles from '../lens/Lens.module.css'

const readAll = (store: ListReader) => store.all(corridors)
const belong = () => true

export function Corridors({
  shown,
  tree,
  prices,
}: {
  shown: readonly Initiative[]
  tree: UnitTree
  prices: Prices
}) {
  const { t } = useWords()
  const { session } = useSession()
  const { data } = session
  const roles = useMyRoles()
  const everyForum = useItems(data, forums)
  const allPortfolios = useItems(data, portfolios)
  const allMandates = useItems(data, mandates)
  const { rows, error, reload } = useRead('corridors', readAll, belong)
  const [asked, putForum] = useParam('forum')
  const [opened, setOpened] = useState<{ key: string; forum: string }>()
  const governed = useMemo(() => {
    const held = { portfolios: allPortfolios, mandates: allMandates }
    return rankingForums(everyForum, held).map((forum) => {
      const keys = new Set(portfoliosOf(forum, held).map(({ key }) => key))
      return { forum, rows: shown.filter(({ portfolio }) => keys.has(portfolio.key)) }
    })
  }, [everyForum, allPortfolios, allMandates, shown])
  const states = useMemo(
    () =>
      brokenFirst(
        (rows ?? []).flatMap((corridor) => {
          const of = governed.find(({ forum }) => forum.key === corridor.forum.key)
          if (!of || (asked && of.forum.key !== asked) || of.rows.length === 0) return []
          return corridorState(corridor, of.rows, { tree, prices })
        }),
      ),
    [rows, governed, asked, tree, prices],
  )
  const me = { id: session.person.id, roles }
  const mine = (forum: Forum | undefined) => forum !== undefined && mayForForum('weigh', me, forum)
  const forumOf = (key: string | undefined) => governed.find(({ forum }) => forum.key === key)?.forum
  const mayAdd = governed.filter(({ forum }) => mine(forum)).map(({ forum }) => forum)
  const addTo = mayAdd.find(({ key }) => key === asked) ?? (mayAdd.length === 1 ? mayAdd[0] : undefined)
  const current = rows?.find(({ key }) => key === opened?.key)
  return (
    <section className={styles.below} aria-labelledby='corridors'>
      <h2 id='corridors'>{t('balance.corridors')}</h2>
      {!rows && <Reading error={error} reload={reload} />}
      {rows && (
        <div className={`${styles.choices} no-print`}>
          {governed.length > 1 && (
            <Choice
              label={t('balance.forum')}
              value={asked ?? ''}
              options={[
                { value: '', text: t('balance.allForums') },
                ...governed.map(({ forum }) => ({ value: forum.key, text: forum.title })),
              ]}
              choose={(one) => putForum(one || undefined)}
            />
          )}
          {addTo && !opened && (
            <button
              type='button'
              className={styles.button}
              onClick={() => setOpened({ key: newKey(), forum: addTo.key })}
            >
              {t('balance.add')}
            </button>
          )}
          {!addTo && mayAdd.length > 1 && <span className={styles.quiet}>{t('balance.chooseForum')}</span>}
        </div>
      )}
      {rows && states.length === 0 && !opened && <p className={styles.quiet}>{t('balance.noCorridors')}</p>}
      {opened && (
        <CorridorForm
          key={opened.key}
          corridor={current}
          corridorKey={opened.key}
          forum={opened.forum}
          rows={governed.find(({ forum }) => forum.key === opened.forum)?.rows ?? []}
          tree={tree}
          close={() => setOpened(undefined)}
        />
      )}
      <ul className={styles.rows}>
        {states.map((state) => (
          <CorridorRow
            key={state.corridor.key}
            state={state}
            withForum={!asked && governed.length > 1}
            change={
              mine(forumOf(state.corridor.forum.key))
                ? () => setOpened({ key: state.corridor.key, forum: state.corridor.forum.key })
                : undefined
            }
          />
        ))}
      </ul>
    </section>
  )
}

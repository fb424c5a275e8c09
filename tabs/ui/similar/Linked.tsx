/** Needs linked as alike, each its own; a link is taken away in both. */
import { Button } from '@fluentui/react-components'
import type { Ref } from '#src/lists/columns.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { NeedLink } from './NeedLink.tsx'
import type { SectionTools } from './tools.ts'
import styles from './Similar.module.css'

/** Those that are neither part of the initiative nor what it is part of: being one says more than being alike. */
export function linkedOnly(initiative: Initiative, parts: readonly Initiative[]): Ref[] {
  const shown = new Set([initiative.mergedInto?.key, ...parts.map(({ key }) => key)])
  return (initiative.similar ?? []).filter(({ key }) => !shown.has(key))
}

export function Linked({
  initiative,
  linked,
  tools,
}: {
  initiative: Initiative
  linked: readonly Ref[]
  tools: SectionTools
}) {
  const { t } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  if (linked.length === 0) return null
  return (
    <>
      <h3>{t('similar.linked')}</h3>
      <ul className={styles.list}>
        {linked.map((ref) => {
          const need = all.find(({ key }) => key === ref.key)
          return (
            <li key={ref.key} className={styles.need}>
              {need ? <NeedLink need={need} /> : <div className={styles.what}>{ref.title}</div>}
              {tools.mayEdit && (
                <Button
                  size='small'
                  appearance='subtle'
                  className='no-print'
                  disabledFocusable={tools.busy}
                  aria-label={`${t('similar.unlink')}: ${ref.title}`}
                  onClick={() =>
                    void tools.ask(
                      'linkSimilar',
                      { initiative: initiative.key, unlink: [ref.key] },
                      t('similar.unlinked', { need: ref.title }),
                    )
                  }
                >
                  {t('similar.unlink')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

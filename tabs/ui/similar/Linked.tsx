/** Needs linked as alike, each its own; a link is taken away in both. */
import { Button } from '@fluentui/react-components'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'
import { NeedLink } from './NeedLink.tsx'
import type { SectionTools } from './tools.ts'
import styles from './Similar.module.css'

export function Linked({
  whole: { initiative },
  parts,
  tools,
}: {
  whole: Whole
  parts: readonly Initiative[]
  tools: SectionTools
}) {
  const { t } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const shown = new Set([initiative.mergedInto?.key, ...parts.map(({ key }) => key)])
  const linked = (initiative.similar ?? []).filter(({ key }) => !shown.has(key))
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

/** Needs that have become part of an initiative, and the way out again. */
import { Button } from '@fluentui/react-components'
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { nameOf } from '#src/rules/needs/merging.ts'
import { useWords } from '../../language.ts'
import { NeedLink } from './NeedLink.tsx'
import type { SectionTools } from './tools.ts'
import styles from './Similar.module.css'

export function Parts({ parts, tools }: { parts: readonly Initiative[]; tools: SectionTools }) {
  const { t } = useWords()
  if (parts.length === 0) return null
  return (
    <>
      <h3>{t('similar.parts')}</h3>
      <p className={styles.quiet}>{t('similar.partsHelp')}</p>
      <ul className={styles.list}>
        {parts.map((need) => (
          <li key={need.key} className={styles.need}>
            <NeedLink need={need} />
            <Split need={need} tools={tools} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Said on the page of a need that is part of another. */
export function MergedInto({ need, tools }: { need: Initiative; tools: SectionTools }) {
  const { t } = useWords()
  const { mergedInto } = need
  if (!mergedInto) return null
  return (
    <div className={styles.part}>
      <p className={styles.what}>
        {t('similar.isPart')}{' '}
        <Link className={styles.link} href={`/initiative/${encodeURIComponent(mergedInto.key)}`}>
          {mergedInto.title}
        </Link>
        . {t('similar.isPartHelp')}
      </p>
      <Split need={need} tools={tools} />
    </div>
  )
}

function Split({ need, tools }: { need: Initiative; tools: SectionTools }) {
  const { t } = useWords()
  if (!tools.mayEdit) return null
  const said = t('similar.splitDone', { need: nameOf(need) })
  return (
    <Button
      size='small'
      className='no-print'
      disabledFocusable={tools.busy}
      aria-label={`${t('similar.split')}: ${nameOf(need)}`}
      onClick={() => void tools.ask('splitNeed', { need: need.key }, said)}
    >
      {t('similar.split')}
    </Button>
  )
}

/** Needs that might be about the same thing, by their words; linked, merged, or said to be none. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { isAlive } from '#src/rules/needs/mergedStage.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'
import { SimilarNeeds } from './SimilarNeeds.tsx'
import type { SectionTools } from './tools.ts'
import { useSimilar } from './useSimilar.ts'
import styles from './Similar.module.css'

const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog.tsx')).MergeDialog }))

const LinkAnother = lazy(async () => ({ default: (await import('./LinkAnother.tsx')).LinkAnother }))

export function Candidates({
  whole: { initiative },
  asked,
  tools,
}: {
  whole: Whole
  /** Whether the next decision waits for somebody to look. */
  asked: boolean
  tools: SectionTools
}) {
  const { t } = useWords()
  const { found, ready } = useSimilar(initiative, { except: initiative.key, most: 8 })
  const [merging, setMerging] = useState<readonly string[]>()
  const linked = initiative.similar ?? []
  const known = new Set(linked.map(({ key }) => key))
  const others = found.filter(({ key, state }) => !known.has(key) && state !== 'merged')
  const all = useItems(useSession().session.data, initiatives)
  const mayMerge = isAlive(initiative) && initiative.external !== true
  const candidates = new Set([...linked, ...others].map(({ key }) => key))
  const mergeable = all.filter((row) => candidates.has(row.key) && isAlive(row)).map(({ key }) => key)
  return (
    <>
      <h3>{t('similar.found')}</h3>
      <p className={styles.quiet} role='status'>
        {ready ? t(others.length > 0 ? 'similar.foundHelp' : 'similar.noneFound') : t('similar.looking')}
      </p>
      <SimilarNeeds
        found={others}
        {...(tools.mayEdit && {
          renderAction: (need) => (
            <Button
              size='small'
              className='no-print'
              disabledFocusable={tools.busy}
              aria-label={`${t('similar.link')}: ${need.number} ${need.title}`}
              onClick={() =>
                void tools.ask(
                  'linkSimilar',
                  { initiative: initiative.key, link: [need.key] },
                  t('similar.linkDone', { need: `${need.number} ${need.title}` }),
                )
              }
            >
              {t('similar.link')}
            </Button>
          ),
        })}
      />
      {tools.mayEdit && (
        <Suspense>
          <LinkAnother of={initiative.key} known={known} tools={tools} />
        </Suspense>
      )}
      {tools.mayEdit && (
        <div className={styles.actions}>
          {asked && linked.length === 0 && (
            <Button
              disabledFocusable={tools.busy || !ready}
              onClick={() =>
                void tools.ask('linkSimilar', { initiative: initiative.key }, t('similar.noneDone'))
              }
            >
              {t('similar.none')}
            </Button>
          )}
          {mayMerge && mergeable.length > 0 && (
            <Button disabledFocusable={tools.busy} onClick={() => setMerging(mergeable)}>
              {t('similar.merge')}
            </Button>
          )}
          {mayMerge && mergeable.length === 0 && candidates.size > 0 && (
            <p className={styles.quiet}>{t('similar.allOver')}</p>
          )}
        </div>
      )}
      {merging && (
        <Suspense>
          <MergeDialog
            initiative={initiative}
            others={merging}
            close={(sentence) => {
              setMerging(undefined)
              if (sentence) tools.say(sentence)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
